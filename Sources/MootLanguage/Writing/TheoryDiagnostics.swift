extension Diagnostic {
  /// Something that conclusions depend on and a `.dfl` theory cannot say.
  static func notInTheory(_ what: String, of name: String?, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "not-in-dfl", severity: .error,
      message: "a .dfl file cannot say \(what)"
        + (name.map { ", and \"\($0)\" is left out" } ?? ", and it is left out"),
      span: span, help: "without it, the file concludes something else")
  }

  /// Something on which no conclusion depends, and for which a `.dfl` theory has no place.
  static func leftOutOfTheory(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "left-out-of-dfl", severity: .warning,
      message: "\(what) has no place in a .dfl file, and is left out", span: span)
  }
}
