extension Diagnostic {
  /// A variable in a fact of a theory.
  static func variableInFact(_ name: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "variable-in-fact", severity: .error,
      message: "a fact cannot have the variable \"\(name)\"", span: span,
      help: name.hasPrefix("?") || name == "_"
        ? "write a name" : "write \"\(name)\" in quotes to make it a name")
  }

  /// A variable that no premise gives a value.
  static func unsafeVariable(inTheory name: String, span: SourceSpan) -> Diagnostic {
    let isAnything = name == "?" || name == "_"
    return Diagnostic(
      code: "unsafe-variable", severity: .error,
      message: isAnything
        ? "\"\(name)\" is anything, and so can stand in premises and exceptions only"
        : "no premise says what \"\(name)\" is",
      span: span,
      help: isAnything || name.hasPrefix("?")
        ? "use a variable of a premise"
        : "use it in a premise, or write it in quotes to make it a name")
  }

  /// A label that is taken.
  static func duplicateLabel(
    _ name: String, span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "duplicate-name", severity: .error, message: "the label \"\(name)\" is taken",
      span: span, notes: [Note(message: "\"\(name)\" is first used here", span: first)],
      help: "choose another label")
  }

  /// A preference about a label that nothing has.
  static func unknownLabel(_ name: String, nearest: String?, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unknown-name", severity: .error, message: "no rule has the label \"\(name)\"",
      span: span, help: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A preference about a fact.
  static func rankedFact(_ name: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "preference-of-fact", severity: .error,
      message: "\"\(name)\" is a fact, and only rules can be preferred", span: span,
      help: "leave it out: nothing prevails over a fact")
  }

  /// A rule preferred to itself.
  static func selfPreference(_ name: String, span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "self-preference", severity: .error,
      message: "\"\(name)\" is preferred to itself", span: span)
  }

  /// Preferences that lead back to where they began; `names` may be only the first of `length` rules.
  static func preferenceCircle(_ names: [String], length: Int, span: SourceSpan) -> Diagnostic {
    let shown = names + (names.count < length ? ["…"] : []) + names.prefix(1)
    return Diagnostic(
      code: "preference-cycle", severity: .error,
      message: "the preferences go round in a circle: \(shown.joined(separator: " > "))",
      span: span, help: "drop one of them")
  }
}
