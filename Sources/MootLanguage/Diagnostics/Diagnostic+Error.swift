/// Inside a stage, a diagnostic ends the reading of the line it concerns.
extension Diagnostic: Error {
  /// What ends the reading of a line because of a mistake elsewhere, which is reported there.
  static func consequence(at span: SourceSpan) -> Diagnostic {
    Diagnostic(code: "consequence", severity: .error, message: "", span: span)
  }

  /// Whether it only follows from a mistake elsewhere, and is not to be shown.
  var isConsequence: Bool { code == "consequence" }
}
