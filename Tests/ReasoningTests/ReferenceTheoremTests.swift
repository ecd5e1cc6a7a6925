import Testing

@testable import MootReference

/// What section 2 of the semantics says of every theory, and that the random theories are worth having.
struct ReferenceTheoremTests {
  @Test(arguments: TestScale.chunks)
  func
    `grades nest and conflicting literals prevail together only when established or preferences cycle`(
      chunk: Int
    )
  {
    let firstOrder = TestScale.seeds(ofChunk: chunk, of: TestScale.firstOrderCount)
    let ground = TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 4)
    for (kind, seeds) in [(TheoryKind.firstOrder, firstOrder), (.ground, ground)] {
      for seed in seeds {
        let conclusions = ReferenceReasoner(TheoryGenerator.theory(kind, seed: seed).grounded())
          .conclusions()
        if !conclusions.isNested { Issue.record("seed \(seed), \(kind): grades do not nest") }
        if conclusions.incoherence != nil, !conclusions.hasPreferenceCycle {
          Issue.record("seed \(seed), \(kind): conflicting literals both prevail")
        }
      }
    }
  }

  @Test(arguments: TheoryKind.attacking)
  func `random theories reach every grade, verdict and proof condition often`(kind: TheoryKind) {
    var coverage = TheoryCoverage()
    for seed in TestScale.seed..<TestScale.seed + 1000 {
      coverage.add(TheoryGenerator.theory(kind, seed: seed))
    }
    print("\(kind.rawValue), 1000 theories\n\(coverage)")
    for condition in TheoryCoverage.Condition.allCases
    where !kind.isForArrows || condition.isForArrows {
      #expect(coverage.conditions[condition, default: 0] >= 5, "\(condition)")
    }
    for verdict in ReferenceVerdict.allCases {
      #expect(coverage.verdicts[verdict, default: 0] >= 50, "\(verdict)")
    }
    for grade in 0...4 {
      #expect(
        coverage.grades[ReferenceInterval(lower: grade, upper: grade), default: 0] >= 50,
        "grade \(grade)")
    }
  }

  @Test func `random circles of exceptions reach every grade and leave many intervals open`() {
    var coverage = TheoryCoverage()
    for seed in TestScale.seed..<TestScale.seed + 1000 {
      coverage.add(TheoryGenerator.theory(.agreeing, seed: seed))
    }
    print("agreeing, 1000 theories\n\(coverage)")
    for grade in 0...4 {
      let decided = ReferenceInterval(lower: grade, upper: grade)
      #expect(coverage.grades[decided, default: 0] >= 50, "\(decided)")
      let open = ReferenceInterval(lower: 0, upper: grade)
      #expect(coverage.grades[open, default: 0] >= 10, "\(open)")
    }
  }
}
