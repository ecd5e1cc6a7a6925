extension SentenceReader {
  /// What is wrong with words that no template reads.
  mutating func unreadable(_ range: TokenRange, of tree: SyntaxTree) -> Diagnostic {
    let span = tree.span(of: range)
    let text = tree.text(of: range, in: lexicon)
    if let other = unsupported(range, of: tree) ?? misfit(range, of: tree) { return other }
    if let other = correctedModal(range, of: tree) ?? clauseBehind(range, of: tree) { return other }
    guard suggestionBudget > 0, range.count <= 64 else {
      return .unknownSentence(text, nearest: nil, declaration: nil, at: span)
    }
    suggestionBudget -= 1
    let tokens = Array(tree[range])
    if brokenTemplates.contains(where: { isMeant($0, by: tokens) }) {
      return .consequence(at: span)
    }
    if let form = formWithQuotedNames(tokens) {
      return .unquotedName(text, template: self.text(of: form), at: span)
    }
    guard let form = nearestForm(to: tokens) else {
      return .unknownSentence(text, nearest: nil, declaration: nil, at: span)
    }
    noteMiss(text, tokens, of: form, at: span)
    return .unknownSentence(
      text, nearest: self.text(of: form), declaration: declaration(of: form), at: span)
  }

  /// The declaration a form comes from.
  func declaration(of form: TemplateIndex.Form) -> SourceSpan? {
    switch form.reading {
    case .literal(_, let id): program[id].span
    case .reserved: nil
    }
  }

  /// What is wrong when the words are something else than a sentence.
  private func unsupported(_ range: TokenRange, of tree: SyntaxTree) -> Diagnostic? {
    let span = tree.span(of: range)
    let first = tree.tokens[Int(range.lower)]
    let keyword = first.kind == .word ? lexicon.keyword(of: first.symbol) : nil
    if keyword == .every { return .reservedWords("every … such that", at: span) }
    if keyword == .at { return .reservedWords("at …,", at: span) }
    if keyword == .not { return .misplaced("\"not\" before \"not\"", at: span) }
    if let index = templates.match(tree[range], in: lexicon, strictness: .anyTerm),
      case .reserved(let form) = templates.forms[index].reading
    {
      return .reservedWords(form, at: span)
    }
    var expressions = ExpressionReader(range, of: tree, with: lexicon)
    if (try? expressions.comparison()) != nil { return .reservedWords("?x = ?y + ?z", at: span) }
    return nil
  }

  /// What is wrong when the words are those of a template and a term does not fit its hole.
  private func misfit(_ range: TokenRange, of tree: SyntaxTree) -> Diagnostic? {
    guard let index = templates.match(tree[range], in: lexicon, strictness: .anyTerm),
      case .literal(_, let relation) = templates.forms[index].reading
    else { return nil }
    for (piece, token) in zip(templates.forms[index].pieces, tree[range]) {
      guard case .hole(let hole, let sort) = piece, !lexicon.isAdmitted(token, by: sort) else {
        continue
      }
      return .wrongSort(
        lexicon.text(of: token.symbol), hole: program[relation].holes[hole].name, sort: sort,
        at: tree.span(of: token), declaration: program[relation].span)
    }
    return nil
  }

  /// What is wrong when a clause stands on the line of a sentence.
  private func clauseBehind(_ range: TokenRange, of tree: SyntaxTree) -> Diagnostic? {
    for index in range.indices.dropFirst().prefix(64) {
      let token = tree.tokens[index]
      guard token.kind == .word, let keyword = lexicon.keyword(of: token.symbol),
        Clause.Kind(rawValue: keyword.rawValue) != nil,
        let form = templates.match(
          tree.tokens[Int(range.lower)..<index], in: lexicon, strictness: .sorted),
        case .literal = templates.forms[form].reading
      else { continue }
      let clause = TokenRange(lower: UInt32(index), upper: range.upper)
      return .clauseOnSameLine(keyword.rawValue, at: tree.span(of: clause))
    }
    return nil
  }

  /// What is wrong when `may not` or `shall` stands where a mode of an action must.
  private func correctedModal(_ range: TokenRange, of tree: SyntaxTree) -> Diagnostic? {
    let tokens = tree[range]
    for index in tokens.indices where tokens[index].kind == .word {
      let keyword = lexicon.keyword(of: tokens[index].symbol)
      guard keyword == .may || keyword == .shall else { continue }
      let token = tokens[index]
      var words = Array(tokens)
      words[index - tokens.startIndex] = Token(
        kind: .word, symbol: Keyword.must.symbol, lower: token.lower, upper: token.upper)
      guard templates.match(words[...], in: lexicon, strictness: .anyTerm) != nil else { continue }
      return keyword == .may
        ? .ambiguousMayNot(
          at: tree.span(of: TokenRange(lower: UInt32(index), upper: UInt32(index) + 2)))
        : .shall(at: tree.span(of: token))
    }
    return nil
  }
}

