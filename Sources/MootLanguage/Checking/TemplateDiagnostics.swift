extension Diagnostic {
  /// A quoted name stands in a template.
  static func quotedInTemplate(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-template", severity: .error, message: "a quotation cannot stand in a template",
      span: span, help: "a template is made of words and ?holes")
  }

  /// A hole has no name.
  static func namelessHole(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-template", severity: .error, message: "this hole has no name", span: span,
      help: "write a name after the question mark, such as \"?person\"")
  }

  /// Two holes of a template have one name.
  static func repeatedHole(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "repeated-hole", severity: .error, message: "a second hole has the name \"?\(name)\"",
      span: span, notes: [.init(message: "the first one", span: first)],
      help: "give each hole a name of its own")
  }

  /// A hole is said to take something unknown.
  static func unknownSort(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "unknown-sort", severity: .error,
      message: text.isEmpty
        ? "what the hole takes is missing" : "\"\(text)\" is nothing a hole takes",
      span: span, help: "write \": date\" or \": number\", or nothing for a name")
  }

  /// A template without words.
  static func emptyTemplate(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "empty-template", severity: .error, message: "a template needs a word beside its holes",
      span: span)
  }

  /// A template begins with words that mean something else there.
  static func forbiddenBeginning(_ words: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "forbidden-beginning", severity: .error,
      message: "a template cannot begin with \"\(words)\", which means something else there",
      span: span, help: "put another word first")
  }

  /// A contrary has other holes than the sentence.
  static func contraryHoles(at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "contrary-holes", severity: .error,
      message: "the contrary has not the same holes as the sentence", span: span,
      notes: [.init(message: "the sentence", span: first)])
  }

  /// A sentence and its contrary read the same.
  static func contraryReadsTheSame(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "ambiguous-template", severity: .error,
      message: "two forms of this declaration read the same sentence", span: span)
  }

  /// The verb of an action is not marked, or several are.
  static func verbMarks(_ number: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "verb-mark", severity: .error,
      message: number == 0
        ? "no word of this action is marked as its verb"
        : "\(number) words of this action are marked as its verb",
      span: span, help: "mark one: \"operate(s)\", \"pass(es)\" or \"[be|is]\"")
  }

  /// Two templates read the same sentence.
  static func ambiguousTemplate(
    _ text: String, _ other: String, at span: SourceSpan, first: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      code: "ambiguous-template", severity: .error,
      message: "\"\(text)\" can read the same sentence as \"\(other)\"", span: span,
      notes: first.map { [.init(message: "\"\(other)\" is declared here", span: $0)] } ?? [],
      help: "change a word of one of them")
  }

  /// Two templates have one key.
  static func duplicateKey(_ key: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "duplicate-key", severity: .error,
      message: "\"\(key)\" is already the key of another relation", span: span,
      notes: [.init(message: "the other one", span: first)],
      help: "give one of them a key of its own, with \"as\" below it")
  }

  /// A key that is none.
  static func badKey(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-key", severity: .error, message: "\"\(text)\" is no key", span: span,
      help: "write one word, or \"word(hole, hole)\"")
  }

  /// A key names other holes than the template.
  static func keyHoles(_ names: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "bad-key", severity: .error, message: "the key does not name each hole once",
      span: span,
      help: "the holes are \(names.joined(separator: ", "))")
  }
}
