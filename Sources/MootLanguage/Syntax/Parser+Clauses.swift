import FoundationEssentials

extension Parser {
  /// The clause that the line begins, and how many words its keyword has.
  func clauseKind() -> (kind: Clause.Kind, words: Int)? {
    clauseKeywords.match { keyword($0) }
  }

  /// Reads a clause of the open statement.
  mutating func parseClause(_ line: TokenizedSource.Line) {
    guard let statement = open?.form.kind else { return }
    open?.end = line.tokens.upper
    do throws(Diagnostic) {
      guard let (kind, words) = clauseKind() else { throw unknownClause(of: statement) }
      let keyword = TokenRange(lower: rest.lower, upper: rest.lower + UInt32(words))
      try admit(kind, at: keyword, in: statement)
      if line.isBroken {
        open?.isBroken = true
        open?.isExtensible = true
        return
      }
      rest = rest.dropFirst(words)
      try parseForms(of: kind, in: statement, tokens: line.tokens)
    } catch {
      if !line.isBroken { log.report(improved(error, line, in: statement)) }
      open?.isBroken = true
      open?.isExtensible = true
    }
  }

  /// What is wrong with a clause, with the clause that was perhaps meant.
  private mutating func improved(
    _ error: Diagnostic, _ line: TokenizedSource.Line, in statement: Statement.Kind
  ) -> Diagnostic {
    rest = line.tokens
    guard ["misplaced-clause", "unexpected-word"].contains(error.code),
      let likely = likelyClause(of: statement), likely != clauseKind()?.kind
    else { return error }
    return error.suggesting(likely.rawValue)
  }

  /// What is wrong with a line that begins with no clause's keyword.
  private func unknownClause(of statement: Statement.Kind) -> Diagnostic {
    let first = tree.tokens[Int(rest.lower)]
    let word = lexicon.text(of: first.symbol)
    let kinds = statement.clauseKinds.map(\.rawValue)
    let firstWords = kinds.map { String($0.prefix { $0 != " " }) }
    if let place = firstWords.firstIndex(of: word.lowercased()) {
      return .unknownClause(
        word, of: statement, nearest: kinds[place], at: tree.span(of: first))
    }
    let nearest = log.isFull ? nil : nearestName(to: word, among: firstWords)
    // Any two words of two letters are near.
    if word.utf8.count < 3 || nearest == nil, let likely = likelyClause(of: statement) {
      return .unknownClause(
        word, of: statement, nearest: likely.rawValue, at: tree.span(of: first))
    }
    return .unknownClause(
      word, of: statement, nearest: nearest.flatMap(firstWords.firstIndex).map { kinds[$0] },
      at: tree.span(of: first))
  }

  /// Checks that a clause may stand in the statement, once or again, at this place.
  private mutating func admit(
    _ kind: Clause.Kind, at keyword: TokenRange, in statement: Statement.Kind
  ) throws(Diagnostic) {
    let span = tree.span(of: keyword)
    guard statement.clauseKinds.contains(kind) else {
      throw .misplacedClause(kind, of: statement, at: span)
    }
    switch kind {
    case .premise, .alternative, .continuation, .exception, .conclusion:
      if statement != .expectation { try advance(to: kind, at: span) }
    case .furtherCondition:
      guard open?.isExtensible == true else { throw .clauseOutOfOrder(kind, at: span) }
      return
    case .cites, .arguedBy, .heldBy, .toldBy:
      return
    case .url, .spokenFor, .asOf, .key, .with, .from, .until, .implied, .that, .atMost, .because,
      .chance, .inForce, .lawOfDay, .ask, .changes, .scenario:
      break
    }
    guard kind != .alternative, kind != .continuation, kind != .exception else { return }
    if let first = open?.single[kind] {
      throw .repeatedClause(kind, at: span, first: tree.span(of: first))
    }
    open?.single[kind] = keyword
  }

