import MootLanguage

/// Arranges the instances of an undisputed circle as a network.
///
/// An instance that reads one atom of the circle is a link from it to what it concludes; others are records.
struct CircleBuilder<Counters: LevelCounters> {
  private typealias Link = CircleNetwork<Counters>.Link
  private let circle: UndisputedCircle
  private let numbering: CircleNumbering
  private let evaluation: Evaluation
  private var network: CircleNetwork<Counters>
  private var useNumbers: [UseKey: UInt32] = [:]
  private var effectStarts: [CircleUse: Int] = [:]
  /// Links to records, before they are put in the order of the atoms.
  private var loose: [(atom: UInt32, link: Link)] = []

  private struct UseKey: Hashable {
    let use: CircleUse
    let rule: Int
    let isCounted: Bool
    let isLoop: Bool
  }

  /// Prepares a network for the atoms of a circle.
  init(_ circle: UndisputedCircle, _ numbering: CircleNumbering, in evaluation: Evaluation) {
    self.circle = circle
    self.numbering = numbering
    self.evaluation = evaluation
    network = CircleNetwork(
      atomCount: numbering.atomCount, ruleCount: evaluation.theory.program.rules.count)
  }

  /// The network of all instances, which are given up on the way.
  mutating func build(_ columns: inout [InstanceColumns]) throws(LimitReached)
    -> CircleNetwork<Counters>
  {
    noteFacts()
    for (number, loop) in circle.loops.enumerated() where loop != nil {
      network.loopAtoms.append(numbering.range(of: number))
    }
    for (index, pattern) in circle.patterns.enumerated() where directReading(pattern) == nil {
      addRecords(pattern, columns[index])
      columns[index] = InstanceColumns(pattern)
    }
    var next = firstLinks(columns)
    let linkCount = Int(next[next.count - 1])
    try evaluation.checkMemory(
      of: circle, bytes: columns.reduce(bytes + linkCount * 8) { $0 + $1.bytes })
    network.links = Array(repeating: Link(target: 0, use: 0), count: linkCount)
    for (atom, link) in loose { place(link, &next[Int(atom) + 1]) }
    loose = []
    for (index, pattern) in circle.patterns.enumerated() {
      guard let reading = directReading(pattern) else { continue }
      addLinks(pattern, reading, columns[index], &next)
      columns[index] = InstanceColumns(pattern)
    }
    next.removeLast()
    network.starts = next
    return network
  }

  /// The bytes held by all but the links.
  private var bytes: Int {
    loose.count * 12 + network.records.count * MemoryLayout<CircleNetwork<Counters>.Record>.stride
      + numbering.atomCount * (6 + MemoryLayout<Counters>.stride)
  }

  /// The one reading of the circle that decides whether an instance of a pattern fires; `nil` when there is
  /// none or are several, or when it must be found again whether the conclusion rests on itself.
  private func directReading(_ pattern: CirclePattern) -> CirclePattern.Reading? {
    let members = pattern.premises + pattern.exceptions.flatMap(\.members)
    guard members.count == 1, pattern.matchedExceptions.isEmpty,
      pattern.heads.allSatisfy({ circle.loops[$0.number] == nil })
    else { return nil }
    return members[0]
  }

  /// For each atom, one place further on, where its links begin; what the next one is put to.
  private func firstLinks(_ columns: [InstanceColumns]) -> [UInt32] {
    var next: [UInt32] = Array(repeating: 0, count: numbering.atomCount + 2)
    for (atom, _) in loose { next[Int(atom) + 2] += 1 }
    for (index, pattern) in circle.patterns.enumerated() {
      guard let reading = directReading(pattern) else { continue }
      let base = numbering.bases[reading.number] + 2
      for row in columns[index].readRows { next[base + Int(row)] += UInt32(pattern.heads.count) }
    }
    for atom in next.indices.dropFirst() { next[atom] += next[atom - 1] }
    return next
  }

  @inline(__always)
  private mutating func place(_ link: Link, _ next: inout UInt32) {
    network.links[Int(next)] = link
    next += 1
  }

