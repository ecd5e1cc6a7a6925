/// What a number of compared theories came to.
package struct ComparisonTally: Sendable {
  /// The theories of each kind.
  private(set) var theories: [TheoryKind: Int] = [:]

  /// The theories that were written in the arrow notation.
  private(set) var arrowTextCount = 0

  /// The literals whose grades were compared.
  package private(set) var literalCount = 0

  /// The theories that the reference has no say on, which are not counted.
  private(set) var passedOverCount = 0

  /// In how many theories each feature occurs.
  private(set) var features: [TheoryFeature: Int] = [:]

  /// How often each metamorphosis was tried.
  private(set) var metamorphoses: [TheoryMetamorphosis: Int] = [:]

  /// What the theories exercise.
  private(set) var coverage = TheoryCoverage()

  /// The differences found, in words, with their shrunken theories.
  package private(set) var differences: [String] = []

  /// Nothing compared yet.
  package init() {}

  /// How many theories were compared.
  package var theoryCount: Int { theories.values.reduce(0, +) }

  /// Adds what another came to.
  package mutating func add(_ other: ComparisonTally) {
    theories.merge(other.theories, uniquingKeysWith: +)
    arrowTextCount += other.arrowTextCount
    literalCount += other.literalCount
    passedOverCount += other.passedOverCount
    features.merge(other.features, uniquingKeysWith: +)
    metamorphoses.merge(other.metamorphoses, uniquingKeysWith: +)
    coverage.add(other.coverage)
    differences += other.differences
  }

  /// Counts a theory that is not compared.
  mutating func passOver() { passedOverCount += 1 }

  /// Counts a metamorphosis, and keeps what differs after it.
  mutating func count(_ metamorphosis: TheoryMetamorphosis, difference: String?) {
    metamorphoses[metamorphosis, default: 0] += 1
    if let difference { differences.append(difference) }
  }

  /// Counts a theory and what follows from it.
  mutating func count(_ document: TheoryDocument, of kind: TheoryKind, _ judged: JudgedTheory) {
    theories[kind, default: 0] += 1
    if document.notation == .dfl { arrowTextCount += 1 }
    literalCount += judged.reasoner.theory.ordinaryCount
    coverage.add(judged.reasoner, judged.conclusions)
    for feature in TheoryFeature.allCases where feature.isIn(document) {
      features[feature, default: 0] += 1
    }
  }

  /// Keeps a difference.
  mutating func report(_ difference: Difference, seed: UInt64, kind: TheoryKind) {
    differences.append("seed \(seed), \(kind.rawValue): \(difference)")
  }

  /// The totals in words, a line each.
  package var summary: String {
    let kinds = TheoryKind.allCases.map { ("\($0)", theories[$0, default: 0]) }
    let used = TheoryFeature.allCases.map { ("\($0)", features[$0, default: 0]) }
    let changed = TheoryMetamorphosis.allCases.map { ("\($0)", metamorphoses[$0, default: 0]) }
    return """
      theories   \(theoryCount): \(Self.list(kinds)); passed over \(passedOverCount)
      compared   \(literalCount) literals; \(arrowTextCount) theories in the arrow notation
      features   \(Self.list(used))
      relations  \(Self.list(changed))
      \(coverage)
      """
  }

  /// Counts with their names, without those of nothing.
  private static func list(_ counts: [(String, Int)]) -> String {
    counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
