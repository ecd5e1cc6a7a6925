import Testing

@testable import MootReference

/// What must not change a conclusion changes none.
struct MetamorphosisTests {
  @Test(arguments: TheoryMetamorphosis.allCases)
  func `a theory told otherwise concludes the same`(metamorphosis: TheoryMetamorphosis) {
    let check = MetamorphosisCheck(metamorphosis: metamorphosis)
    var reported = 0
    for seed in TestScale.seeds(ofChunk: 0, of: TestScale.groundCount / 2) where reported < 3 {
      let kinds = TheoryKind.allCases
      let kind = kinds[Int(seed % UInt64(kinds.count))]
      let theory = TheoryGenerator.theory(kind, seed: seed)
      guard let difference = check.difference(on: theory, seed: seed) else { continue }
      reported += 1
      Issue.record("seed \(seed), \(kind): \(difference)")
    }
  }

  @Test func `a theory in other words differs from what it was`() {
    var random = SeededGenerator(seed: 1)
    for metamorphosis in [TheoryMetamorphosis.renaming, .adding, .swapping, .shifting] {
      // A draw of what is swapped may come out empty.
      let changed = (UInt64(0)..<40).filter { seed in
        let theory = TheoryGenerator.theory(.circumstances, seed: seed)
        return metamorphosis.applied(to: theory, &random).mootText != theory.mootText
      }
      #expect(changed.count >= 30, "\(metamorphosis)")
    }
  }

  @Test func `an answer that does change is noticed`() {
    let theory = FirstOrderTheory(arrows: "r1: => p; r2: => -p; r3: p => q")
    let check = MetamorphosisCheck(metamorphosis: .shuffling)
    #expect(check.difference(on: theory, seed: 1) == nil)
    let before = EngineConclusions.grades(["p": ReferenceInterval(lower: 1, upper: 1)])
    let after = EngineConclusions.grades(["p": ReferenceInterval(lower: 2, upper: 2)])
    #expect(check.difference(theory, before, theory, after)?.contains("p 1, then p 2") == true)
  }
}
