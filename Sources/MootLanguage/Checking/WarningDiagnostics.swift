extension Diagnostic {
  /// A rule nobody argues and nothing supports.
  static func assumption(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "assumption", severity: .warning,
      message: "\"\(name)\" is your own assumption: nobody argues it and it cites nothing",
      span: span, help: "say who argues or holds it, or what it cites")
  }

  /// Rules of a file that nobody argues and nothing supports.
  static func assumptions(
    _ name: String, others: [SourceSpan], at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "assumption", severity: .warning,
      message: "\"\(name)\" and \(others.count) more rules of this file are your own assumptions: "
        + "nobody argues them and they cite nothing",
      span: span, notes: others.prefix(8).map { .init(message: "another one", span: $0) },
      help: "say who argues or holds them, or what they cite")
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

  /// Premises that cannot hold together.
  static func contradictoryPremises(
    of rule: String, isOnlyAlternative: Bool, _ contradiction: Contradiction
  ) -> Diagnostic {
    let subject = isOnlyAlternative ? "\"\(rule)\"" : "this alternative of \"\(rule)\""
    return neverFires(subject, contradiction)
  }

  /// Something with conditions that cannot hold together.
  private static func neverFires(_ subject: String, _ contradiction: Contradiction) -> Diagnostic {
    let isAlone = contradiction.first == contradiction.second
    return Diagnostic(
      code: "never-fires", severity: .warning,
      message: contradiction.isContestable
        ? "\(subject) can fire only where this is contested: it contradicts another premise"
        : "\(subject) can never fire: "
          + (isAlone ? "nothing satisfies this premise" : "this contradicts another premise"),
      span: contradiction.second,
      notes: isAlone ? [] : [.init(message: "the other premise", span: contradiction.first)],
      help: "change one of them, or begin another set of premises with \"or if\"")
  }

  /// A rule whose premise rests on the rule itself.
  static func groundlessRule(_ rule: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "never-fires", severity: .warning,
      message: "\"\(rule)\" can never fire: this premise rests on a circle of rules",
      span: span, help: "state a fact or a rule that provides it independently")
  }

  /// An exception part of which nothing provides.
  static func unprovidedException(of rule: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "idle-exception", severity: .warning,
      message: "this exception of \"\(rule)\" can never apply: no fact or rule provides it",
      span: span, help: "state when it holds, or declare it \"unknown\"")
  }

  /// An exception that contradicts itself or the premises.
  static func contradictoryException(
    of rule: String, _ contradiction: Contradiction
  ) -> Diagnostic {
    let isAlone = contradiction.first == contradiction.second
    return Diagnostic(
      code: "idle-exception", severity: .warning,
      message: "this exception of \"\(rule)\" can never apply: "
        + (isAlone ? "nothing satisfies it" : "it contradicts another condition"),
      span: contradiction.second,
      notes: isAlone ? [] : [.init(message: "the other condition", span: contradiction.first)])
  }

  /// A name used once that is like another one; names as they are written, quoted where need be.
  static func nearName(
    _ name: String, like other: String, at span: SourceSpan, first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "near-name", severity: .warning,
      message: "\(name.quotedOnce) is used only here, and is one letter from \(other.quotedOnce)",
      span: span, notes: [.init(message: "\(other.quotedOnce) is used here", span: first)],
      help: "did you mean \(other.quotedOnce)?")
  }

  /// A name that looks like another one.
  static func lookAlike(
    _ name: String, like other: String, _ odd: Unicode.Scalar, at span: SourceSpan,
    first: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "look-alike", severity: .warning,
      message: "\(name.quotedOnce) looks like \(other.quotedOnce), and is another name", span: span,
      notes: [.init(message: "\(other.quotedOnce) is used here", span: first)],
      help: "\"\(odd)\" (\(odd.codePoint)) stands in it instead; write both alike, or so that "
        + "they can be told apart")
  }

  /// A name with a character that cannot be seen.
  static func hiddenCharacter(
    _ hidden: Unicode.Scalar, in name: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "hidden-character", severity: .warning,
      message: "\(name.quotedOnce) has a character that cannot be seen or turns the direction of "
        + "writing: \(hidden.codePoint)", span: span, help: "remove it")
  }

  /// A name with letters of several scripts that look alike.
  static func mixedScripts(
    _ scripts: [String], in name: String, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      code: "mixed-script", severity: .warning,
      message: "\(name.quotedOnce) mixes letters of several scripts: "
        + scripts.joined(separator: ", "), span: span, help: "write it in the letters of one script"
    )
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

extension String {
  /// The text in quotation marks, which it may have already.
  fileprivate var quotedOnce: String { hasPrefix("\"") ? self : "\"\(self)\"" }
}
