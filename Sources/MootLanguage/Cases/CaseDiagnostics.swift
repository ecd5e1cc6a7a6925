extension Diagnostic {
  /// A case has not the form of one.
  static func badCaseShape(_ needed: String, at span: SourceSpan) -> Diagnostic {
    caseError(
      "unexpected-value", "\(needed) must stand here", at: span,
      help: "a case is written {\"id\": \"17\", \"facts\": {\"acquitted\": [[\"Kvasov\"]]}}")
  }

  /// A member that cases do not have.
  static func unknownCaseMember(
    _ name: String, nearest: String?, at span: SourceSpan
  ) -> Diagnostic {
    caseError(
      "unknown-key", "a case has no \"\(name)\"", at: span,
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "it has id, facts, suppose and asOf")
  }

  /// A date of the answers that is none.
  static func badCaseDate(at span: SourceSpan) -> Diagnostic {
    caseError(
      "bad-date", "this is no date", at: span,
      help: "write a date as \"2006\", \"2006-09\" or \"2006-09-01\"")
  }

  /// A fact that leaves something open.
  static func openFact(at span: SourceSpan) -> Diagnostic {
    caseError("misplaced-wildcard", "a fact names one thing in each place", at: span)
  }

  /// A column of cases that is nothing the program knows.
  static func unknownCaseColumn(
    _ name: String, help: String?, at span: SourceSpan
  ) -> Diagnostic {
    caseError(
      "unknown-column",
      "the column \"\(name)\" is no sentence and no key of a relation", at: span, help: help)
  }

  /// A column that names a relation, and of several holes none.
  static func manyHoles(_ key: String, _ holes: [String], at span: SourceSpan) -> Diagnostic {
    caseError(
      "unknown-column", "\"\(key)\" has \(holes.count) holes, and a column fills one", at: span,
      help: "write \(holes.map { "\"\(key).\($0)\"" }.joined(separator: ", "))")
  }

  /// A column whose sentence has more than one lone question mark.
  static func manyWildcards(at span: SourceSpan) -> Diagnostic {
    caseError(
      "unknown-column", "a cell can fill one \"?\" only", at: span,
      help: "name another column instead: \"?person\" stands for what the column \"person\" has")
  }

  /// A header with more columns than cases can have something in.
  static func tooManyColumns(_ count: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
    caseError(
      "too-many-columns", "there are \(count) columns, and no more than \(limit) are read",
      at: span,
      help: "write what a case states as JSON, one case a line")
  }

  /// A cell that answers a yes-or-no column otherwise.
  static func neitherYesNorNo(_ text: String, column: String, at span: SourceSpan) -> Diagnostic {
    caseError(
      "unexpected-value", "\"\(text)\" in the column \"\(column)\" is neither yes nor no", at: span,
      help: "write yes, no, or nothing where it is not known")
  }

  /// An error in a case.
  private static func caseError(
    _ code: String, _ message: String, at span: SourceSpan, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, span: span, help: help)
  }
}
