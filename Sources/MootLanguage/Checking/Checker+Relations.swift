extension Checker {
  /// Declares the relations and actions of all files.
  mutating func declareRelations() {
    for tree in trees {
      for statement in tree.statements where watch.goesOn(after: Watch.statement) {
        switch statement.form {
        case .relation(let sentence, let contrary):
          declare(statement, sentence, tree) { checker throws(Diagnostic) in
            try checker.stateDraft(sentence, contrary, tree)
          }
        case .action(let words):
          declare(statement, words, tree) { checker throws(Diagnostic) in
            try checker.actionDraft(words, tree)
          }
        case .broken(.relation, _), .broken(.action, _):
          reader.noteBrokenTemplate(tree[statement.head].dropFirst())
        case .title, .asOf, .use, .source, .speaker, .name, .incompatible, .fact, .contention,
          .unknown, .rule, .preference, .question, .scenario, .expectation, .broken:
          break
        }
      }
    }
  }

  /// A relation without its key.
  private struct RelationDraft {
    /// The sentence as written.
    let template: Template
    /// How its sentences are written.
    let wording: Relation.Wording
  }

  /// Declares one relation or action, or reports why that cannot be.
  private mutating func declare(
    _ statement: Statement, _ words: TokenRange, _ tree: SyntaxTree,
    draft: (inout Checker) throws(Diagnostic) -> RelationDraft
  ) {
    do throws(Diagnostic) {
      let draft = try draft(&self)
      try declare(draft, statement, words, tree)
    } catch {
      log.report(error)
      reader.noteBrokenTemplate(tree[words])
    }
  }

  /// Declares one relation or action.
  private mutating func declare(
    _ draft: RelationDraft, _ statement: Statement, _ words: TokenRange, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    let key = try key(of: draft, statement, tree)
    let order = key.order
    let relation = Relation(
      key: key.name,
      holes: order.map {
        .init(name: draft.template.holes[$0].name, sort: draft.template.holes[$0].sort)
      },
      wording: draft.wording.reordered(order), span: tree.span(of: statement.head))
    let span = tree.span(of: words)
    let id = RelationID(raw: UInt32(reader.program.relations.count))
    let plain = PredicateID(raw: UInt32(reader.program.predicates.count))
    let forms = reader.forms(of: relation, id: id, plain: plain)
    var own = TemplateIndex()
    for form in forms {
      if own.overlap(with: form.pieces, in: reader.lexicon) != nil {
        throw .contraryReadsTheSame(at: span)
      }
      own.insert(form)
      guard let other = reader.templates.overlap(with: form.pieces, in: reader.lexicon) else {
        if let other = reader.calculation(readBy: form) {
          throw .ambiguousTemplate(reader.text(of: form, relation), other, at: span, first: nil)
        }
        continue
      }
      let otherForm = reader.templates.forms[other]
      if case .literal(_, let other) = otherForm.reading, reader.program[other].says(the: relation)
      {
        return
      }
      throw overlap(form, relation, with: otherForm, at: span)
    }
    if let first = keys[key.name] {
      throw .duplicateKey(key.name, at: key.span ?? span, first: reader.program[first].span)
    }
    keys[key.name] = id
    reader.program.relations.append(relation)
    reader.program.addPredicates(of: id)
    for form in forms { reader.templates.insert(form) }
  }

  /// What is wrong when two forms read the same sentence.
  private func overlap(
    _ form: TemplateIndex.Form, _ relation: Relation, with other: TemplateIndex.Form,
    at span: SourceSpan
  ) -> Diagnostic {
    .ambiguousTemplate(
      reader.text(of: form, relation), reader.text(of: other), at: span,
      first: reader.declaration(of: other))
  }

  /// Reads a relation and its contrary.
  private mutating func stateDraft(
    _ sentence: TokenRange, _ contrary: TokenRange?, _ tree: SyntaxTree
  ) throws(Diagnostic) -> RelationDraft {
    let template = try Template(reading: sentence, of: tree, with: reader.lexicon)
    guard let contrary else {
      return RelationDraft(
        template: template, wording: .state(sentence: template.pieces, contrary: nil))
    }
    let other = try Template(reading: contrary, of: tree, with: reader.lexicon)
    let names = template.holes.map(\.name)
    let sameSorts = other.holes.allSatisfy { hole in
      !hole.isTyped || template.holes.contains { $0.name == hole.name && $0.sort == hole.sort }
    }
    guard names.sorted() == other.holes.map(\.name).sorted(), sameSorts else {
      throw .contraryHoles(at: tree.span(of: contrary), first: tree.span(of: sentence))
    }
    let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    let pieces = other.pieces.map { piece in
      switch piece {
      case .word: piece
      case .hole(let index): Relation.Piece.hole(places[other.holes[index].name, default: index])
      }
    }
    return RelationDraft(
      template: template, wording: .state(sentence: template.pieces, contrary: pieces))
  }

  /// Reads an action, one word of which is marked as its verb.
  private mutating func actionDraft(
    _ words: TokenRange, _ tree: SyntaxTree
  ) throws(Diagnostic) -> RelationDraft {
    let template = try Template(reading: words, of: tree, with: reader.lexicon)
    let verbs = template.pieces.indices.filter { index in
      if case .word(let word) = template.pieces[index] { Verb(reading: word) != nil } else { false }
    }
    guard verbs.count == 1, let place = verbs.first, case .word(let word) = template.pieces[place],
      let verb = Verb(reading: word)
    else {
      throw .verbMarks(verbs.count, at: tree.span(of: words))
    }
    return RelationDraft(
      template: template,
      wording: .action(
        before: Array(template.pieces[..<place]), verb: verb.marked, bareVerb: verb.bare,
        after: Array(template.pieces[(place + 1)...])))
  }

  /// The key of a relation, and the order of its holes.
  private func key(
    of draft: RelationDraft, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) -> (name: String, order: [Int], span: SourceSpan?) {
    let names = draft.template.holes.map(\.name)
    for clause in tree.clauses(of: statement) {
      guard case .key(let range) = clause.form else { continue }
      let span = tree.span(of: range)
      let text = tree[range].map { reader.lexicon.text(of: $0.symbol) }.joined()
      let isOneWord =
        range.count == 1
        || reader.lexicon.text(of: tree.tokens[Int(range.lower)].symbol).contains("(")
      guard isOneWord, let (name, holes) = keyParts(text) else { throw .badKey(text, at: span) }
      guard let holes else { return (name, Array(names.indices), span) }
      let order = holes.compactMap { names.firstIndex(of: $0) }
      guard order.count == holes.count, order.sorted() == Array(names.indices) else {
        throw .keyHoles(names, at: span)
      }
      return (name, order, span)
    }
    return (draft.wording.defaultKey, Array(names.indices), nil)
  }

  /// The name and the holes of `key` or `key(hole,hole)`.
  private func keyParts(_ text: String) -> (name: String, holes: [String]?)? {
    let parts = text.split(separator: "(", omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard !name.isEmpty, !name.contains(where: { ")/\\,\"?".contains($0) }) else { return nil }
    if parts.count == 1 { return (name, nil) }
    guard parts.count == 2, parts[1].last == ")" else { return nil }
    let holes = parts[1].dropLast().split(separator: ",").map { hole in
      String(hole.first == "?" ? hole.dropFirst() : hole)
    }
    return (name, holes)
  }
}
