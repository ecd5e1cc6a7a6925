extension Relation.Wording {
  /// The words joined by `-`: the key of a relation that gives itself none.
  var defaultKey: String {
    let pieces: [Relation.Piece]
    switch self {
    case .state(let sentence, _): pieces = sentence
    case .action(let before, _, let bareVerb, let after):
      pieces = before + [.word(bareVerb)] + after
    case .atom: pieces = []
    }
    let words = pieces.compactMap { piece in
      switch piece {
      case .word(let word): word == "," || word == ":" ? nil : word
      case .hole: nil
      }
    }
    return words.joined(separator: "-")
  }

  /// The wording when the holes stand in another order: the hole that is first now was number `order[0]`.
  func reordered(_ order: [Int]) -> Relation.Wording {
    var places = Array(repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    func moved(_ pieces: [Relation.Piece]) -> [Relation.Piece] {
      pieces.map { piece in
        switch piece {
        case .word: piece
        case .hole(let index): .hole(places[index])
        }
      }
    }
    return switch self {
    case .state(let sentence, let contrary):
      .state(sentence: moved(sentence), contrary: contrary.map(moved))
    case .action(let before, let verb, let bareVerb, let after):
      .action(before: moved(before), verb: verb, bareVerb: bareVerb, after: moved(after))
    case .atom: .atom
    }
  }
}

extension Relation {
  /// Whether this declaration says all that another one says.
  func says(the other: Relation) -> Bool {
    guard holes.map(\.name) == other.holes.map(\.name), holes.map(\.sort) == other.holes.map(\.sort)
    else { return false }
    switch (wording, other.wording) {
    case (.state(let sentence, let contrary), .state(let otherSentence, let otherContrary)):
      return sentence == otherSentence && (otherContrary == nil || contrary == otherContrary)
    case (.action(let a, let b, let c, let d), .action(let e, let f, let g, let h)):
      return a == e && b == f && c == g && d == h
    case (.state, _), (.action, _), (.atom, _):
      return false
    }
  }
}
