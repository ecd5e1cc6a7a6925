import MootLanguage
import MootProofChecker

/// Finds labels for what was concluded, component by component.
///
/// A class without circles takes two stages behind all it reads: one for what is established, and one for the rest.
struct CertificateWriter {
  /// What has been written.
  private(set) var certificate: Certificate
  /// The finished tables; those of a circle while it is instantiated again.
  let evaluation: Evaluation
  private let outcome: Outcome
  /// For each class, the last stage and the last rank that its labels have.
  private var lastStages: [UInt32]
  private var lastRanks: [UInt32]
  /// For each class that is in no circle, the first stage and rank of its labels.
  private var bases: [(stage: UInt32, rank: UInt32)?]
  /// For each signed predicate, what is listed of it.
  private var sections: [Certificate.Section?]
  private var placesOfSets: [Certificate.LabelSet: UInt32] = [:]
  private var placesOfValues: [UInt32]
  private let reads: [[Int]]

  /// Prepares to write what an outcome concludes.
  init(_ outcome: Outcome, version: String, inputs: [Certificate.Input], limits: Limits) {
    let theory = outcome.theory
    self.outcome = outcome
    certificate = Certificate(version: version, asOf: outcome.asOf, inputs: inputs)
    evaluation = Evaluation(theory, outcome.program.values, tables: outcome.tables, limits: limits)
    lastStages = Array(repeating: 1, count: theory.classes.predicates.count)
    lastRanks = Array(repeating: 0, count: theory.classes.predicates.count)
    bases = Array(repeating: nil, count: theory.classes.predicates.count)
    sections = Array(repeating: nil, count: theory.program.predicates.count * 2)
    placesOfValues = Array(repeating: .max, count: outcome.program.values.count)
    reads =
      ClassDependencies(
        theory.program, rules: theory.classes.rules, classOf: theory.classes.classOf,
        undercuts: theory.undercuts, ranks: theory.ranks
      ).all
    for (index, predicate) in theory.program.predicates.enumerated() where predicate.relation == nil
    {
      evaluation.decidedDemands[index] = outcome.tables[index].count
    }
  }

  /// Writes the labels of everything concluded.
  mutating func write() throws(LimitReached) {
    let classes = evaluation.theory.classes
    for (number, component) in classes.components.enumerated() {
      let read = component.classes.flatMap { reads[$0] }.filter { !component.classes.contains($0) }
      let stage = (read.map { lastStages[$0] }.max() ?? 1) + 1
      let rank = (read.map { lastRanks[$0] }.max() ?? 0) + 1
      switch component.recursion {
      case .none:
        let own = component.classes[0]
        guard !classes.rules[own].isEmpty else { continue }
        bases[own] = (stage, rank)
        (lastStages[own], lastRanks[own]) = (stage + 1, rank + 4)
      case .premises: try writeRising(component, stage, rank)
      case .attack: try writeCircle(number, component, stage, rank)
      }
    }
    for (number, members) in classes.predicates.enumerated() {
      guard let base = bases[number] else { continue }
      for predicate in members { list(predicate, base) }
    }
    certificate.sections = sections.compactMap { section in
      section.flatMap { $0.labels.isEmpty && $0.outStage == 1 ? nil : $0 }
    }
  }

  /// Lists the literals of a predicate whose class is in no circle.
  private mutating func list(_ predicate: Int, _ base: (stage: UInt32, rank: UInt32)) {
    var sets: [UInt32?] = Array(repeating: nil, count: 64)
    let table = evaluation.tables[predicate]
    for isPositive in [true, false] {
      open(predicate, isPositive, outStage: base.stage + 1)
      for row in 0..<table.count {
        let standing = table.standing(row, isPositive: isPositive)
        guard standing.upper > 0, !table.isStated(row, isPositive: isPositive) else { continue }
        let key = Int(standing.raw & 63)
        let place = sets[key] ?? self.place(of: Self.labels(standing, base))
        sets[key] = place
        add(predicate, isPositive, table, row, place)
      }
    }
  }

  /// The labels of a literal that is in no circle.
  private static func labels(
    _ standing: Standing, _ base: (stage: UInt32, rank: UInt32)
  ) -> Certificate.LabelSet {
    Certificate.LabelSet(
      (1...4).map { level in
        let rank = UInt32(4 - level)
        if level > standing.upper { return .fails(stage: base.stage + 1) }
        if level > standing.lower { return .undecided(rank: base.rank + rank) }
        return .holds(stage: level == 4 ? base.stage : base.stage + 1, rank: rank)
      })
  }

  /// Begins what is listed of a signed predicate.
  mutating func open(_ predicate: Int, _ isPositive: Bool, outStage: UInt32) {
    let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
    sections[Theory.index(of: signed)] = Certificate.Section(
      predicate: signed, name: outcome.program.certificateName(of: signed), outStage: outStage)
  }

  /// Lists a literal.
  mutating func add(
    _ predicate: Int, _ isPositive: Bool, _ table: Table, _ row: Int, _ labels: UInt32
  ) {
    let index = predicate * 2 + (isPositive ? 0 : 1)
    for column in table.columns {
      let value = place(ofValue: column[row])
      sections[index]?.arguments.append(value)
    }
    sections[index]?.labels.append(labels)
  }

  /// The place of some labels among the different ones.
  mutating func place(of set: Certificate.LabelSet) -> UInt32 {
    if let place = placesOfSets[set] { return place }
    let place = UInt32(certificate.labelSets.count)
    certificate.labelSets.append(set)
    placesOfSets[set] = place
    return place
  }

  private mutating func place(ofValue value: UInt32) -> UInt32 {
    guard value != Block.unbound else { return Certificate.Section.nothing }
    if placesOfValues[Int(value)] == .max {
      placesOfValues[Int(value)] = UInt32(certificate.values.count)
      certificate.values.append(outcome.program.values[ValueID(raw: value)])
    }
    return placesOfValues[Int(value)]
  }

  /// Notes how far the labels of a component go.
  mutating func end(_ component: ClassGraph.Component, stage: UInt32, rank: UInt32) {
    for number in component.classes { (lastStages[number], lastRanks[number]) = (stage, rank) }
  }

  /// The grade that was concluded of a literal, and whether it is stated.
  func concluded(_ predicate: Int, _ row: Int, _ isPositive: Bool) -> (Standing, isStated: Bool) {
    let table = outcome.tables[predicate]
    guard row < table.count else { return (.none, false) }
    return (
      table.standing(row, isPositive: isPositive), table.isStated(row, isPositive: isPositive)
    )
  }

  /// Takes back what the tables of a component say but facts, so that it can be derived again.
  func reset(_ component: ClassGraph.Component) {
    for predicate in component.classes.flatMap({ evaluation.theory.classes.predicates[$0] }) {
      for row in 0..<evaluation.tables[predicate].count {
        for isPositive in [true, false] {
          let isStated = evaluation.tables[predicate].isStated(row, isPositive: isPositive)
          evaluation.tables[predicate].setStanding(
            isStated ? .established : .none, row, isPositive: isPositive)
        }
      }
    }
  }

  /// Makes the tables of a component what they were.
  func restore(_ component: ClassGraph.Component) {
    evaluation.forgetMatchers()
    for predicate in component.classes.flatMap({ evaluation.theory.classes.predicates[$0] }) {
      evaluation.tables[predicate] = outcome.tables[predicate]
    }
  }
}
