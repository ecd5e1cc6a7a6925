extension Diagnostic {
  /// More objects and arrays inside each other than facts have.
  static func jsonTooDeep(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    factsError(
      "json-too-deep", "more than \(limit) objects and arrays stand inside each other", at: span)
  }

  /// A file that ends too early.
  static func jsonEndsEarly(expected: String, at span: SourceSpan) -> Diagnostic {
    factsError("unexpected-end", "the file ends where \(expected) is expected", at: span)
  }

  /// An escape that JSON does not have, or half a character.
  static func badJSONEscape(at span: SourceSpan) -> Diagnostic {
    factsError(
      "unknown-escape", "this is no character", at: span, help: "write \\\\ for a backslash")
  }

  /// Something that begins as a number and is none.
  static func badJSONNumber(at span: SourceSpan) -> Diagnostic {
    factsError(
      "bad-number", "this is no number of JSON", at: span,
      help: "write it without zeros before it, or as a string")
  }

  /// The file has not the form of facts.
  static func badFactsShape(_ needed: String, at span: SourceSpan) -> Diagnostic {
    factsError(
      "unexpected-value", "\(needed) must stand here", at: span,
      help:
        "facts are written {\"acquitted\": [[\"Kvasov\"]]} or {\"acquitted\": [{\"person\": \"Kvasov\"}]}"
    )
  }

  /// A key that an object has twice.
  static func duplicateMember(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      code: "duplicate-key", severity: .error, message: "\"\(name)\" is here already", span: span,
      notes: [.init(message: "the first one", span: first)])
  }

  /// A key that is no relation's.
  static func unknownFactsKey(
    _ key: String, nearest: String?, at span: SourceSpan
  ) -> Diagnostic {
    factsError(
      "unknown-key", "no relation has the key \"\(key)\"", at: span,
      help: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A member of a row that is no hole's.
  static func unknownMember(
    _ name: String, of key: String, nearest: String?, names: [String], at span: SourceSpan
  ) -> Diagnostic {
    factsError(
      "unknown-column", "\"\(name)\" is no hole of \"\(key)\"", at: span,
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "there are \(names.joined(separator: ", "))")
  }

  /// A row without a value for a hole.
  static func missingMember(_ name: String, of key: String, at span: SourceSpan) -> Diagnostic {
    factsError("missing-column", "\"\(name)\" of \"\(key)\" is missing", at: span)
  }

  /// A row with too few or too many values.
  static func wrongValueCount(
    _ count: Int, names: [String], at span: SourceSpan
  ) -> Diagnostic {
    factsError(
      "wrong-cell-count",
      "the row has \(count) \(count == 1 ? "value" : "values") instead of \(names.count)", at: span,
      help: names.isEmpty ? nil : "the values are \(names.joined(separator: ", "))")
  }

  /// A value that is not what its hole asks for.
  static func misfitValue(
    _ text: String, of name: String, sort: Relation.Sort, at span: SourceSpan
  ) -> Diagnostic {
    switch sort {
    case .date:
      factsError(
        "bad-date", "\(text) is no date, as \"\(name)\" must be", at: span,
        help: "write a date as \"2006\", \"2006-09\" or \"2006-09-01\"")
    case .number:
      factsError(
        "bad-number", "\(text) is no number, as \"\(name)\" must be", at: span,
        help: "write a number as 587000 or 12.5, with 38 digits at most")
    case .entity, .any:
      factsError(
        "bad-name", "\(text) is no name, as \"\(name)\" must be", at: span,
        help: "put a name in quotation marks")
    }
  }

  /// An error in facts.
  private static func factsError(
    _ code: String, _ message: String, at span: SourceSpan, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, span: span, help: help)
  }
}
