/// A row of seeds of one family: what is compared at a time, and what a ledger keeps a line of.
package struct ComparisonSegment: Hashable, Sendable {
  /// The family of the theories.
  package let family: TheoryFamily

  /// The seed of the first theory.
  package let firstSeed: UInt64

  /// How many theories there are; their seeds follow the first.
  package let count: Int

  /// Of so many theories one is also changed in a way that must change no conclusion.
  private static let metamorphosisInterval: UInt64 = 10

  /// Names a row of seeds.
  package init(family: TheoryFamily, firstSeed: UInt64, count: Int) {
    self.family = family
    self.firstSeed = firstSeed
    self.count = count
  }

  /// Rows of at most `length` seeds that together are `count` theories from a seed on.
  package static func row(
    of family: TheoryFamily, from seed: UInt64, count: Int, length: Int
  ) -> [ComparisonSegment] {
    stride(from: 0, to: count, by: length).map {
      ComparisonSegment(
        family: family, firstSeed: seed &+ UInt64($0), count: min(length, count - $0))
    }
  }

  /// Compares the theories of the segment, those for arrows in one notation or the other.
  ///
  /// What differs is made small, or is the last thing compared.
  package func compared(stopping: Stopping) -> ComparisonTally {
    let comparison = TheoryComparison { try EngineUnderTest.conclude($0) }
    var tally = ComparisonTally()
    for seed in firstSeed..<firstSeed + UInt64(count) {
      let kind = family.kind(ofSeed: seed)
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let document = TheoryDocument(
        theory: theory, notation: kind.isForArrows && seed / 12 % 2 == 0 ? .dfl : .moot,
        changes: kind == kind.base ? [] : TheoryChange.some(of: theory, seed: seed))
      guard let judged = JudgedTheory(document.meaning) else {
        tally.passOver()
        continue
      }
      tally.count(document, of: kind, judged)
      if seed % Self.metamorphosisInterval == 0 {
        let all = TheoryMetamorphosis.allCases
        let one = all[Int(seed / Self.metamorphosisInterval % UInt64(all.count))]
        tally.count(
          one, difference: MetamorphosisCheck(metamorphosis: one).difference(on: theory, seed: seed)
        )
        if stopping == .atDifference, !tally.differences.isEmpty { return tally }
      }
      if let found = comparison.difference(on: document, judged: judged) {
        switch stopping {
        case .never: tally.report(comparison.shrunk(found), seed: seed, kind: kind)
        case .atDifference:
          tally.report(found, seed: seed, kind: kind)
          return tally
        }
      }
    }
    return tally
  }

  /// When a comparison ends before its last theory.
  package enum Stopping: Sendable {
    case never, atDifference
  }
}
