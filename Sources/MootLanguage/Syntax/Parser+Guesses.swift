extension Parser {
  /// The statement that a line in column 1 was meant for, going by what stands after its first word, or by all
  /// of it where the keyword was forgotten, and by the clauses below it.
  func likelyStatement() -> Statement.Kind? {
    guard !log.isFull else { return nil }
    let bodies = [rest.dropFirst(1), rest]
    for body in bodies {
      if isDateBehindOf(body) { return .asOf }
      for kind in [Statement.Kind.expectation, .preference] where reads(body, as: kind) {
        return kind
      }
    }
    let clauses = clausesBelow
    for body in bodies {
      let kinds = tree[body].map(\.kind)
      if reads(body, as: .source), kinds.count > 2 { return .source }
      if kinds == [.word, .quoted] { return namedStatement(with: clauses) }
      if kinds == [.word], !clauses.isEmpty { return namedStatement(with: clauses) }
      if kinds == [.quoted], tree.statements.isEmpty, open == nil { return .title }
    }
    return likelySentence(bodies[0], clauses)
  }

  /// The clause that a line was meant for, going by what stands after its first word and by its place.
  func likelyClause(of statement: Statement.Kind) -> Clause.Kind? {
    guard !log.isFull, !rest.isEmpty else { return nil }
    let words = clauseKind()?.words ?? 1
    let kinds = statement.clauseKinds
    for body in [rest.dropFirst(words), rest] where !body.isEmpty {
      let likely = likelyClause(with: body, among: kinds)
      if let likely, kinds.contains(likely) { return likely }
    }
    return nil
  }

  /// The keyword of the statement that a line was meant for: the one it is spelt like, unless the rest of the
  /// line reads like another.
  func suggestion(spelt: String?) -> String? {
    if let spelt, let kind = Statement.Kind(rawValue: spelt), reads(rest.dropFirst(1), as: kind) {
      return spelt
    }
    return likelyStatement()?.rawValue ?? spelt
  }

  /// Whether some words are the first line of a statement of a kind, but for its keyword.
  private func reads(_ body: TokenRange, as kind: Statement.Kind) -> Bool {
    guard !body.isEmpty else { return false }
    var trial = self
    trial.rest = body
    do throws(Diagnostic) {
      _ = try trial.statementForm(kind)
      return true
    } catch {
      return false
    }
  }

  private func isDateBehindOf(_ body: TokenRange) -> Bool {
    body.count == 2 && lexicon.keyword(of: tree.tokens[Int(body.lower)].symbol) == .of
      && isDate(tree.tokens[Int(body.lower) + 1])
  }

  private func isDate(_ token: Token) -> Bool {
    token.kind == .word && Value.date(reading: lexicon.bytes(of: token.symbol)) != nil
  }

  /// The statement with a name that has some clauses.
  private func namedStatement(with clauses: [Clause.Kind]) -> Statement.Kind {
    if clauses.contains(.ask) { return .question }
    if clauses.contains(.that) { return .contention }
    if clauses.contains(.url) { return .source }
    return clauses.contains(.conclusion) || clauses.contains(.premise) ? .rule : .speaker
  }

  /// The statement that has a sentence or a template.
  private func likelySentence(_ body: TokenRange, _ clauses: [Clause.Kind]) -> Statement.Kind? {
    guard body.count > 1 else { return nil }
    if clauses.contains(.with) { return .incompatible }
    if clauses.contains(.chance) { return .unknown }
    let tokens = tree[body]
    if tokens.contains(where: { Verb(reading: lexicon.text(of: $0.symbol)) != nil }) {
      return .action
    }
    return tokens.contains { $0.kind == .variable } ? .relation : .fact
  }

  /// The kinds of the clauses below the present line.
  private var clausesBelow: [Clause.Kind] {
    linesBelow.prefix { $0.isIndented }.prefix(16).compactMap { line in
      clauseKind(of: line)
    }
  }

  /// The lines below the present one.
  private var linesBelow: ArraySlice<TokenizedSource.Line> {
    lines.dropFirst(lineIndex + 1)
  }

  private func clauseKind(of line: TokenizedSource.Line) -> Clause.Kind? {
    var trial = self
    trial.rest = line.tokens
    return trial.clauseKind()?.kind
  }

  /// The clause that some words would be, going by their shape.
  private func likelyClause(
    with body: TokenRange, among kinds: [Clause.Kind]
  ) -> Clause.Kind? {
    let tokens = tree[body]
    guard let first = tokens.first else { return nil }
    if tokens.count == 1, first.kind == .quoted { return kinds.contains(.url) ? .url : .because }
    if tokens.count == 1, isDate(first) {
      if kinds.contains(.asOf) { return .asOf }
      return open?.single[.from] == nil ? .from : .until
    }
    if lexicon.keyword(of: first.symbol) == .by { return .arguedBy }
    let isList = tokens.enumerated().allSatisfy { place, token in
      place % 2 == 0 ? token.kind == .word : lexicon.keyword(of: token.symbol) == .comma
    }
    if isList {
      if kinds.contains(.spokenFor) { return .spokenFor }
      return isSpeaker(first) ? .arguedBy : .cites
    }
    return likelyCondition(among: kinds)
  }

  /// Whether a name is declared as a speaker's in this file.
  private func isSpeaker(_ name: Token) -> Bool {
    lines.contains { line in
      line.tokens.count > 1 && !line.isIndented
        && lexicon.keyword(of: tree.tokens[Int(line.tokens.lower)].symbol) == .speaker
        && tree.tokens[Int(line.tokens.lower) + 1].symbol == name.symbol
    }
  }

  /// The clause with a sentence that belongs to this place of the statement.
  private func likelyCondition(among kinds: [Clause.Kind]) -> Clause.Kind? {
    for kind in [Clause.Kind.that, .ask, .with, .changes] where kinds.contains(kind) {
      return kind
    }
    guard kinds.contains(.premise), let open else { return nil }
    switch open.place {
    case .conclusion: return nil
    case .beginning: return isLastCondition ? .conclusion : .premise
    case .premises, .exceptions: return isLastCondition ? .conclusion : .continuation
    }
  }

  /// Whether no condition and no conclusion follows in the statement.
  private var isLastCondition: Bool {
    open?.form.kind == .rule
      && !clausesBelow.contains { kind in
        [.premise, .continuation, .alternative, .exception, .conclusion].contains(kind)
      }
  }
}

extension Diagnostic {
  /// The diagnostic with the keyword that was perhaps meant, before the help it has.
  func suggesting(_ keyword: String?) -> Diagnostic {
    guard let keyword else { return self }
    let suggestion = "did you mean \"\(keyword)\"?"
    return Diagnostic(
      code: code, severity: severity, message: message, span: span, notes: notes,
      help: help.map { "\(suggestion) \($0)" } ?? suggestion)
  }
}
