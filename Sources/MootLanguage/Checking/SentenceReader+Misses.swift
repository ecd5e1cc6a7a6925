extension SentenceReader {
  /// A sentence that no template reads.
  struct Miss {
    /// The sentence as written.
    let text: String
    /// Where it is written.
    let span: SourceSpan
    /// Its words that the nearest template has not.
    let extraWords: [Symbol]
    /// The words of the nearest template that it has not.
    let missingWords: [Symbol]
    /// How many words more than the template it has.
    let surplus: Int

    /// Whether another sentence differs from the template in the same way.
    func isLike(_ other: Miss) -> Bool {
      missingWords == other.missingWords && surplus == other.surplus
    }
  }

  /// Notes that a relation's template reads a sentence.
  mutating func noteUse(of relation: RelationID) {
    let index = Int(relation.raw)
    if index >= isUsed.count {
      isUsed.append(contentsOf: repeatElement(false, count: program.relations.count - isUsed.count))
    }
    isUsed[index] = true
  }

  /// Notes that a sentence is not read by the template it is nearest to.
  mutating func noteMiss(
    _ text: String, _ tokens: [Token], of form: TemplateIndex.Form, at span: SourceSpan
  ) {
    guard case .literal(_, let relation) = form.reading else { return }
    let words = tokens.filter { $0.kind == .word || $0.kind == .mark }.map(\.symbol)
    let wanted = form.pieces.compactMap { piece in
      if case .word(let symbol) = piece { symbol } else { nil }
    }
    misses[relation, default: []].append(
      Miss(
        text: text, span: span, extraWords: words.filter { !wanted.contains($0) },
        missingWords: wanted.filter { !words.contains($0) },
        surplus: tokens.count - form.pieces.count))
  }
}

extension Checker {
  /// Reports mistakes at a declaration when it reads no sentence and several sentences miss it in the same
  /// way, or one does by a word that stands nowhere but in the declaration.
  ///
  /// Linear in the tokens for each such declaration.
  mutating func blameDeclarations() {
    var excused: Set<SourceSpan> = []
    var reports: [Diagnostic] = []
    for (index, relation) in reader.program.relations.enumerated() {
      guard let misses = reader.misses[RelationID(raw: UInt32(index))], let first = misses.first,
        index >= reader.isUsed.count || !reader.isUsed[index],
        misses.allSatisfy({ $0.isLike(first) }),
        misses.count > 1 || isOddOne(first)
      else { continue }
      excused.formUnion(misses.map(\.span))
      reports.append(
        .unreadDeclaration(
          reader.text(of: relation), uses: misses.map { ($0.text, $0.span) }, at: relation.span))
    }
    guard !reports.isEmpty else { return }
    log = log.excusing { $0.code == "unknown-sentence" && excused.contains($0.span) }
    log.report(reports)
  }

  /// Whether the template differs from a sentence by words that stand nowhere but there, and the sentence only
  /// by words that stand elsewhere too.
  private func isOddOne(_ miss: SentenceReader.Miss) -> Bool {
    !miss.missingWords.isEmpty && !miss.extraWords.isEmpty
      && miss.missingWords.allSatisfy(isUnique) && !miss.extraWords.contains(where: isUnique)
  }

  /// Whether a word stands in one place of all files only.
  private func isUnique(_ word: Symbol) -> Bool {
    trees.reduce(0) { $0 + $1.tokens.count { $0.symbol == word } } == 1
  }

  /// An unsafe variable, or the variable of a premise that was misspelt for it.
  func spelling(
    of name: String, in statement: Statement, _ tree: SyntaxTree, _ diagnostic: Diagnostic
  ) -> Diagnostic {
    let end = tree.clauses(of: statement).last?.tokens.upper ?? statement.head.upper
    let all = tree[TokenRange(lower: statement.head.lower, upper: end)].filter {
      $0.kind == .variable
    }
    let written = "?" + name
    let others = all.filter { reader.lexicon.text(of: $0.symbol) != written }
    let near = nearestName(
      to: written, among: others.map { reader.lexicon.text(of: $0.symbol) })
    guard written.utf8.count > 3, let near,
      let place = others.first(where: { reader.lexicon.text(of: $0.symbol) == near })
    else { return diagnostic }
    let count = all.count { $0.symbol == place.symbol }
    let ownCount = all.count - others.count
    let isHole = isHole(named: name) && !isHole(named: String(near.dropFirst()))
    if count == 1, ownCount > 1 || isHole {
      return .misspeltVariable(
        near, meaning: written, at: tree.span(of: place), other: diagnostic.span)
    }
    return diagnostic.suggesting(near)
  }

  private func isHole(named name: String) -> Bool {
    reader.program.relations.contains { $0.holes.contains { $0.name == name } }
  }
}

extension SentenceReader {
  /// The sentence that a relation declares, as its author would write it.
  func text(of relation: Relation) -> String {
    let pieces: [Relation.Piece] =
      switch relation.wording {
      case .state(let sentence, _): sentence
      case .action(let before, let verb, _, let after): before + [.word(verb)] + after
      case .atom: []
      }
    return pieces.map { piece in
      switch piece {
      case .word(let word): word
      case .hole(let index): "?" + relation.holes[index].name
      }
    }.joined(separator: " ")
  }
}
