import MootReasoning
import Testing

@testable import MootReference

/// Many disjoint copies of a small theory conclude what each concludes alone, however large the tables get.
struct CopiesTests {
  @Test(arguments: BulkScale.chunks)
  func `every one of many copies concludes what it does alone`(chunk: Int) throws {
    for seed in BulkScale.seeds(ofChunk: chunk) {
      var random = SeededGenerator(seed: seed)
      let count = random.element(of: [300, 300, 300, 700, 1100])!
      try compare(seed, count: count, open: 0, &random)
    }
  }

  @Test(arguments: BulkScale.chunks)
  func `every one of many copies concludes what it does alone where dates leave facts open`(
    chunk: Int
  ) throws {
    for seed in BulkScale.seeds(ofChunk: chunk, of: (BulkScale.count + 1) / 2) {
      var random = SeededGenerator(seed: seed &+ 7_000_000)
      try compare(seed, count: 300, open: 40, &random)
    }
  }

  @Test(arguments: BulkScale.chunks)
  func `copies conclude the same where indexes are forgotten after their last use`(chunk: Int)
    throws
  {
    for seed in BulkScale.seeds(ofChunk: chunk, of: (BulkScale.count + 7) / 8) {
      var random = SeededGenerator(seed: seed &+ 9_000_000)
      try compare(seed, count: 5000, open: 0, &random)
    }
  }

  /// Compares the copies of one theory with the small theory: with the reference, or where dates leave facts
  /// open with the engine's answer to a single copy.
  private func compare(
    _ seed: UInt64, count: Int, open: Int, _ random: inout SeededGenerator
  ) throws {
    let kind = random.element(of: [TheoryKind.firstOrder, .firstOrder, .ground, .agreeing])!
    if TestScale.isTraced { print("seed \(seed), \(kind), \(count) copies, \(open)% open") }
    var theory = CopiedTheory(
      TheoryGenerator.theory(kind, seed: random.next()), open: open, &random)
    let conclusions = theory.variants.indices.map {
      ReferenceReasoner(theory.alone($0).grounded()).conclusions()
    }
    theory.keep { !conclusions[$0].hasPreferenceCycle }
    let kept = conclusions.filter { !$0.hasPreferenceCycle }
    guard !kept.isEmpty else { return }
    let singles = try theory.variants.indices.map {
      try theory.theory(of: [("single", $0)], inTables: false, seed: seed).outcome()
    }
    guard singles.allSatisfy({ $0.preferenceCycles.isEmpty }) else { return }
    let copies = (0..<count).map { (name: "c\($0)", variant: random.below(kept.count)) }
    let large = theory.theory(of: copies, inTables: random.chance(50), seed: seed)
    let outcome = try large.outcome()
    var expected: [String: ReferenceInterval] = [:]
    let alone = kept.indices.map {
      open > 0
        ? singles[$0].gradesByName.filter { !$0.key.hasPrefix("noted") }
        : grades(of: theory, variant: $0, kept[$0])
    }
    for (name, variant) in copies {
      expected[theory.copyName(name)] = ReferenceInterval(lower: 4, upper: 4)
      for (literal, grade) in alone[variant] {
        expected[literal.replacing("single", with: name)] = grade
      }
    }
    let found = outcome.gradesByName.filter { !$0.key.hasPrefix("noted") }
    if let difference = difference(found, expected) {
      Issue.record(
        "seed \(seed), \(kind), \(count) copies: \(difference)\n\(theory.lifted.mootRules)")
    }
    #expect(outcome.reachedLimit == nil && outcome.preferenceCycles.isEmpty, "seed \(seed)")
    #expect(outcome.countsAgree, "seed \(seed)")
    let fired = Set(copies.map(\.variant)).reduce(into: Set<String>()) {
      $0.formUnion(singles[$1].firedNames)
    }
    #expect(outcome.firedNames == fired, "seed \(seed), \(kind)\n\(theory.lifted.mootRules)")
  }

  /// What the reference concludes from a variant, in the words of a copy named "single".
  private func grades(
    of theory: CopiedTheory, variant: Int, _ conclusions: ReferenceConclusions
  ) -> [String: ReferenceInterval] {
    let atoms = AtomTable(theory.alone(variant))
    var grades: [String: ReferenceInterval] = [:]
    for literal in 0..<conclusions.theory.ordinaryCount {
      let grade = conclusions.grade(of: literal)
      guard grade.upper > 0 else { continue }
      grades[theory.name(atoms.sentence(literal), in: "single")] = grade
    }
    return grades
  }
}