extension SentenceReader {
  /// Notes the words of a declaration that could not be read.
  mutating func noteBrokenTemplate(_ tokens: some Sequence<Token>) {
    var pieces: [TemplateIndex.Piece] = []
    var followsColon = false
    for token in tokens {
      let text = lexicon.text(of: token.symbol)
      if text == "/" {
        brokenTemplates.append(pieces)
        pieces = []
      } else if token.kind == .variable || token.kind == .wildcard {
        pieces.append(.hole(0, .any))
      } else if !followsColon, text != ":" {
        pieces.append(.word(lexicon.intern(Verb(reading: text)?.bare ?? text)))
      }
      followsColon = text == ":"
    }
    brokenTemplates.append(pieces)
  }

  /// Whether a sentence was meant for a declaration that could not be read, whatever its mode.
  private func isMeant(_ template: [TemplateIndex.Piece], by tokens: [Token]) -> Bool {
    guard template.count <= 64 else { return false }
    let words = tokens.filter { token in
      let keyword = token.kind == .word ? lexicon.keyword(of: token.symbol) : nil
      return keyword != .may && keyword != .must && keyword != .need && keyword != .not
    }
    let number = template.count { if case .word = $0 { true } else { false } }
    return distance(from: words, to: template) <= 6 * (number / 2) + template.count + 2
  }

  /// The form whose holes would read the words if names of several words were quoted.
  private func formWithQuotedNames(_ tokens: [Token]) -> TemplateIndex.Form? {
    templates.forms.first { form in
      guard case .literal = form.reading, form.pieces.count < tokens.count,
        form.pieces.count(where: { if case .hole = $0 { true } else { false } }) > 0
      else { return false }
      // reachable[i]: the pieces so far can read the first i words, each hole one or more of them.
      var reachable = Array(repeating: false, count: tokens.count + 1)
      reachable[0] = true
      for piece in form.pieces {
        var next = Array(repeating: false, count: tokens.count + 1)
        for index in tokens.indices {
          switch piece {
          case .word(let symbol):
            next[index + 1] = reachable[index] && tokens[index].symbol == symbol
          case .hole:
            next[index + 1] =
              (reachable[index] || next[index]) && tokens[index].kind != .mark
              && (reachable[index]
                || tokens[index].kind == .word && tokens[index - 1].kind == .word)
          }
        }
        reachable = next
      }
      return reachable[tokens.count]
    }
  }

  /// The form most like the words.
  private func nearestForm(to tokens: [Token]) -> TemplateIndex.Form? {
    var best: TemplateIndex.Form?
    var bestDistance = 6 * max(1, tokens.count / 2) + 3
    for form in templates.forms.prefix(5000) {
      guard case .literal = form.reading, abs(form.pieces.count - tokens.count) * 6 < bestDistance
      else { continue }
      let distance = distance(from: tokens, to: form.pieces)
      if distance < bestDistance {
        best = form
        bestDistance = distance
      }
    }
    return best
  }

  /// How much must be changed for words to fit a form: 6 for a word, 2 for a spelling, 1 for each hole, so
  /// that the form that shares most words is the nearest.
  private func distance(from tokens: [Token], to pieces: [TemplateIndex.Piece]) -> Int {
    var previous = (0...pieces.count).map { $0 * 6 }
    var current = previous
    for (row, token) in tokens.enumerated() {
      current[0] = (row + 1) * 6
      for (column, piece) in pieces.enumerated() {
        let replaced = previous[column] + cost(of: token, for: piece)
        current[column + 1] = min(replaced, previous[column + 1] + 6, current[column] + 6)
      }
      swap(&previous, &current)
    }
    return previous[pieces.count]
  }

  /// What it costs to read a token as a piece.
  private func cost(of token: Token, for piece: TemplateIndex.Piece) -> Int {
    switch piece {
    case .hole(_, let sort): return lexicon.isAdmitted(token, by: sort) ? 1 : 6
    case .word(let symbol):
      if token.symbol == symbol { return token.kind == .quoted ? 2 : 0 }
      let (written, wanted) = (lexicon.bytes(of: token.symbol), lexicon.bytes(of: symbol))
      guard abs(written.count - wanted.count) <= 2, wanted.count <= 64 else { return 6 }
      let limit = max(1, wanted.count / 3)
      return slips(from: written, to: wanted, atMost: limit) == nil ? 6 : 2
    }
  }
}
