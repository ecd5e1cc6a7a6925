extension Parser {
  /// Reads a premise or a member of an exception.
  ///
  ///     condition = [ standard ], sentence | term, comparison, term
  mutating func condition() throws(Diagnostic) -> ConditionSyntax {
    try refuseUnsupportedCondition()
    if let standard = acceptStandard() {
      return .sentence(try takeRest("a sentence"), standard: standard)
    }
    if let comparison = comparison() {
      rest = rest.dropFirst(rest.count)
      return comparison
    }
    return .sentence(try takeRest("a sentence"), standard: nil)
  }

  /// Takes the standard of proof that a condition names.
  ///
  ///     standard = "arguably" | "on", "balance" | "beyond", "dispute"
  private mutating func acceptStandard() -> Grade? {
    if accept(.arguably) { return .arguable }
    if accept(.on, .balance) { return .prevailing }
    if accept(.beyond, .dispute) { return .clear }
    return nil
  }

  /// The comparison that the rest of the line is, if it is one.
  private func comparison() -> ConditionSyntax? {
    guard let (relation, words) = comparisonKeywords.match({ keyword($0 + 1) }),
      rest.count == words + 2
    else { return nil }
    return .comparison(
      left: TokenIndex(raw: rest.lower), relation: relation,
      right: TokenIndex(raw: rest.upper - 1))
  }

  /// Complains about conditions that the language has and this version has not.
  private func refuseUnsupportedCondition() throws(Diagnostic) {
    guard !rest.isEmpty else { return }
    let span = tree.span(of: rest)
    if keyword() == .every { throw .notSupportedYet("\"every … such that\"", at: span) }
    if keyword() == .at {
      let isAnyTime = keyword(1) == .some && keyword(2) == .time
      throw .notSupportedYet(isAnyTime ? "\"at some time,\"" : "\"at ?day,\"", at: span)
    }
    if keyword(1) == .equal, rest.count > 3 {
      throw .notSupportedYet("a calculation", at: span)
    }
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
