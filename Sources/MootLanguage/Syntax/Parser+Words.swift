extension Parser {
  /// The keyword at a distance from the place reached on the line; a quoted word is none.
  func keyword(_ distance: Int = 0) -> Keyword? {
    let index = Int(rest.lower) + distance
    guard index < Int(rest.upper) else { return nil }
    let token = tree.tokens[index]
    switch token.kind {
    case .word, .mark: return lexicon.keyword(of: token.symbol)
    case .quoted, .variable, .wildcard: return nil
    }
  }

  /// Steps over words when they come next.
  mutating func accept(_ words: Keyword...) -> Bool {
    for (distance, word) in words.enumerated() where keyword(distance) != word { return false }
    rest = rest.dropFirst(words.count)
    return true
  }

  /// Steps over words that must come next.
  mutating func require(_ word: Keyword) throws(Diagnostic) {
    if !accept(word) { throw unexpected("\"\(word.rawValue)\"") }
  }

  /// Takes the next token when it is of a kind.
  mutating func take(_ kind: Token.Kind, _ what: String) throws(Diagnostic) -> TokenIndex {
    guard !rest.isEmpty, tree.tokens[Int(rest.lower)].kind == kind else { throw unexpected(what) }
    defer { rest = rest.dropFirst(1) }
    return TokenIndex(raw: rest.lower)
  }

  /// Takes a bare name.
  mutating func takeName(_ what: String) throws(Diagnostic) -> TokenIndex {
    try take(.word, what)
  }

  /// Takes a quoted text.
  mutating func takeQuoted(_ what: String) throws(Diagnostic) -> TokenIndex {
    try take(.quoted, "\(what) in quotation marks")
  }

  /// Takes a quoted text, if one comes next.
  mutating func takeQuotedIfPresent() -> TokenIndex? {
    guard !rest.isEmpty, tree.tokens[Int(rest.lower)].kind == .quoted else { return nil }
    defer { rest = rest.dropFirst(1) }
    return TokenIndex(raw: rest.lower)
  }

  /// Takes a date.
  ///
  ///     date = year | year, "-", month | year, "-", month, "-", day
  mutating func takeDate() throws(Diagnostic) -> TokenIndex {
    let index = try take(.word, "a date")
    guard Value.date(reading: lexicon.bytes(of: tree[index].symbol)) != nil else {
      throw .badDate(lexicon.text(of: tree[index].symbol), at: tree.span(of: index))
    }
    return index
  }

  /// Takes names with commas between them.
  ///
  ///     names = name, { ",", name }
  mutating func takeNames(_ what: String) throws(Diagnostic) -> [TokenIndex] {
    var names = [try takeName(what)]
    while accept(.comma) { names.append(try takeName(what)) }
    return names
  }

  /// Takes all that is left of the line, which must be something.
  mutating func takeRest(_ what: String) throws(Diagnostic) -> TokenRange {
    guard !rest.isEmpty else { throw unexpected(what) }
    defer { rest = rest.dropFirst(rest.count) }
    return rest
  }

  /// Complains when something is left of the line.
  func requireEnd() throws(Diagnostic) {
    guard rest.isEmpty else {
      let clause = clauseKind()?.kind
      throw .trailingWords(text(of: rest), clause: clause, at: tree.span(of: rest))
    }
  }

  /// What is wrong when something must come next and does not.
  func unexpected(_ what: String) -> Diagnostic {
    if rest.isEmpty {
      let last = tree.tokens[max(Int(rest.lower) - 1, 0)]
      let end = SourceSpan(file: tree.file, lower: last.lower, upper: last.upper)
      return .missing(what, at: end)
    }
    let token = tree.tokens[Int(rest.lower)]
    return .expected(what, found: lexicon.text(of: token.symbol), at: tree.span(of: token))
  }

  /// The words of a stretch of tokens.
  func text(of range: TokenRange) -> String {
    tree.text(of: range, in: lexicon)
  }
}

extension SyntaxTree {
  /// The words of a stretch of tokens, with a space between them and none before marks.
  func text(of range: TokenRange, in lexicon: Lexicon) -> String {
    var text = ""
    for token in self[range] {
      if !text.isEmpty, token.kind != .mark { text += " " }
      let word = lexicon.text(of: token.symbol)
      text += token.kind == .quoted ? "\"\(word)\"" : word
    }
    return text
  }
}
