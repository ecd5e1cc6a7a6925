import MootLanguage

/// Arranges the instances of an undisputed circle as a network.
///
/// An instance that reads one atom of the circle is a link from it to what it concludes; others are records.
struct CircleBuilder<Counters: LevelCounters> {
  /// That an atom is read.
  typealias Link = CircleNetwork<Counters>.Link
  /// The circle.
  let circle: UndisputedCircle
  /// The numbers of its atoms.
  let numbering: CircleNumbering
  private let evaluation: Evaluation
  /// What is built.
  var network: CircleNetwork<Counters>
  private var useNumbers: [UseKey: UInt32] = [:]
  private var effectStarts: [CircleUse: Int] = [:]
  /// Links to records, before they are put in the order of the atoms.
  var loose: [(atom: UInt32, link: Link)] = []

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
    let linkCount = countLinks(columns)
    try evaluation.checkMemory(
      of: circle, bytes: columns.reduce(bytes + linkCount * 8) { $0 + $1.bytes })
    network.links = Cells(unwritten: linkCount)
    for (atom, link) in loose { place(link, of: Int(atom)) }
    loose = []
    for (index, pattern) in circle.patterns.enumerated() {
      guard let reading = directReading(pattern) else { continue }
      addLinks(pattern, reading, columns[index])
      columns[index] = InstanceColumns(pattern)
    }
    return network
  }

  /// The bytes held by all but the links.
  private var bytes: Int {
    loose.count * 12 + network.records.count * MemoryLayout<CircleNetwork<Counters>.Record>.stride
      + numbering.atomCount * MemoryLayout<CircleNetwork<Counters>.Atom>.stride
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

  /// Finds where the links of each atom begin, which is noted one atom further on until they are placed; gives
  /// their number.
  private func countLinks(_ columns: [InstanceColumns]) -> Int {
    let atoms = network.atoms
    for (atom, _) in loose { atoms[Int(atom) + 2].start += 1 }
    for (index, pattern) in circle.patterns.enumerated() {
      guard let reading = directReading(pattern) else { continue }
      let base = numbering.bases[reading.number] + 2
      for row in columns[index].readRows {
        atoms[base + Int(row)].start += UInt32(pattern.heads.count)
      }
    }
    for atom in 1..<atoms.count { atoms[atom].start += atoms[atom - 1].start }
    return Int(atoms[atoms.count - 1].start)
  }

  @inline(__always)
  private func place(_ link: Link, of atom: Int) {
    network.links[Int(network.atoms[atom + 1].start)] = link
    network.atoms[atom + 1].start += 1
  }

  private mutating func noteFacts() {
    for (number, predicate) in circle.predicates.enumerated() {
      let table = evaluation.tables[Int(predicate.predicate.raw)]
      for row in 0..<table.count where table.isStated(row, isPositive: predicate.isPositive) {
        network.atoms[numbering.bases[number] + row].state = 0b1111
      }
    }
  }

  /// Adds a link for each instance of a pattern that reads one atom.
  private mutating func addLinks(
    _ pattern: CirclePattern, _ reading: CirclePattern.Reading, _ columns: InstanceColumns
  ) {
    let role: CircleUse.Role = pattern.premises.isEmpty ? .exception : .premise
    let rows = columns.readRows
    let isOpenPossible = role == .exception && hasOpen(reading)
    for (head, heads) in zip(pattern.heads, columns.heads) {
      var known: [UInt32] = Array(repeating: .max, count: 256)
      for instance in rows.indices {
        let target = numbering.bases[head.number] + Int(heads[instance])
        var grade = columns.grades[instance]
        if isOpenPossible, isLeftOpen(reading, rows[instance]) {
          grade = grade.restricted(
            to: allowedGrade(1, standard: reading.standard))
        }
        let (certain, possible) = levels(grade, pattern)
        if known[Int(grade.raw)] == .max {
          let use = CircleUse(
            role: role, standard: reading.standard, certain: certain, possible: possible)
          known[Int(grade.raw)] = number(of: use, rule: pattern.rule, isCounted: false)
        }
        network.atoms[target].live.add(possible)
        place(
          Link(target: UInt32(target), use: known[Int(grade.raw)]),
          of: numbering.bases[reading.number] + Int(rows[instance]))
      }
    }
  }

  /// Whether dates leave open whether some atom of a predicate is so.
  private func hasOpen(_ reading: CirclePattern.Reading) -> Bool {
    let table = evaluation.tables[Int(reading.sentence.predicate.predicate.raw)]
    return (0..<table.count).contains {
      table.standing($0, isPositive: reading.sentence.predicate.isPositive).isLeftOpenByDates
    }
  }

  /// Whether dates leave open whether an atom is so.
  func isLeftOpen(_ reading: CirclePattern.Reading, _ row: UInt32) -> Bool {
    evaluation.tables[Int(reading.sentence.predicate.predicate.raw)].standing(
      Int(row), isPositive: reading.sentence.predicate.isPositive
    ).isLeftOpenByDates
  }

  /// The levels at which all outside the circle certainly and possibly lets an instance support its
  /// conclusion.
  func levels(_ grade: GradePair, _ pattern: CirclePattern) -> (UInt8, UInt8) {
    let isStrict = evaluation.theory.program.rules[pattern.rule].force == .strict
    let supported: UInt8 = isStrict ? 0b1111 : 0b0111
    return (
      CircleUse.levels(upTo: grade.lower) & supported,
      CircleUse.levels(upTo: grade.upper) & supported
    )
  }

  /// The number of a use, noted where it is new.
  mutating func number(
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