  private mutating func noteFacts() {
    for (number, predicate) in circle.predicates.enumerated() {
      let table = evaluation.tables[Int(predicate.predicate.raw)]
      for row in 0..<table.count where table.isStated(row, isPositive: predicate.isPositive) {
        network.states[numbering.bases[number] + row] = 0b1111
      }
    }
  }

  /// Adds a link for each instance of a pattern that reads one atom.
  private mutating func addLinks(
    _ pattern: CirclePattern, _ reading: CirclePattern.Reading, _ columns: InstanceColumns,
    _ next: inout [UInt32]
  ) {
    let role: CircleUse.Role = pattern.premises.isEmpty ? .exception : .premise
    let rows = columns.readRows
    for (head, heads) in zip(pattern.heads, columns.heads) {
      var known: [UInt32] = Array(repeating: .max, count: 256)
      for instance in rows.indices {
        let target = numbering.bases[head.number] + Int(heads[instance])
        var grade = columns.grades[instance]
        if role == .exception, isLeftOpen(reading, rows[instance]) {
          grade = grade.restricted(
            to: allowedGrade(1, standard: reading.standard))
        }
        let (certain, possible) = levels(grade, pattern)
        if known[Int(grade.raw)] == .max {
          let use = CircleUse(
            role: role, standard: reading.standard, certain: certain, possible: possible)
          known[Int(grade.raw)] = number(of: use, rule: pattern.rule, isCounted: false)
        }
        network.live[target].add(possible)
        place(
          Link(target: UInt32(target), use: known[Int(grade.raw)]),
          &next[numbering.bases[reading.number] + Int(rows[instance]) + 1])
      }
    }
  }

  /// Whether dates leave open whether an atom is so.
  private func isLeftOpen(_ reading: CirclePattern.Reading, _ row: UInt32) -> Bool {
    evaluation.tables[Int(reading.sentence.predicate.predicate.raw)].standing(
      Int(row), isPositive: reading.sentence.predicate.isPositive
    ).isLeftOpenByDates
  }

  /// The levels at which all outside the circle certainly and possibly lets an instance support its
  /// conclusion.
  private func levels(_ grade: GradePair, _ pattern: CirclePattern) -> (UInt8, UInt8) {
    let isStrict = evaluation.theory.program.rules[pattern.rule].force == .strict
    let supported: UInt8 = isStrict ? 0b1111 : 0b0111
    return (
      CircleUse.levels(upTo: grade.lower) & supported,
      CircleUse.levels(upTo: grade.upper) & supported
    )
  }

  private mutating func number(
    of use: CircleUse, rule: Int, isCounted: Bool, isLoop: Bool = false
  ) -> UInt32 {
    let key = UseKey(use: use, rule: rule, isCounted: isCounted, isLoop: isLoop)
    if let number = useNumbers[key] { return number }
    let start = effectStarts[use] ?? network.effects.count
    if start == network.effects.count { network.effects += use.effects }
    effectStarts[use] = start
    let number = UInt32(network.uses.count)
    network.uses.append(
      CircleNetwork<Counters>.Use(
        effects: start, rule: Int32(rule), isCounted: isCounted, isLoop: isLoop))
    useNumbers[key] = number
    return number
  }
}

// MARK: - Records

extension CircleBuilder {
  /// Adds a record for each instance of a pattern, and each of its conclusions.
  private mutating func addRecords(_ pattern: CirclePattern, _ columns: InstanceColumns) {
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
        network.live[Int(record.target)].add(~record.dead & 15)
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
    network.states[target] |= certain
    if certain != 0 { network.hasFired[pattern.rule] = true }
    guard possible != certain else { return }
    addRecord(grade, pattern, head, row)
    let record = network.records[network.records.count - 1]
    network.live[target].add(~record.dead & 15)
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

extension InstanceColumns {
  /// The rows of the only atom that each instance reads.
  fileprivate var readRows: [UInt32] { premises.first ?? plainMembers.first ?? [] }
}

extension GradePair {
  /// The grades, no higher than another.
  fileprivate func restricted(to grade: UInt8) -> GradePair {
    GradePair(lower: min(lower, grade), upper: min(upper, grade))
  }
}
