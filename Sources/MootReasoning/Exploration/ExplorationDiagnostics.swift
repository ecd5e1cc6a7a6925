import MootLanguage

extension Diagnostic {
  /// Two rules that can conclude opposites, with nothing to rank them.
  ///
  /// - Parameters:
  ///   - premises: the facts under which both fire, as sentences.
  ///   - conclusion: what is contested then.
  ///   - isTheory: whether they are written in arrow notation.
  static func unrankedClash(
    of rule: String, with other: String, premises: [String], conclusion: String, isTheory: Bool,
    at span: SourceSpan, other otherSpan: SourceSpan
  ) -> Diagnostic {
    let facts = premises.map { "\"\($0)\"" }.joined(separator: ", ")
    let meeting = premises.isEmpty ? "both always fire" : "they meet where \(facts)"
    return Diagnostic(
      code: "unranked-clash", severity: .warning,
      message: "\"\(rule)\" and \"\(other)\" can conclude opposites, and nothing ranks them",
      span: span, notes: [.init(message: "the other rule", span: otherSpan)],
      help: "\(meeting): \"\(conclusion)\" is contested then; "
        + "say which prevails with \"\(isTheory ? ">" : "prefer")\", or give one an exception")
  }

  /// A rule that is in force on no date that is asked for.
  static func neverInForce(_ name: String, on dates: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "never-in-force", severity: .warning,
      message: "\"\(name)\" is not in force \(dates)", span: span,
      help: "ask for another date with \"as of\", or change when it is in force")
  }

  /// A state that holds on no date that is asked for.
  static func stateNeverHolds(on dates: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "state-never-holds", severity: .warning,
      message: "this state does not hold \(dates)", span: span,
      help: "ask for another date with \"as of\", or change its \"from\" and \"until\"")
  }
}
