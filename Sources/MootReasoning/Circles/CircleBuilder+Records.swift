import MootLanguage

extension CircleBuilder {
  /// Adds a record for each instance of a pattern, and each of its conclusions.
  mutating func addRecords(_ pattern: CirclePattern, _ columns: InstanceColumns) {
    for (head, heads) in zip(pattern.heads, columns.heads) {
      guard !pattern.premises.isEmpty || !pattern.exceptions.isEmpty else {
        for (row, grade) in zip(heads, columns.grades) { addConstant(grade, pattern, head, row) }
        continue
      }
      let first = network.records.count
      for (row, grade) in zip(heads, columns.grades) { addRecord(grade, pattern, head, row) }
      for (premise, rows) in zip(pattern.premises, columns.premises) {
        let loop = circle.loops[premise.number]
        let use = number(
          of: CircleUse(role: .premise, standard: premise.standard), rule: 0, isCounted: true,
          isLoop: loop != nil && loop == circle.loops[head.number])
        for (instance, row) in rows.enumerated() { need(first + instance, premise, row, use) }
      }
      addPlainExceptions(pattern, columns, first)
      for (exception, rows) in zip(pattern.matchedExceptions, columns.exceptions) {
        for (index, instance) in rows.instances.enumerated() {
          let members = rows.members.map { $0[index] }
          except(first + Int(instance), exception, members, rows.grades[index])
        }
      }
      for record in network.records[first...] where !record.isException {
        network.atoms[Int(record.target)].live.add(~record.dead & 15)
      }
    }
  }

  private mutating func addPlainExceptions(
    _ pattern: CirclePattern, _ columns: InstanceColumns, _ first: Int
  ) {
    var column = 0
    for exception in pattern.plainExceptions {
      let rows = columns.plainMembers[column..<column + exception.members.count]
      column += exception.members.count
      for instance in 0..<columns.count {
        except(
          first + instance, exception, rows.map { $0[instance] }, GradePair(lower: 0, upper: 0))
      }
    }
  }

  /// Adds what an instance supports that reads nothing of the circle.
  private mutating func addConstant(
    _ grade: GradePair, _ pattern: CirclePattern, _ head: CirclePattern.Reading, _ row: UInt32
  ) {
    let (certain, possible) = levels(grade, pattern)
    let target = numbering.bases[head.number] + Int(row)
    network.atoms[target].state |= certain
    if certain != 0 { network.hasFired[pattern.rule] = true }
    guard possible != certain else { return }
    addRecord(grade, pattern, head, row)
    let record = network.records[network.records.count - 1]
    network.atoms[target].live.add(~record.dead & 15)
  }

  /// Adds an instance that needs nothing yet but what is undecided outside the circle.
  private mutating func addRecord(
    _ grade: GradePair, _ pattern: CirclePattern, _ head: CirclePattern.Reading, _ row: UInt32
  ) {
    let (certain, possible) = levels(grade, pattern)
    var open = Counters()
    open.add(possible & ~certain)
    network.records.append(
      CircleNetwork<Counters>.Record(
        target: UInt32(numbering.bases[head.number] + Int(row)), rule: Int32(pattern.rule),
        open: open, dead: ~possible & 15))
  }

  /// Notes that a record needs an atom.
  private mutating func need(
    _ record: Int, _ reading: CirclePattern.Reading, _ row: UInt32, _ use: UInt32,
    at levels: UInt8 = 0b1111
  ) {
    network.records[record].open.add(levels)
    loose.append(
      (
        UInt32(numbering.bases[reading.number] + Int(row)),
        Link(target: UInt32(record), use: use)
      ))
  }

  /// Notes that an instance needs an exception not to count; `grade` is what its part outside the circle allows
  /// at least.
  private mutating func except(
    _ record: Int, _ exception: CirclePattern.Exception, _ rows: [UInt32], _ grade: GradePair
  ) {
    if rows.count == 1, grade == GradePair(lower: 0, upper: 0) {
      let member = exception.members[0]
      if isLeftOpen(member, rows[0]) {
        network.records[record].dead |= CircleUse.countedWhereOpen(standard: member.standard)
      }
      let use = number(
        of: CircleUse(role: .exception, standard: member.standard), rule: 0, isCounted: true)
      return need(record, member, rows[0], use)
    }
    let never = CircleUse.levels(upTo: grade.lower)
    var open = Counters()
    open.add(CircleUse.levels(upTo: grade.upper) & ~never)
    let index = network.records.count
    network.records[record].open.add(~never & 15)
    network.records.append(
      CircleNetwork<Counters>.Record(target: UInt32(record), rule: -1, open: open, dead: never))
    for (member, row) in zip(exception.members, rows) {
      let isOpen = isLeftOpen(member, row)
      let use = number(
        of: CircleUse(role: isOpen ? .openMember : .member, standard: member.standard), rule: 0,
        isCounted: true)
      let counted = CircleUse.countedWhereOpen(standard: member.standard)
      need(index, member, row, use, at: isOpen ? ~counted & 15 : 15)
    }
  }
}
