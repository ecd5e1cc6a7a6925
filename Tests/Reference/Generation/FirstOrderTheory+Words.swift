extension FirstOrderTheory {
  /// How a constant is written.
  func word(_ constant: Int) -> String { constants[constant] }

  /// How a variable is written.
  static func word(variable: Int) -> String {
    variable < 4 ? "?" + ["x", "y", "z", "w"][variable] : "?e\(variable)"
  }

  /// How a term is written.
  func word(_ term: Term) -> String {
    switch term {
    case .variable(let number): Self.word(variable: number)
    case .constant(let number): word(number)
    case .anyone: "?"
    }
  }

  /// A ground sentence as `moot run --format json` names it for a `.moot` file.
  func mootNotation(_ sentence: Sentence) -> String {
    let prefix =
      switch (sentence.mode, sentence.isContrary) {
      case (.plain, false): ""
      case (.plain, true): "not "
      case (.may, false): "may "
      case (.may, true): "must not "
      case (.must, false): "must "
      case (.must, true): "need not "
      }
    return prefix + predication(sentence)
  }

  /// A ground sentence as `moot run --format json` names it for a `.dfl` file.
  func arrowNotation(_ sentence: Sentence) -> String {
    (sentence.isContrary ? "-" : "") + predication(sentence)
  }

  /// The key with its arguments.
  func predication(_ sentence: Sentence) -> String {
    let arguments = sentence.terms.map { word($0) }.joined(separator: ",")
    return relations[sentence.relation].key + (arguments.isEmpty ? "" : "(\(arguments))")
  }
}

extension FirstOrderTheory.Relation {
  /// The short name, which also makes the words of its sentences unlike any other's.
  var key: String {
    givenKey ?? (isAction ? "act" : ["omen", "trait", "link", "bond"][arity]) + String(number)
  }
}
