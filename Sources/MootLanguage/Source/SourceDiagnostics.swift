extension Diagnostic {
  /// A file whose places do not fit into a span.
  static func fileTooLarge(span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "file-too-large", severity: .error, message: "the file is larger than 4 GiB",
      span: span, help: "split it")
  }

  /// Bytes that are no text.
  static func notUTF8(span: SourceSpan, help: String) -> Diagnostic {
    Diagnostic(
      code: "invalid-utf8", severity: .error, message: "the file is not UTF-8 text", span: span,
      help: help)
  }
}