  /// Moves on in the order of premises, exceptions and conclusion.
  private mutating func advance(to kind: Clause.Kind, at span: SourceSpan) throws(Diagnostic) {
    guard let place = open?.place else { return }
    let (allowed, next): ([Place], Place) =
      if kind == .premise {
        // A second `if` has a message of its own.
        ([.beginning, .premises], .premises)
      } else if kind == .alternative {
        ([.premises], .premises)
      } else if kind == .exception {
        ([.beginning, .premises, .exceptions], .exceptions)
      } else if kind == .continuation {
        ([.premises, .exceptions], place)
      } else {
        ([.beginning, .premises, .exceptions, .conclusion], .conclusion)
      }
    guard allowed.contains(place) else { throw .clauseOutOfOrder(kind, at: span) }
    open?.place = next
  }

  /// Reads the rest of a clause, and keeps it.
  private mutating func parseForms(
    of kind: Clause.Kind, in statement: Statement.Kind, tokens: TokenRange
  ) throws(Diagnostic) {
    var form = try clauseForm(kind, in: statement)
    // "argued by A as told by B" says two things.
    while kind == .arguedBy || kind == .heldBy, accept(.as, .told, .by) {
      tree.clauses.append(Clause(form: form, tokens: tokens))
      form = .toldBy(try takeNames("the name of a speaker"))
    }
    try requireEnd()
    if kind != .furtherCondition { open?.isExtensible = form.condition?.isExtensible ?? false }
    tree.clauses.append(Clause(form: form, tokens: tokens))
  }

  /// Reads the rest of a clause, after its keyword.
  private mutating func clauseForm(
    _ kind: Clause.Kind, in statement: Statement.Kind
  ) throws(Diagnostic) -> Clause.Form {
    switch kind {
    case .url: .url(try takeQuoted("an address"))
    case .spokenFor: .spokenFor(try takeName("the name of a speaker"))
    case .key: .key(try takeRest("a key"))
    case .with: .with(try takeRest("a sentence"))
    case .from: .from(try takeDate())
    case .until: .until(try takeDate())
    case .cites: .cites(try takeNames("the key of a source"))
    case .arguedBy: .arguedBy(try takeNames("the name of a speaker"))
    case .heldBy: .heldBy(try takeNames("the name of a speaker"))
    case .toldBy: .toldBy(try takeNames("the name of a speaker"))
    case .implied: .implied
    case .that: .that(try takeRest("a sentence"))
    case .atMost: .atMost(try takeGrade(among: [.arguable, .prevailing, .clear]))
    case .because: .because(try takeQuoted("the reason"))
    case .chance: .chance(try takeChance())
    case .inForce: try inForce()
    case .lawOfDay: .lawOfDay(try take(.variable, "a variable such as ?day"))
    case .premise: .premise(try condition())
    case .alternative: .alternative(try condition())
    case .exception: .exception(try condition())
    case .continuation:
      statement == .expectation
        ? .changes(try takeRest("a change")) : .continuation(try condition())
    case .conclusion: .conclusion(try conclusion())
    case .asOf: .asOf(try takeDate())
    case .ask: .ask(try takeRest("a sentence"))
    case .changes: .changes(try takeRest("a change"))
    case .scenario: .scenario(try takeName("the name of a scenario"))
    case .furtherCondition: .furtherCondition(try takeRest("a sentence"))
    }
  }

  /// Reads when a rule is in force.
  ///
  ///     in-force = "in", "force", [ "from", date ], [ "until", date ]
  private mutating func inForce() throws(Diagnostic) -> Clause.Form {
    let from = accept(.from) ? try takeDate() : nil
    let until = accept(.until) ? try takeDate() : nil
    if from == nil, until == nil { throw unexpected("\"from\" or \"until\" with a date") }
    return .inForce(from: from, until: until)
  }

  /// Takes one of some grades.
  mutating func takeGrade(among grades: [Grade]) throws(Diagnostic) -> Grade {
    let index = try take(.word, "a grade")
    let text = lexicon.text(of: tree[index].symbol)
    if let grade = grades.first(where: { $0.name == text }) { return grade }
    throw .unknownChoice("grade", text, among: grades.map(\.name), at: tree.span(of: index))
  }

  /// Takes a number from 0 to 1.
  private mutating func takeChance() throws(Diagnostic) -> TokenIndex {
    let index = try take(.word, "a chance from 0 to 1")
    let bytes = lexicon.bytes(of: tree[index].symbol)
    guard let number = Value.number(reading: bytes), number >= 0, number <= 1 else {
      throw .badChance(lexicon.text(of: tree[index].symbol), at: tree.span(of: index))
    }
    return index
  }
}
