import Testing

@testable import MootLanguage

/// Searches for facts by what they say, against going through all of them.
@Suite struct FactIndexTests {
  @Test func `an index finds the facts that the list has, in the same order`() throws {
    let names = ["Arbat", "Taganka", "Kitai", "Pushkin"]
    var text = "relation ?a meets ?b / ?a avoids ?b\nrelation it rains\nfact it rains\n"
    var state: UInt64 = 7
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (one, other) = (Int(state >> 33) % names.count, Int(state >> 41) % names.count)
      text += "fact \(names[one]) \(state >> 50 & 1 == 0 ? "meets" : "avoids") \(names[other])\n"
    }
    let source = SourceFile(name: "rules.moot", bytes: Array(text.utf8))
    let program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let index = FactIndex(program)
    let values: [ValueID?] = [nil] + (0..<program.values.count).map { ValueID(raw: UInt32($0)) }
    var found = 0
    for predicate in [0, 1].flatMap({ number in
      [true, false].map {
        SignedPredicate(PredicateID(raw: UInt32(number)), isPositive: $0)
      }
    }) {
      let isAlone = program[predicate.predicate].arity == 0
      let patterns = isAlone ? [[]] : values.flatMap { one in values.map { [one, $0] } }
      for pattern in patterns {
        let listed = program.facts.indices(of: predicate, matching: pattern)
        #expect(index.indices(of: predicate, matching: pattern) == listed)
        #expect(index.firstIndex(of: predicate, matching: pattern) == listed.first)
        #expect(index.contains(predicate, matching: pattern) == !listed.isEmpty)
        found += listed.count
      }
    }
    #expect(found > 1_000)
  }
}
