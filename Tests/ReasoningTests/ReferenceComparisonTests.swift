import Testing

@testable import MootReference

/// The engine against the reference on random theories; a difference is reported with its seed and made small.
struct ReferenceComparisonTests {
  private let comparison = TheoryComparison { try EngineUnderTest.conclude($0) }

  @Test(arguments: TestScale.chunks)
  func `the engine concludes what the reference does from ground theories`(chunk: Int) {
    compare(TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount)) {
      $0 % 3 == 0 ? .arrows : .ground
    }
  }

  @Test(arguments: TestScale.chunks)
  func `the engine concludes what the reference does from theories with variables`(chunk: Int) {
    compare(TestScale.seeds(ofChunk: chunk, of: TestScale.firstOrderCount)) {
      $0 % 4 == 0 ? .firstOrderArrows : .firstOrder
    }
  }

  @Test(arguments: TestScale.chunks)
  func `the engine concludes what the reference does where only exceptions go in circles`(
    chunk: Int
  ) {
    compare(TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 2)) { _ in .agreeing }
  }

  @Test(arguments: TestScale.chunks)
  func `the engine concludes what the reference does from theories with dates and what-ifs`(
    chunk: Int
  ) {
    compare(TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 4)) { _ in .datedGround }
  }

  @Test(arguments: TestScale.chunks)
  func `the engine concludes what the reference does from theories with numbers and totals`(
    chunk: Int
  ) {
    compare(TestScale.seeds(ofChunk: chunk, of: TestScale.firstOrderCount)) { _ in .circumstances }
  }

  /// Compares theory after theory, until a few differ.
  private func compare(_ seeds: [UInt64], kind: (UInt64) -> TheoryKind) {
    var reported = 0
    for seed in seeds where reported < 3 {
      let kind = kind(seed)
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let notations: [TheoryDocument.Notation] = kind.isForArrows ? [.moot, .dfl] : [.moot]
      for notation in notations {
        if TestScale.isTraced { print("seed \(seed), \(kind.rawValue), \(notation.rawValue)") }
        guard
          let found = comparison.difference(
            on: TheoryDocument(
              theory: theory, notation: notation,
              changes: kind == kind.base ? [] : TheoryChange.some(of: theory, seed: seed)))
        else { continue }
        reported += 1
        Issue.record("seed \(seed), \(kind.rawValue): \(comparison.shrunk(found))")
      }
    }
  }
}
