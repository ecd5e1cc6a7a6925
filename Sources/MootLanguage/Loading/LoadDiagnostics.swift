extension Diagnostic {
  /// Whether it is that something is not declared.
  var concernsUnknownName: Bool {
    let codes = [
      "unknown-sentence", "unknown-rule", "unknown-speaker", "unknown-source", "unknown-question",
      "unknown-scenario",
    ]
    return codes.contains(code)
  }

  /// A file outside the folder of the file named by the user.
  static func usedOutside(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-outside", severity: .error,
      message: "\"\(name)\" is not within the folder of the file you named", span: span,
      help: "use a file of that folder, by its path from this file")
  }

  /// A file that holds no rules.
  static func usedNoRuleFile(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-no-rule-file", severity: .error, message: "\"\(name)\" is no \".moot\" file",
      span: span, help: "facts from other files are given on the command line")
  }

  /// Files that use each other.
  static func useCycle(_ paths: [String], at span: SourceSpan) -> Diagnostic {
    let steps = paths.map { "\"\($0)\"" }.joined(separator: " uses ")
    return Diagnostic(
      code: "use-cycle", severity: .error, message: "files use each other: \(steps)", span: span)
  }

  /// Files use each other in too long a row.
  static func useTooDeep(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-limit", severity: .error,
      message: "more than \(limit) files use each other in a row", span: span)
  }

  /// Too many files are used.
  static func tooManyFiles(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-limit", severity: .error, message: "more than \(limit) files are used", span: span)
  }

  /// A file that does not exist.
  static func fileNotFound(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-not-found", severity: .error, message: "there is no file \"\(path)\"", span: span)
  }

  /// A file that cannot be read.
  static func fileUnreadable(_ path: String, _ reason: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "use-unreadable", severity: .error,
      message: "\"\(path)\" cannot be read: \(reason)", span: span)
  }
}
