extension Diagnostic {
  /// A rule nobody argues and nothing supports.
  static func assumption(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "assumption", severity: .warning,
      message: "\"\(name)\" is your own assumption: nobody argues it and it cites nothing",
      span: span, help: "say who argues or holds it, or what it cites")
  }

  /// A source that nothing cites.
  static func sourceNotCited(_ key: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "source-not-cited", severity: .warning, message: "nothing cites \"\(key)\"", span: span)
  }

  /// A preference between rules that never conflict.
  static func idlePreference(_ name: String, over other: String, at span: SourceSpan) -> Diagnostic
  {
    Diagnostic(
      code: "idle-preference", severity: .warning,
      message: "\"\(name)\" and \"\(other)\" never conflict", span: span,
      help: "declare what they conclude \"incompatible\", or remove the preference")
  }

  /// A premise that nothing provides.
  static func unprovidedPremise(of rule: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unprovided-premise", severity: .warning,
      message: "no fact or rule provides this premise of \"\(rule)\"", span: span)
  }

  /// A negated sentence of a relation without words for it.
  static func wordlessContrary(at span: SourceSpan, relation: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "wordless-contrary", severity: .warning,
      message: "the contrary has no words of its own", span: span,
      notes: [.init(message: "the relation", span: relation)],
      help: "give the relation a sentence for it, after \" / \"")
  }
}
