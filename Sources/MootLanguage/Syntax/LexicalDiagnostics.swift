extension Diagnostic {
  /// The file is larger than a file may be.
  static func fileTooLarge(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "file-too-large", severity: .error,
      message: "the file is larger than \(limit / 1024 / 1024) MiB", span: span,
      help: "split it, or keep its facts in a `.csv` file")
  }

  /// The bytes are not UTF-8.
  static func invalidUTF8(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "invalid-utf8", severity: .error,
      message: "the file is not valid UTF-8 from here", span: span, help: "save it as UTF-8")
  }

  /// A quotation mark is never closed.
  static func unclosedQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unclosed-quote", severity: .error,
      message: "this quotation is not closed on its line", span: span, help: "end it with \"")
  }

  /// A backslash stands before something else than a quotation mark or a backslash.
  static func unknownEscape(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unknown-escape", severity: .error,
      message: "only \\\", \\\\ and \\u{…} may begin with a backslash in a quotation", span: span,
      help: "write \\\\ for a backslash")
  }

  /// A typographic quotation mark.
  static func curlyQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "curly-quote", severity: .error, message: "a curly quotation mark", span: span,
      help: "write straight ones: \"")
  }

  /// A space that looks like an ordinary one, or like nothing.
  static func unusualSpace(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unusual-space", severity: .error,
      message: "a space that is not the ordinary one", span: span, help: "write an ordinary space")
  }

  /// A control character.
  static func controlCharacter(_ byte: UInt8, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "control-character", severity: .error, message: "a control character (byte \(byte))",
      span: span, help: "remove it")
  }

  /// A question mark with a name that is none.
  static func badVariable(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-variable", severity: .error, message: "\"\(text)\" is no name of a variable",
      span: span, help: "use letters, digits, - and _ after the question mark")
  }
}
