extension Diagnostic {
  /// A quotation mark without its partner on the line.
  static func unclosedQuote(span: SourceSpan) -> Diagnostic {
    syntaxError("unclosed-quote", "the quotation does not end on this line", span: span)
  }

  /// Something that cannot stand where it does.
  static func unexpectedToken(_ text: String, expected: String, span: SourceSpan) -> Diagnostic {
    let isComment = text == "%" || text == "#"
    return syntaxError(
      "unexpected-token", "\"\(text)\" stands where \(expected) is expected", span: span,
      help: isComment ? "put a space before a comment" : nil)
  }

  /// A line that ends too early.
  static func unexpectedEnd(expected: String, span: SourceSpan) -> Diagnostic {
    syntaxError("unexpected-end", "the line ends where \(expected) is expected", span: span)
  }

  /// A line that is neither fact, rule nor ranking.
  static func noStatement(span: SourceSpan) -> Diagnostic {
    syntaxError(
      "unknown-statement", "this is neither a fact, a rule nor a preference", span: span,
      help: "write \">> p\" for a fact, \"r1: p => q\" for a rule, \"r2 > r1\" for a preference")
  }

  /// `not p` after the arrow.
  static func negationAsFailureInHead(span: SourceSpan) -> Diagnostic {
    syntaxError(
      "not-in-conclusion", "\"not\" can stand in a body only", span: span,
      help: "write \"-p\" for the contrary of \"p\"")
  }

  /// `not (p, q)`.
  static func bracketedNot(span: SourceSpan) -> Diagnostic {
    syntaxError(
      "unexpected-token", "\"not\" is followed by a parenthesis", span: span,
      help: "write \"not p\", once for each exception")
  }

  /// More than one literal after the arrow.
  static func severalConclusions(span: SourceSpan) -> Diagnostic {
    syntaxError(
      "several-conclusions", "a rule has one conclusion", span: span,
      help: "write one rule for each")
  }

  /// A term with arguments of its own.
  static func nestedTerm(span: SourceSpan) -> Diagnostic {
    syntaxError(
      "nested-term", "a term cannot have arguments of its own", span: span,
      help: "make the parts arguments of the predicate")
  }

  private static func syntaxError(
    _ code: String, _ message: String, span: SourceSpan, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, span: span, help: help)
  }
}

extension SourceSpan {
  /// A stretch of the file with an index.
  init(_ file: UInt32, _ lower: UInt32, _ upper: UInt32) {
    self.init(file: file, lower: lower, upper: upper)
  }
}
