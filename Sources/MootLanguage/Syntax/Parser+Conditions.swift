extension Parser {
  /// Reads a premise or a member of an exception.
  ///
  ///     condition = [ standard ], sentence | comparison | universal | aggregate | past
  mutating func condition() throws(Diagnostic) -> ConditionSyntax {
    if keyword() == .every { return try universal() }
    if keyword() == .at { return try past() }
    if let aggregate = try aggregate() { return aggregate }
    return try innerCondition()
  }

  /// Reads a condition that may also stand inside others.
  ///
  ///     inner = [ standard ], sentence | comparison
  mutating func innerCondition() throws(Diagnostic) -> ConditionSyntax {
    if let standard = acceptStandard() {
      return .sentence(try takeRest("a sentence"), standard: standard)
    }
    if hasWordOfComparisons {
      var reader = ExpressionReader(rest, of: tree, with: lexicon)
      if let comparison = try? reader.comparison() {
        rest = rest.dropFirst(rest.count)
        return .comparison(comparison)
      }
    }
    return .sentence(try takeRest("a sentence"), standard: nil)
  }

  /// Whether a word of comparisons is left on the line, as on few lines.
  private var hasWordOfComparisons: Bool {
    tree[rest].contains { token in
      guard token.kind == .word, let keyword = lexicon.keyword(of: token.symbol) else {
        return false
      }
      return comparisonWords.contains(keyword)
    }
  }

  /// Takes the standard of proof that a condition names.
  ///
  ///     standard = "arguably" | "on", "balance" | "beyond", "dispute"
  mutating func acceptStandard() -> Grade? {
    if accept(.arguably) { return .arguable }
    if accept(.on, .balance) { return .prevailing }
    if accept(.beyond, .dispute) { return .clear }
    return nil
  }

  /// Reads that something holds for all of a kind; what follows `that` is divided later.
  ///
  ///     universal = "every", variable, "such", "that", inner, { "where", inner }, ":",
  ///                 [ standard ], sentence
  private mutating func universal() throws(Diagnostic) -> ConditionSyntax {
    try require(.every)
    let variable = try take(.variable, "a variable such as ?person")
    try require(.such)
    try require(.that)
    return .universal(of: variable, try takeRest("a sentence"))
  }

  /// Reads a number, sum, least or greatest over all that match, if the line is one.
  ///
  ///     aggregate = variable, "=", ( "number", "of" | "sum", "of" | ( "least" | "greatest" ), [ "of" ] ),
  ///                 variable, "such", "that", inner, { "where", inner }
  private mutating func aggregate() throws(Diagnostic) -> ConditionSyntax? {
    guard let function = aggregateFunction() else { return nil }
    let whole = rest
    let result = TokenIndex(raw: rest.lower)
    rest = rest.dropFirst(3)
    switch function {
    case .number, .sum: try require(.of)
    case .least, .greatest: _ = accept(.of)
    }
    let variable = try take(.variable, "a variable such as ?amount")
    try require(.such)
    try require(.that)
    return .aggregate(
      result: result, function, over: variable, try takeRest("a sentence"), tokens: whole)
  }

  /// What the line works out, if it is an aggregate.
  func aggregateFunction() -> Aggregate.Function? {
    guard keyword(1) == .equal, tree.tokens[Int(rest.lower)].kind == .variable else { return nil }
    let functions: [Keyword: Aggregate.Function] = [
      .number: .number, .sum: .sum, .least: .least, .greatest: .greatest,
    ]
    return keyword(2).flatMap { functions[$0] }
  }

  /// Reads a state on another date.
  ///
  ///     past = "at", ( "some", "time" | variable | date | "today" ), ",", sentence
  private mutating func past() throws(Diagnostic) -> ConditionSyntax {
    let whole = rest
    try require(.at)
    var day: ExpressionSyntax?
    if keyword() == .today {
      day = .today(try takeName("a date"))
    } else if !accept(.some, .time) {
      guard !rest.isEmpty else { throw unexpected("\"some time\", a date or a variable") }
      let isVariable = tree.tokens[Int(rest.lower)].kind == .variable
      day = .term(isVariable ? try take(.variable, "a variable") : try takeDate())
    }
    try require(.comma)
    return .past(day: day, try takeRest("a sentence"), tokens: whole)
  }

  /// Reads what a rule concludes, and how.
  ///
  ///     conclusion = [ "conclusively" | "presumably" | "it", "does", "not", "follow", "that" ],
  ///                  ( sentence | name, "does", [ "not" ], "apply" )
  mutating func conclusion() throws(Diagnostic) -> ConclusionSyntax {
    let force: Rule.Force =
      if accept(.conclusively) {
        .strict
      } else if accept(.presumably) {
        .presumption
      } else if accept(.it, .does, .not, .follow, .that) {
        .defeater
      } else {
        .defeasible
      }
    let content = try takeRest("a sentence")
    return ConclusionSyntax(force: force, content: applicability(content) ?? .sentence(content))
  }

  /// The undercutter, or its contrary, that some words are.
  private func applicability(_ range: TokenRange) -> ConclusionSyntax.Content? {
    let words = tree[range].dropFirst().map { lexicon.keyword(of: $0.symbol) }
    guard !range.isEmpty, tree.tokens[Int(range.lower)].kind == .word else { return nil }
    let rule = TokenIndex(raw: range.lower)
    if words == [.does, .not, .apply] { return .applicability(rule: rule, applies: false) }
    if words == [.does, .apply] { return .applicability(rule: rule, applies: true) }
    return nil
  }
}
