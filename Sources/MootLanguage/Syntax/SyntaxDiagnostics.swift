extension Diagnostic {
  /// A line in column 1 begins with no keyword.
  static func unknownStatement(_ word: String, nearest: String?, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      code: "unknown-statement", severity: .error, message: "no statement begins with \"\(word)\"",
      span: span,
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "statements begin with fact, rule, relation, question, …; clauses are indented")
  }

  /// A clause that is not indented.
  static func clauseInFirstColumn(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "clause-not-indented", severity: .error,
      message: "\"\(word)\" begins a clause of the statement above it", span: span,
      help: "indent it")
  }

  /// A statement that is indented.
  static func indentedStatement(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "statement-indented", severity: .error,
      message: "\"\(word)\" begins a statement, which starts in column 1", span: span,
      help: "remove the space before it")
  }

  /// An indented line above all statements.
  static func clauseWithoutStatement(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "clause-without-statement", severity: .error,
      message: "an indented line without a statement above it", span: span,
      help: "statements start in column 1")
  }

  /// An indented line that begins with no keyword.
  static func unknownClause(
    _ word: String, of kind: Statement.Kind, nearest: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-clause", severity: .error,
      message: "no clause of \"\(kind.rawValue)\" begins with \"\(word)\"", span: span,
      help: nearest.map { "did you mean \"\($0)\"?" } ?? clauseList(of: kind))
  }

  /// A clause below a statement that has no such clause.
  static func misplacedClause(
    _ clause: Clause.Kind, of kind: Statement.Kind, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "misplaced-clause", severity: .error,
      message: "\"\(clause.rawValue)\" does not belong to \"\(kind.rawValue)\"", span: span,
      help: missingHead(of: clause, after: clauseList(of: kind)))
  }

  /// The clauses a statement may have, as help.
  private static func clauseList(of kind: Statement.Kind) -> String {
    let clauses = kind.clauseKinds.map(\.rawValue)
    return clauses.isEmpty
      ? "\"\(kind.rawValue)\" has no clauses"
      : "below \"\(kind.rawValue)\" may stand: \(clauses.joined(separator: ", "))"
  }

  /// A clause that a statement has once stands there twice.
  static func repeatedClause(
    _ clause: Clause.Kind, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "repeated-clause", severity: .error,
      message: "\"\(clause.rawValue)\" stands here a second time", span: span,
      notes: [.init(message: "the first one", span: first)],
      help: clause == .premise
        ? "go on with \"and\", or begin another set of premises with \"or if\""
        : missingHead(of: clause, after: nil))
  }

  /// A clause that has its place elsewhere in the statement.
  static func clauseOutOfOrder(_ clause: Clause.Kind, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "clause-out-of-order", severity: .error,
      message: "\"\(clause.rawValue)\" cannot stand here", span: span,
      help: clause == .continuation
        ? "\"and\" goes on with an \"if\", \"or if\" or \"unless\" above it"
        : clause == .furtherCondition
          ? "\"where\" goes on with an \"every … such that\" or a \"number of … such that\" above it"
          : missingHead(
            of: clause, after: "premises come first, then the exceptions, then \"then\""))
  }

  /// The statement that perhaps ought to begin above a clause, as help after other help.
  private static func missingHead(of clause: Clause.Kind, after help: String?) -> String {
    let beginning = help.map { $0 + "; " } ?? ""
    if let statement = Statement.Kind(rawValue: clause.rawValue) {
      return "\(beginning)for the statement \"\(statement.rawValue)\", remove the space before it"
    }
    let kinds = Statement.Kind.allCases.filter { $0.clauseKinds.contains(clause) }
    let list = kinds.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
    let question = "is the line missing above it that begins the next \(list)?"
    return beginning.isEmpty ? question : beginning + "or " + question
  }

  /// A part that must be there is not.
  static func missing(_ what: String, help: String? = nil, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "missing-part", severity: .error, message: "\(what) must follow here", span: span,
      help: help)
  }

  /// Something else stands where a part must be.
  static func expected(_ what: String, found: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unexpected-word", severity: .error,
      message: "\(what) must stand here, not \"\(found)\"", span: span)
  }

  /// Words after the end of what a line can say.
  static func trailingWords(
    _ text: String, clause: Clause.Kind?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "trailing-words", severity: .error, message: "\"\(text)\" is too much here", span: span,
      help: clause.map { "put \"\($0.rawValue)\" on a line of its own, indented" })
  }

  /// A date that is none.
  static func badDate(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-date", severity: .error, message: "\"\(text)\" is no date", span: span,
      help: "a date is written 2006, 2006-09 or 2006-09-01")
  }

  /// A chance that is none.
  static func badChance(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-chance", severity: .error, message: "\"\(text)\" is no chance", span: span,
      help: "write a number from 0 to 1")
  }

  /// A word that must be one of a few.
  static func unknownChoice(
    _ what: String, _ text: String, among choices: [String], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-\(what)", severity: .error, message: "\"\(text)\" is no \(what)", span: span,
      help: nearestName(to: text, among: choices).map { "did you mean \"\($0)\"?" }
        ?? "it is one of \(choices.joined(separator: ", "))")
  }

  /// More mistakes than anybody reads.
  static func tooManyDiagnostics(_ number: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "too-many-mistakes", severity: .error,
      message: "\(number) more mistakes are not listed",
      span: span)
  }
}
