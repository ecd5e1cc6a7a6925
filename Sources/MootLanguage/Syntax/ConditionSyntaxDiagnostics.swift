extension Diagnostic {
  /// A word stands in a calculation that no calculation has.
  static func notInCalculation(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-calculation", severity: .error,
      message: "\"\(word)\" cannot stand in a calculation", span: span,
      help: "it is made of variables, numbers and dates; operations such as + stand between spaces")
  }

  /// A calculation with more terms than are read.
  static func calculationTooLong(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-calculation", severity: .error,
      message: "a calculation can have \(limit) values and brackets inside each other at most",
      span: span, help: "work a part of it out in a condition of its own")
  }

  /// What an `every` demands of each is missing.
  static func universalWithoutBody(at span: SourceSpan) -> Diagnostic {
    .missing(
      "\":\" and what must hold for each",
      help: "it stands at the end of the line, or of the last \"where\" line below it", at: span)
  }
}
