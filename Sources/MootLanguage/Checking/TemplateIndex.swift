/// The templates of a program as a tree of words and holes, in which sentences are looked up.
struct TemplateIndex: Sendable {
  /// The forms, in the order of their declaration.
  private(set) var forms: [Form] = []
  /// The places of the tree.
  private var nodes: [Node] = []
  /// Where forms of each length begin.
  private var roots: [Int: Int] = [:]
  /// The places reached by words.
  private var words: [Edge: Int] = [:]

  /// One way in which sentences are written.
  struct Form: Sendable {
    /// What such a sentence is.
    let reading: Reading
    /// Its words and holes.
    let pieces: [Piece]
  }

  /// What a sentence turns out to be.
  enum Reading: Sendable {
    /// A literal of a relation or action.
    case literal(SignedPredicate, of: RelationID)
    /// A comparison, or a rule's applicability: no template may read these.
    case reserved(String)
  }

  /// A word, or a hole by its index among the relation's holes.
  enum Piece: Hashable, Sendable {
    case word(Symbol)
    case hole(Int, Relation.Sort)
  }

  /// A place of the tree.
  private struct Node {
    /// The words that lead on.
    var words: [(symbol: Symbol, node: Int)] = []
    /// The holes that lead on, of up to three sorts.
    var holes: [(sort: Relation.Sort, node: Int)] = []
    /// The form that ends here.
    var form: Int?
  }

  /// A word that leads on from a place.
  private struct Edge: Hashable {
    /// The place.
    let node: Int
    /// The word.
    let symbol: Symbol
  }

  /// Adds a form.
  mutating func insert(_ form: Form) {
    var node = roots[form.pieces.count] ?? -1
    if node < 0 {
      node = addNode()
      roots[form.pieces.count] = node
    }
    for piece in form.pieces {
      if let next = successor(of: node, by: piece) {
        node = next
        continue
      }
      let next = addNode()
      switch piece {
      case .word(let symbol):
        words[Edge(node: node, symbol: symbol)] = next
        nodes[node].words.append((symbol, next))
      case .hole(_, let sort):
        nodes[node].holes.append((sort, next))
      }
      node = next
    }
    forms.append(form)
    nodes[node].form = nodes[node].form ?? forms.count - 1
  }

  /// The index of a form that could read the same sentence as the given pieces.
  func overlap(with pieces: [Piece], in lexicon: Lexicon) -> Int? {
    guard let root = roots[pieces.count] else { return nil }
    var open = [(node: root, depth: 0)]
    while let (node, depth) = open.popLast() {
      if depth == pieces.count { return nodes[node].form }
      switch pieces[depth] {
      case .word(let symbol):
        if let next = words[Edge(node: node, symbol: symbol)] { open.append((next, depth + 1)) }
        for hole in nodes[node].holes where lexicon.isAdmitted(symbol, by: hole.sort) {
          open.append((hole.node, depth + 1))
        }
      case .hole(_, let sort):
        for hole in nodes[node].holes { open.append((hole.node, depth + 1)) }
        for word in nodes[node].words where lexicon.isAdmitted(word.symbol, by: sort) {
          open.append((word.node, depth + 1))
        }
      }
    }
    return nil
  }

  /// The index of the form that reads a sentence; `isStrict` tells whether holes look at what fills them.
  func match(_ tokens: ArraySlice<Token>, in lexicon: Lexicon, strictness: Strictness) -> Int? {
    guard let root = roots[tokens.count] else { return nil }
    var open = [(node: root, index: tokens.startIndex)]
    while let (node, index) = open.popLast() {
      if index == tokens.endIndex { return nodes[node].form }
      let token = tokens[index]
      if token.kind != .mark, !lexicon.isOperator(token.symbol) {
        for hole in nodes[node].holes {
          switch strictness {
          case .sorted where !lexicon.isAdmitted(token, by: hole.sort): continue
          case .sorted, .anyTerm: open.append((hole.node, index + 1))
          }
        }
      }
      switch token.kind {
      case .word, .mark:
        if let next = words[Edge(node: node, symbol: token.symbol)] {
          open.append((next, index + 1))
        }
      case .quoted, .variable, .wildcard: break
      }
    }
    return nil
  }

  /// What a hole looks at.
  enum Strictness {
    /// A hole for numbers takes numbers only, one for dates dates only.
    case sorted
    /// Any term fills any hole.
    case anyTerm
  }

  /// The place that a piece leads to.
  private func successor(of node: Int, by piece: Piece) -> Int? {
    switch piece {
    case .word(let symbol): words[Edge(node: node, symbol: symbol)]
    case .hole(_, let sort): nodes[node].holes.first { $0.sort == sort }?.node
    }
  }

  /// Adds a place.
  private mutating func addNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }
}

extension Lexicon {
  /// Whether a word of a template could fill a hole.
  func isAdmitted(_ symbol: Symbol, by sort: Relation.Sort) -> Bool {
    let keyword = keyword(of: symbol)
    if keyword == .comma || keyword == .colon || keyword == .possessive { return false }
    if isOperator(symbol) { return false }
    return switch sort {
    case .entity, .any: true
    case .number: Value.number(reading: bytes(of: symbol)) != nil
    case .date: Value.date(reading: bytes(of: symbol)) != nil
    }
  }

  /// Whether a word between two terms compares them; it is never a name.
  func isOperator(_ symbol: Symbol) -> Bool {
    switch keyword(of: symbol) {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .before, .after: true
    default: false
    }
  }

  /// Whether a term could fill a hole.
  func isAdmitted(_ token: Token, by sort: Relation.Sort) -> Bool {
    switch token.kind {
    case .variable, .wildcard: return true
    case .mark: return false
    case .quoted: return sort == .entity || sort == .any
    case .word:
      return switch sort {
      case .entity, .any: true
      case .number: Value.number(reading: bytes(of: token.symbol)) != nil
      case .date: Value.date(reading: bytes(of: token.symbol)) != nil
      }
    }
  }
}
