extension Parser {
  /// The statement that the line begins, and how many words its keyword has.
  func statementKind() -> (kind: Statement.Kind, words: Int)? {
    statementKeywords.match { keyword($0) }
  }

  /// Reads the first line of a statement, after its keyword.
  mutating func statementForm(
    _ kind: Statement.Kind
  ) throws(Diagnostic) -> Statement.Form {
    let form: Statement.Form
    switch kind {
    case .title: form = .title(try takeQuoted("a title"))
    case .asOf: form = .asOf(try takeDate())
    case .use: form = .use(try takeQuoted("the name of a file"))
    case .source: form = try sourceForm()
    case .speaker:
      form = .speaker(name: try takeName("a name"), description: takeQuotedIfPresent())
    case .relation: form = try relationForm()
    case .action: form = .action(try takeRest("the words of the action"))
    case .incompatible: form = .incompatible(try takeRest("a sentence"))
    case .fact: form = .fact(try takeRest("a sentence"))
    case .contention: form = .contention(name: try takeName("a name"))
    case .unknown: form = .unknown(try takeRest("a sentence"))
    case .rule: form = .rule(name: try takeName("a name"), title: takeQuotedIfPresent())
    case .preference: form = try preferenceForm()
    case .question: form = .question(name: try takeName("a name"), title: takeQuotedIfPresent())
    case .expectation: form = try expectationForm()
    case .scenario: form = .scenario(name: try takeName("a name"), title: takeQuotedIfPresent())
    case .name:
      form = .name(try takeName("a name"), text: try takeQuoted("how it is printed"))
    }
    try requireEnd()
    return form
  }

  /// Reads what a fact or rule may cite.
  ///
  ///     source = "source", key, quoted, [ ",", date ]
  private mutating func sourceForm() throws(Diagnostic) -> Statement.Form {
    let key = try takeName("a key")
    let text = try takeQuoted("the citation")
    let date = accept(.comma) ? try takeDate() : nil
    return .source(key: key, text: text, date: date)
  }

  /// Reads a template and the one for its contrary.
  ///
  ///     relation = "relation", template, [ "/", template ]
  private mutating func relationForm() throws(Diagnostic) -> Statement.Form {
    let all = try takeRest("the words of the relation")
    let slashes = all.indices.filter {
      tree.tokens[$0].kind == .word && lexicon.keyword(of: tree.tokens[$0].symbol) == .slash
    }
    guard let slash = slashes.first else { return .relation(sentence: all, contrary: nil) }
    if slashes.count > 1 {
      throw .expected(
        "one sentence for the contrary", found: "/", at: tree.span(of: tree.tokens[slashes[1]]))
    }
    let sentence = TokenRange(lower: all.lower, upper: UInt32(slash))
    let contrary = TokenRange(lower: UInt32(slash) + 1, upper: all.upper)
    guard !sentence.isEmpty, !contrary.isEmpty else {
      throw .missing(
        sentence.isEmpty ? "the sentence before \"/\"" : "the sentence for the contrary",
        at: tree.span(of: tree.tokens[slash]))
    }
    return .relation(sentence: sentence, contrary: contrary)
  }

  /// Reads which of two rules prevails.
  ///
  ///     preference = "prefer", name, "over", name, [ "as", name ]
  private mutating func preferenceForm() throws(Diagnostic) -> Statement.Form {
    let preferred = try takeName("the name of a rule")
    try require(.over)
    let over = try takeName("the name of a rule")
    let name = accept(.as) ? try takeName("a name") : nil
    return .preference(preferred: preferred, over: over, name: name)
  }
}
