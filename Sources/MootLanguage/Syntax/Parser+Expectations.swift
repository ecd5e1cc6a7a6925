extension Parser {
  /// Reads the first line of a test.
  ///
  ///     expectation = "expect", ( name | quoted ), outcome,
  ///                   [ "when", changes | "in", name ]
  mutating func expectationForm() throws(Diagnostic) -> Statement.Form {
    let question =
      if let quoted = takeQuotedIfPresent() { quoted } else {
        try takeName("the name of a question")
      }
    let outcome = try outcome(of: question)
    tree.outcomes.append(outcome)
    let scenario = accept(.in) ? try takeName("the name of a scenario") : nil
    let changes = accept(.when) ? try takeRest("a change") : nil
    return .expectation(
      question: question, outcome: UInt32(tree.outcomes.count - 1), changes: changes,
      scenario: scenario)
  }

  /// Reads what is demanded of a verdict.
  ///
  ///     outcome = ( [ "not" ], verdict, { "or", verdict } | "at", "least", grade
  ///               | "refuted", "by", grade ), [ ",", "not", "forbidden" ]
  private mutating func outcome(of question: TokenIndex) throws(Diagnostic) -> ExpectedOutcome {
    if let verdict = Verdict(rawValue: lexicon.text(of: tree[question].symbol)),
      rest.isEmpty || keyword() == .by || keyword() == .or || keyword() == .comma
        || keyword() == .when
    {
      throw .expected(
        "the name of a question", found: verdict.rawValue, at: tree.span(of: question))
    }
    let demand: ExpectedOutcome.Demand
    if accept(.at, .least) {
      demand = .atLeast(try takeGrade(among: [.arguable, .prevailing, .clear, .established]))
    } else if accept(.refuted, .by) {
      demand = .refuted(by: try takeGrade(among: [.prevailing, .clear, .established]))
    } else if accept(.not) {
      demand = .noneOf(try takeVerdicts())
    } else {
      demand = .oneOf(try takeVerdicts())
    }
    let mustBeNotForbidden = accept(.comma)
    if mustBeNotForbidden {
      try require(.not)
      try require(.forbidden)
    }
    return ExpectedOutcome(demand: demand, mustBeNotForbidden: mustBeNotForbidden)
  }

  /// Takes verdicts with `or` between them.
  private mutating func takeVerdicts() throws(Diagnostic) -> [Verdict] {
    var verdicts: [Verdict] = []
    repeat {
      let index = try take(.word, "a verdict")
      let text = lexicon.text(of: tree[index].symbol)
      guard let verdict = Verdict(rawValue: text) else {
        let choices = Verdict.allCases.map(\.rawValue)
        throw .unknownChoice("verdict", text, among: choices, at: tree.span(of: index))
      }
      verdicts.append(verdict)
    } while accept(.or)
    return verdicts
  }
}
