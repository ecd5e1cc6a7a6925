/// What a number of compared theories came to.
package struct ComparisonTally: Sendable {
  /// The theories of each kind.
  private(set) var theories: [TheoryKind: Int] = [:]

  /// The theories that were written in the arrow notation.
  private(set) var arrowTextCount = 0

  /// The literals whose grades were compared.
  package private(set) var literalCount = 0

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
    coverage.add(other.coverage)
    differences += other.differences
  }

  /// Counts a theory and what follows from it.
  mutating func count(
    _ document: TheoryDocument, of kind: TheoryKind, _ reasoner: ReferenceReasoner,
    _ conclusions: ReferenceConclusions
  ) {
    theories[kind, default: 0] += 1
    if document.notation == .dfl { arrowTextCount += 1 }
    literalCount += reasoner.theory.ordinaryCount
    coverage.add(reasoner, conclusions)
  }

  /// Keeps a difference.
  mutating func report(_ difference: Difference, seed: UInt64, kind: TheoryKind) {
    differences.append("seed \(seed), \(kind.rawValue): \(difference)")
  }

  /// The totals in words, a line each.
  package var summary: String {
    let kinds = TheoryKind.allCases.compactMap { kind in
      theories[kind].map { "\(kind.rawValue) \($0)" }
    }
    return """
      theories   \(theoryCount): \(kinds.joined(separator: ", "))
      compared   \(literalCount) literals; \(arrowTextCount) theories in the arrow notation
      \(coverage)
      """
  }
}
