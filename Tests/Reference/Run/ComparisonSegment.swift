/// A row of seeds of one family: what is compared at a time, and what a ledger keeps a line of.
package struct ComparisonSegment: Hashable, Sendable {
  /// The family of the theories.
  package let family: TheoryFamily

  /// The seed of the first theory.
  package let firstSeed: UInt64

  /// How many theories there are; their seeds follow the first.
  package let count: Int

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

  /// Compares the theories of the segment, those for arrows in one notation or the other; what differs is made small.
  package func compared() -> ComparisonTally {
    let comparison = TheoryComparison { try EngineUnderTest.conclude($0.text, $0.fileName) }
    var tally = ComparisonTally()
    for seed in firstSeed..<firstSeed + UInt64(count) {
      let kind = family.kind(ofSeed: seed)
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let document = TheoryDocument(
        theory: theory, notation: kind.isForArrows && seed / 12 % 2 == 0 ? .dfl : .moot)
      let reasoner = ReferenceReasoner(document.meaning.grounded())
      let conclusions = reasoner.conclusions()
      tally.count(document, of: kind, reasoner, conclusions)
      if let found = comparison.difference(on: document, reference: conclusions) {
        tally.report(comparison.shrunk(found), seed: seed, kind: kind)
      }
    }
    return tally
  }
}
