/// A template as its author wrote it: words and holes.
struct Template {
  /// Words and holes, the holes by their order.
  var pieces: [Relation.Piece] = []
  /// The holes, each with its place.
  var holes: [Hole] = []

  /// A hole, with its place.
  struct Hole {
    /// The name without the question mark.
    let name: String
    /// What may fill it.
    let sort: Relation.Sort
    /// Whether the template says what may fill it.
    let isTyped: Bool
    /// Where it is written.
    let span: SourceSpan
  }

  /// Reads a template.
  ///
  ///     template = { word | variable, [ ":", ( "date" | "number" ) ] }
  init(
    reading range: TokenRange, of tree: SyntaxTree, with lexicon: Lexicon
  ) throws(Diagnostic) {
    var index = Int(range.lower)
    var names: Set<Symbol> = []
    while index < Int(range.upper) {
      let token = tree.tokens[index]
      let span = tree.span(of: token)
      let text = lexicon.text(of: token.symbol)
      index += 1
      switch token.kind {
      case .word, .mark: pieces.append(.word(text))
      case .quoted: throw .quotedInTemplate(at: span)
      case .wildcard: throw .namelessHole(at: span)
      case .variable:
        let name = text.withoutFirstScalar
        if !names.insert(token.symbol).inserted, let first = holes.first(where: { $0.name == name })
        {
          throw .repeatedHole(name, at: span, first: first.span)
        }
        let sort = try Self.sort(at: &index, before: Int(range.upper), of: tree, with: lexicon)
        pieces.append(.hole(holes.count))
        holes.append(Hole(name: name, sort: sort ?? .entity, isTyped: sort != nil, span: span))
      }
    }
    try checkWords(range, of: tree, with: lexicon)
  }

  /// Reads what may fill a hole, where that is written.
  private static func sort(
    at index: inout Int, before end: Int, of tree: SyntaxTree, with lexicon: Lexicon
  ) throws(Diagnostic) -> Relation.Sort? {
    guard index < end, lexicon.keyword(of: tree.tokens[index].symbol) == .colon else { return nil }
    let colon = tree.tokens[index]
    index += 1
    guard index < end else { throw .unknownSort("", at: tree.span(of: colon)) }
    let token = tree.tokens[index]
    index += 1
    if lexicon.keyword(of: token.symbol) == .date { return .date }
    if lexicon.keyword(of: token.symbol) == .number { return .number }
    throw .unknownSort(lexicon.text(of: token.symbol), at: tree.span(of: token))
  }

  /// Checks that there is a word, and that the first words mean nothing else.
  private func checkWords(
    _ range: TokenRange, of tree: SyntaxTree, with lexicon: Lexicon
  ) throws(Diagnostic) {
    let hasWord = pieces.contains { piece in
      if case .word(let word) = piece { word.contains { $0.isLetter } } else { false }
    }
    guard hasWord else { throw .emptyTemplate(at: tree.span(of: range)) }
    let opening = templateTaboos.match { distance in
      guard distance < range.count else { return nil }
      let token = tree.tokens[Int(range.lower) + distance]
      return token.kind == .word ? lexicon.keyword(of: token.symbol) : nil
    }
    if let (words, count) = opening {
      let span = tree.span(of: TokenRange(lower: range.lower, upper: range.lower + UInt32(count)))
      throw .forbiddenBeginning(words, at: span)
    }
  }
}

/// What no template may begin with, as it means something else there.
private let templateTaboos = KeywordTable(
  [
    "not", "every", "at", "arguably", "on balance", "beyond dispute", "conclusively", "presumably",
    "it does not follow that", "retract", "without", "prefer", "as of", "on the arguments of",
  ].map { (spelling: $0, choice: $0) })
