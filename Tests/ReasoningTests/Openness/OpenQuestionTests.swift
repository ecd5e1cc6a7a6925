import MootLanguage
import Testing

@testable import MootReasoning
@testable import MootReference

/// What is read off a question under open facts, against every choice among them.
struct OpenQuestionTests {
  /// How many theories are tried: a tenth of the ground ones.
  private static let count = (TestScale.groundCount + 9) / 10

  @Test(arguments: TestScale.chunks)
  func
    `what is read off agrees with every choice among the open facts of theories`(
      chunk: Int
    ) throws
  {
    var reported = 0
    var dependent = 0
    let seeds = TestScale.seeds(ofChunk: chunk, of: Self.count)
    for seed in seeds where reported < 3 {
      let open = OpenTheory(seed: seed, mostOpen: seed % 500 == 0 ? 10 : 3)
      guard var program = Self.program(open.text) else { continue }
      let varied = open.varied.compactMap { Self.sentence($0, in: &program) }
      #expect(varied.count == open.varied.count, "seed \(seed)\n\(open.text)")
      let scenario = Scenario(program)
      let facts = scenario.openFacts(varying: varied)
      let outcomes = Self.choices(facts).map { evaluate(Scenario(program, changes: $0)) }
      for text in open.questions {
        let asked = try #require(Self.sentence(text, in: &program))
        let literal = Literal(asked.predicate, try #require(asked.groundArguments))
        var findings = outcomes.map { $0.finding(of: literal) }
        let question =
          seed % 2 == 0
          ? try OpenQuestion(of: literal, in: scenario, facts: facts)
          : OpenQuestion(
            of: literal, in: scenario, facts: facts,
            function: try Self.function(of: facts, order: Array(facts.indices), findings))
        for (choice, values) in OpenQuestionCheck.choices(of: facts.count).enumerated()
        where findings[choice] == .preferenceCycle {
          if question.finding(when: values) != .preferenceCycle {
            findings[choice] = Self.findingBesideCycle(of: literal, in: outcomes[choice])
          }
        }
        var check = OpenQuestionCheck(question, findings: findings)
        var random = SeededGenerator(seed: seed)
        check.run(&random)
        dependent += question.decisiveFacts.count > 1 ? 1 : 0
        guard !check.problems.isEmpty else { continue }
        reported += 1
        Issue.record(
          "seed \(seed), \(text), open \(facts): \(check.problems.prefix(3))\n\(open.text)")
      }
    }
    #expect(dependent * 20 > seeds.count, "too few questions depend on what is open")
  }

  @Test(arguments: 0..<8)
  func `what is read off agrees with every choice of random functions`(
    chunk: Int
  )
    throws
  {
    var random = SeededGenerator(seed: UInt64(chunk))
    for _ in 0..<25 {
      let count = 1 + random.below(5)
      let (scenario, facts) = try Self.unknowns(count, &random)
      let kinds = 2 + random.below(3)
      let findings = (0..<1 << count).map { _ in Finding.all[random.below(kinds) * 3] }
      let order = random.shuffled(Array(0..<count))
      let function = try Self.function(of: facts, order: order, findings)
      let literal = facts[0].literal
      let question = OpenQuestion(of: literal, in: scenario, facts: facts, function: function)
      var check = OpenQuestionCheck(question, findings: findings)
      check.run(&random)
      #expect(check.problems.isEmpty, "chunk \(chunk), \(findings)")
    }
  }

  @Test func `a table with too many rows is none`() throws {
    var random = SeededGenerator(seed: 0)
    let (scenario, facts) = try Self.unknowns(6, &random)
    let parity = (0..<64).map { Finding.all[$0.nonzeroBitCount % 2] }
    let function = try Self.function(of: facts, order: Array(0..<6), parity)
    let question = OpenQuestion(
      of: facts[0].literal, in: scenario, facts: facts, function: function)
    #expect(try question.table(mostRows: 64)?.rows.count == 64)
    #expect(try question.table(mostRows: 63) == nil)
  }

  /// The changes of every choice among open facts; the bits of its place are the facts.
  private static func choices(_ facts: [OpenFact]) -> [[Change]] {
    (0..<1 << facts.count).map { choice in
      facts.enumerated().compactMap { index, fact in
        fact.isMade(when: choice >> index & 1 == 1) ? fact.change : nil
      }
    }
  }

  /// What comes of a literal that preferences in a circle elsewhere do not touch: a question under open facts is
  /// answered by what it can depend on alone.
  private static func findingBesideCycle(of literal: Literal, in outcome: Outcome) -> Finding {
    .verdict(Judgement(of: literal, Inquiry(outcome, limits: Limits())).verdict)
  }

  private static func program(_ text: String) -> Program? {
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    return loadProgram(roots: [source], including: { _ in .notFound }).program
  }

  private static func sentence(_ text: String, in program: inout Program) -> Sentence? {
    let reading = program.sentence(reading: text)
    if reading.sentence != nil { program = reading.program }
    return reading.sentence
  }

  /// So many unknowns, each with a chance.
  private static func unknowns(
    _ count: Int, _ random: inout SeededGenerator
  ) throws -> (Scenario, [OpenFact]) {
    let lines = (0..<count).map { number in
      "relation omen\(number) holds\nunknown omen\(number) holds\n  chance 0.\(random.below(100))\n"
    }
    let scenario = Scenario(try #require(program(lines.joined())))
    return (scenario, scenario.openFacts())
  }

  /// The function with a finding for each choice, decided in some order; the bits of a choice are the facts.
  private static func function(
    of facts: [OpenFact], order: [Int], _ findings: [Finding]
  ) throws -> VerdictFunction {
    let table = DiagramTable(variableCount: facts.count, budget: Budget(Limits()))
    func diagram(_ level: Int, _ choice: Int) throws -> Diagram {
      guard level < order.count else { return .leaf(findings[choice].code) }
      let fact = order[level]
      let isSo = try diagram(level + 1, choice | 1 << fact)
      let isNotSo = try diagram(level + 1, choice)
      let isMadeWhenSo = facts[fact].changingValue
      return try table.decision(
        on: level, whenTrue: isMadeWhenSo ? isSo : isNotSo,
        whenFalse: isMadeWhenSo ? isNotSo : isSo)
    }
    let root = try diagram(0, 0)
    return VerdictFunction(root, of: table, changes: facts.map(\.change), order: order)
  }
}
