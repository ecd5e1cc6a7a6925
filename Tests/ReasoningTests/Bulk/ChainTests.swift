import MootLanguage
import MootReasoning
import Testing

@testable import MootReference

/// Closures, products and projections of relations, against chains followed pair by pair.
struct ChainTests {
  @Test(arguments: BulkScale.chunks)
  func `relations between many values are concluded as following every chain does`(chunk: Int)
    throws
  {
    for seed in BulkScale.seeds(ofChunk: chunk) {
      if TestScale.isTraced { print("seed \(seed)") }
      let program = ChainProgram(seed: seed)
      let expected = ChainClosure.conclusions(of: program)
      let outcome = try program.theory.outcome()
      if let difference = difference(outcome, expected.grades, program, isPartial: false) {
        Issue.record("seed \(seed): \(difference)\n\(program.theory.text)")
      }
      #expect(outcome.countsAgree && outcome.reachedLimit == nil, "seed \(seed)")
      let fired = outcome.firedNames.filter { $0.hasPrefix("r") }
      #expect(fired == Set(expected.fired.map { "r\($0)" }), "seed \(seed)\n\(program.theory.text)")
      try stop(program, expected.grades, seed)
    }
  }

  @Test func `a rule whose chains end nowhere does not fire`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x opens ?y
          as opens
        relation ?x leads to ?y
          as leads
        relation ?x reaches ?y
          as reaches
        rule way
          if ?x opens ?y
          and ?y leads to ?z
          then ?x reaches ?z

        """)
    for first in 0..<60 {
      for second in 0..<60 { theory.addRow("leads", ["v\(first)", "v\(second)"]) }
      theory.addRow("opens", ["v\(first)", "w\(first)"])
    }
    #expect(try theory.outcome().firedNames.isEmpty)
    theory.addRow("opens", ["v7", "v8"])
    let outcome = try theory.outcome()
    #expect(outcome.firedNames == ["way"])
    #expect(outcome.conclusions(ofRelation: "reaches").count == 60)
  }

  /// Stops the evaluation somewhere, and looks that nothing is concluded that the whole does not conclude.
  private func stop(_ program: ChainProgram, _ expected: [[UInt8]], _ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var limits = Limits()
    limits.instances = random.below(random.element(of: [1000, 10_000, 100_000])!)
    let outcome = try program.theory.outcome(within: limits)
    if let difference = difference(
      outcome, expected, program, isPartial: outcome.reachedLimit != nil)
    {
      Issue.record("seed \(seed), \(limits.instances): \(difference)\n\(program.theory.text)")
    }
    #expect(outcome.countsAgree, "seed \(seed), \(limits.instances)")
  }

  /// The pairs whose grades differ, or where the evaluation stopped are higher than they should be.
  private func difference(
    _ outcome: Outcome, _ expected: [[UInt8]], _ program: ChainProgram, isPartial: Bool
  ) -> String? {
    var values: [ValueID: Int] = [:]
    func value(_ id: ValueID) -> Int {
      if let known = values[id] { return known }
      let number = Int(outcome.program[id].text.dropFirst()) ?? -1
      values[id] = number
      return number
    }
    var differing: [String] = []
    for (relation, grades) in zip(program.relations, expected) {
      var found = grades.map { _ in UInt8(0) }
      for conclusion in outcome.conclusions(ofRelation: relation.name) {
        let arguments = conclusion.literal.arguments.map(value)
        let grade = conclusion.grade
        guard grade.lower == grade.upper,
          conclusion.literal.predicate.isPositive != relation.isNegative
        else { return "\(conclusion)" }
        found[arguments[0] * program.size + arguments[1]] = grade.lower.rawValue
      }
      for pair in grades.indices
      where isPartial ? found[pair] > grades[pair] : found[pair] != grades[pair] {
        let (first, second) = (pair / program.size, pair % program.size)
        differing.append(
          "\(relation.text("v\(first)", "v\(second)")): \(found[pair]), not \(grades[pair])")
      }
    }
    guard !differing.isEmpty else { return nil }
    return "\(differing.count) differ\n" + differing.prefix(8).joined(separator: "\n")
  }
}
