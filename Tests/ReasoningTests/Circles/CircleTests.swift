import MootLanguage
import MootReasoning
import Testing

/// Long rows and large circles of exceptions: right, and within time and memory that grow as they do.
struct CircleTests {
  private static let defeats = """
    relation ?a is a rule
      as rule(a)
    relation ?a defeats ?b
      as defeats(a, b)
    relation ?a is defeated
      as defeated(a)
    relation ?a applies
      as applies(a)
    rule defeat
      if ?a defeats ?b
      and ?a applies
      then ?b is defeated
    rule application
      if ?a is a rule
      unless ?a is defeated
      then ?a applies
    """

  private static let links = """
    relation ?a leads to ?b
      as leads(a, b)
    relation ?a is a start
      as start(a)
    relation ?a is open
      as open(a)
    relation ?a is closed
      as closed(a)
    rule start
      if ?a is a start
      unless ?a is closed
      then ?a is open
    rule onwards
      if ?a leads to ?b
      and ?a is open
      then ?b is open
    rule closing
      if ?a leads to ?b
      unless ?a is open
      then ?b is closed
    """

  @Test func `each rule in a long row defeats the next unless it is defeated`() throws {
    let size = TestScale.chainLength
    let outcome = try evaluated(
      Self.defeats,
      ["rule": (0..<size).map { "r\($0)" }, "defeats": (1..<size).map { "r\($0 - 1)\tr\($0)" }])
    #expect(counts(outcome, "applies") == [.clear: size / 2])
    #expect(counts(outcome, "defeated") == [.clear: size / 2])
  }

  @Test(arguments: [0, 1])
  func `in a circle of rules that defeat one another nothing is decided`(odd: Int) throws {
    let size = TestScale.chainLength + odd
    let outcome = try evaluated(
      Self.defeats,
      [
        "rule": (0..<size).map { "r\($0)" },
        "defeats": (0..<size).map { "r\($0)\tr\(($0 + 1) % size)" },
      ])
    #expect(counts(outcome, "applies") == [.undecided: size])
    #expect(counts(outcome, "defeated") == [.undecided: size])
  }

  @Test func `a circle with one rule out of it is decided`() throws {
    let size = TestScale.chainLength
    let outcome = try evaluated(
      Self.defeats,
      [
        "rule": (1..<size).map { "r\($0)" },
        "defeats": (0..<size).map { "r\($0)\tr\(($0 + 1) % size)" },
      ])
    #expect(counts(outcome, "applies") == [.clear: size / 2])
  }

  @Test func `nothing is open because it is open`() throws {
    let size = TestScale.chainLength
    let ring = (0..<size).map { "r\($0)\tr\(($0 + 1) % size)" }
    let unsupported = try evaluated(Self.links, ["leads": ring, "start": ["elsewhere"]])
    #expect(counts(unsupported, "open") == [.clear: 1])
    #expect(counts(unsupported, "closed") == [.clear: size])
    let entered = try evaluated(
      Self.links, ["leads": ring + ["elsewhere\tr7"], "start": ["elsewhere"]])
    #expect(counts(entered, "open") == [.clear: size + 1])
    #expect(counts(entered, "closed").isEmpty)
  }

  @Test func `rings that lose their support one after another are found one after another`() throws
  {
    let rules = """
      relation ?a stands beside ?b
        as beside(a, b)
      relation ?a blocks ?b
        as blocks(a, b)
      relation ?a is held
        as held(a)
      relation ?a is free
        as free(a)
      rule holding
        if ?a stands beside ?b
        and ?a is held
        then ?b is held
      rule freeing
        if ?a blocks ?b
        unless ?a is held
        then ?b is free
      rule keeping
        if ?a is free
        then ?a is held
      """
    let size = TestScale.chainLength / 10
    let outcome = try evaluated(
      rules,
      [
        "beside": (0..<size).flatMap { ["r\($0)\ts\($0)", "s\($0)\tr\($0)"] },
        "blocks": (1..<size).map { "s\($0 - 1)\tr\($0)" },
      ])
    #expect(counts(outcome, "free") == [.clear: size / 2])
    #expect(counts(outcome, "held") == [.clear: size / 2 * 2])
  }

  @Test(arguments: [200, 300, 70_000])
  func `an atom that very many instances support, or read, is decided as any other`(size: Int)
    throws
  {
    let rules = """
      relation ?a is a rule
        as rule(a)
      relation ?a is a witness
        as witness(a)
      relation somebody may speak
        as spoken
      relation ?a is silent
        as silent(a)
      relation ?a is heard
        as heard(a)
      relation the hall stays empty
        as empty
      rule silence
        if ?a is a witness
        unless somebody may speak
        then ?a is silent
      rule speech
        if ?a is a rule
        unless ?a is silent
        then somebody may speak
      rule hearing
        if ?a is a witness
        unless the hall stays empty
        then ?a is heard
      rule emptiness
        unless ?a is heard
        then the hall stays empty
      """
    let names = (0..<size).map { "r\($0)" }
    let held = try evaluated(rules, ["rule": names + ["one"], "witness": names])
    #expect(counts(held, "spoken") == [.clear: 1])
    #expect(counts(held, "silent").isEmpty)
    #expect(counts(held, "heard") == [.undecided: size])
    let open = try evaluated(rules, ["rule": names, "witness": names])
    #expect(counts(open, "spoken") == [.undecided: 1])
    #expect(counts(open, "silent") == [.undecided: size])
    #expect(counts(open, "empty") == [.undecided: 1])
  }

  /// What follows from rules and tables, in memory that is a fixed number of bytes for each fact.
  private func evaluated(_ rules: String, _ tables: [String: [String]]) throws -> Outcome {
    let loaded = loadProgram(roots: [SourceFile(name: "rules.moot", bytes: Array(rules.utf8))]) {
      _ in .notFound
    }
    let messages = loaded.diagnostics.map(\.message)
    let checked = loaded.program
    var program = try #require(checked, "\(messages)")
    for (key, lines) in tables.sorted(by: { $0.key < $1.key }) {
      let text = lines.joined(separator: "\n") + "\n"
      let file = SourceFile(name: "\(key).facts", bytes: Array(text.utf8))
      let diagnostics = program.appendFacts(from: FactTable(reading: file), file: file)
      try #require(diagnostics.isEmpty, "\(diagnostics)")
    }
    var limits = Limits()
    limits.memory = tables.values.reduce(0) { $0 + $1.count } * 150
    limits.instances = tables.values.reduce(0) { $0 + $1.count } * 8
    let outcome = evaluate(Scenario(program), limits: limits)
    #expect(outcome.reachedLimit == nil)
    return outcome
  }

  /// How many literals of a relation have which result.
  private func counts(_ outcome: Outcome, _ key: String) -> [Result: Int] {
    outcome.conclusionCounts(ofRelation: key).reduce(into: [:]) { counts, found in
      let result: Result? =
        switch (found.grade.lower, found.grade.upper) {
        case (.clear, .clear): .clear
        case (.unsupported, .clear): .undecided
        default: nil
        }
      counts[result ?? .other, default: 0] += found.count
    }
  }

  private enum Result {
    case clear, undecided, other
  }
}
