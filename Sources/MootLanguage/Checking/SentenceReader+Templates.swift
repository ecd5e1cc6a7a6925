extension SentenceReader {
  /// Makes the sentences of a relation readable.
  mutating func insertForms(of id: RelationID, plain: PredicateID) {
    for form in forms(of: program[id], id: id, plain: plain) { templates.insert(form) }
  }

  /// The ways in which sentences of a relation are written.
  ///
  /// An action's three predicates follow each other: done, must, must not.
  mutating func forms(
    of relation: Relation, id: RelationID, plain: PredicateID
  ) -> [TemplateIndex.Form] {
    switch relation.wording {
    case .state(let sentence, let contrary):
      var forms = [form(sentence, SignedPredicate(plain, isPositive: true), id, relation)]
      if let contrary {
        forms.append(form(contrary, SignedPredicate(plain, isPositive: false), id, relation))
      }
      return forms
    case .action(let before, let verb, let bareVerb, let after):
      let must = PredicateID(raw: plain.raw + 1)
      let mustNot = PredicateID(raw: plain.raw + 2)
      let modes: [([String], SignedPredicate)] = [
        ([verb], SignedPredicate(plain, isPositive: true)),
        (["may", bareVerb], SignedPredicate(mustNot, isPositive: false)),
        (["must", bareVerb], SignedPredicate(must, isPositive: true)),
        (["must", "not", bareVerb], SignedPredicate(mustNot, isPositive: true)),
        (["need", "not", bareVerb], SignedPredicate(must, isPositive: false)),
      ]
      return modes.map { words, literal in
        form(before + words.map { .word($0) } + after, literal, id, relation)
      }
    case .atom:
      return []
    }
  }

  /// One form of a relation.
  private mutating func form(
    _ pieces: [Relation.Piece], _ literal: SignedPredicate, _ id: RelationID, _ relation: Relation
  ) -> TemplateIndex.Form {
    TemplateIndex.Form(
      reading: .literal(literal, of: id),
      pieces: pieces.map { piece in
        switch piece {
        case .word(let word): .word(lexicon.intern(word))
        case .hole(let index): .hole(index, relation.holes[index].sort)
        }
      })
  }

  /// What a form would be read as in place of a sentence, if it is a calculation or aggregate.
  func calculation(readBy form: TemplateIndex.Form) -> String? {
    let tokens = form.pieces.map { piece in
      switch piece {
      case .word(let symbol): Token(kind: .word, symbol: symbol, lower: 0, upper: 0)
      case .hole:
        Token(kind: .variable, symbol: Keyword.number.symbol, lower: 0, upper: 0)
      }
    }
    let whole = TokenRange(lower: 0, upper: UInt32(tokens.count))
    let tree = SyntaxTree(file: 0, tokens: tokens)
    let parser = Parser(reading: whole, of: tree, with: lexicon)
    if let function = parser.aggregateFunction() { return "?n = \(function.rawValue) of ?x" }
    var reader = ExpressionReader(whole, of: tree, with: lexicon)
    return (try? reader.comparison()) == nil ? nil : "?x = ?y + ?z"
  }

  /// The form as the author of the template would write it.
  func text(of form: TemplateIndex.Form) -> String {
    switch form.reading {
    case .reserved(let text): text
    case .literal(_, let id): text(of: form, program[id])
    }
  }

  /// The form as the author of a relation would write it.
  func text(of form: TemplateIndex.Form, _ relation: Relation) -> String {
    var text = ""
    for piece in form.pieces {
      let word: String
      switch piece {
      case .word(let symbol): word = lexicon.text(of: symbol)
      case .hole(let index, _): word = "?" + relation.holes[index].name
      }
      let isMark = word == "," || word == ":" || word == "'s"
      text += text.isEmpty || isMark ? word : " " + word
    }
    return text
  }
}
