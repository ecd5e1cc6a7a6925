extension Program {
  /// A sentence of a rule or question in the words of its template, as it is written in files.
  ///
  /// `variables` are those of the rule or question. A contrary without words of its own has `not` before it.
  public func text(of sentence: Sentence, variables: [Variable]) -> String {
    composed(
      sentence.predicate, style: .file, arguments: terms(of: sentence, variables, style: .file))
  }

  /// A literal in the words of its template, as it is written in files.
  public func text(
    of predicate: SignedPredicate, arguments: some Collection<ValueID>
  ) -> String {
    composed(predicate, style: .file, arguments: terms(arguments, of: predicate, style: .file))
  }

  /// A sentence as a person reads it: dates in words, names without quotes, and "it is not the case that"
  /// before a contrary without words of its own.
  public func reading(of sentence: Sentence, variables: [Variable]) -> String {
    composed(
      sentence.predicate, style: .reading,
      arguments: terms(of: sentence, variables, style: .reading))
  }

  /// A literal as a person reads it.
  public func reading(
    of predicate: SignedPredicate, arguments: some Collection<ValueID>
  ) -> String {
    composed(
      predicate, style: .reading, arguments: terms(arguments, of: predicate, style: .reading))
  }

  /// A value as a person reads it: a name in the words that `name` gives it.
  public func reading(of value: ValueID) -> String {
    names[value]?.withControlsEscaped ?? self[value].reading
  }

  /// For whom a sentence is put into words.
  private enum Style {
    case file
    case reading
  }

  private func composed(
    _ predicate: SignedPredicate, style: Style, arguments: [String]
  ) -> String {
    let kind = self[predicate.predicate].kind
    switch kind {
    case .plain(let relation):
      return composed(relation, isPositive: predicate.isPositive, style: style, arguments)
    case .obligation(let relation):
      let modal = predicate.isPositive ? ["must"] : ["need", "not"]
      return action(relation, modal: modal, arguments)
    case .prohibition(let relation):
      let modal = predicate.isPositive ? ["must", "not"] : ["may"]
      return action(relation, modal: modal, arguments)
    case .undercut(let rule):
      let verb = predicate.isPositive ? "does not apply" : "does apply"
      return "\(name(of: rule)) \(verb)" + instance(of: predicate, style: style, arguments)
    case .precedence(let first, let second):
      let (stronger, weaker) = predicate.isPositive ? (first, second) : (second, first)
      let verb = isTheory && style == .file ? ">" : "prevails over"
      return "\(name(of: stronger)) \(verb) \(name(of: weaker))"
        + instance(of: predicate, style: style, arguments)
    }
  }

  private func composed(
    _ relation: RelationID, isPositive: Bool, style: Style, _ arguments: [String]
  ) -> String {
    let negation: [Relation.Piece]
    switch style {
    case .file: negation = [.word("not")]
    case .reading: negation = ["it", "is", "not", "the", "case", "that"].map { .word($0) }
    }
    switch self[relation].wording {
    case .state(let sentence, let contrary):
      if isPositive { return joined(sentence, arguments) }
      return joined(contrary ?? negation + sentence, arguments)
    case .action(let before, let verb, _, let after):
      let sentence = before + [.word(verb)] + after
      return joined(isPositive ? sentence : negation + sentence, arguments)
    case .atom:
      return atom(relation, isPositive: isPositive, arguments)
    }
  }

  private func action(_ relation: RelationID, modal: [String], _ arguments: [String]) -> String {
    guard case .action(let before, _, let bareVerb, let after) = self[relation].wording else {
      preconditionFailure("a modal form of what is no action")
    }
    return joined(before + (modal + [bareVerb]).map { .word($0) } + after, arguments)
  }

  /// Puts words and arguments together; `,`, `:` and `'s` stand directly behind the word before.
  private func joined(_ pieces: [Relation.Piece], _ arguments: [String]) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .word(let word):
        if !text.isEmpty, word != ",", word != ":", word != "'s" { text += " " }
        text += word
      case .hole(let hole):
        if !text.isEmpty { text += " " }
        text += arguments[hole]
      }
    }
    return text
  }

  private func name(of rule: RuleID) -> String { Value.entity(self[rule].name).text }

  /// Which instance of a rule an undercutter or preference speaks of, for a person; files say it by the
  /// conditions.
  private func instance(
    of predicate: SignedPredicate, style: Style, _ arguments: [String]
  ) -> String {
    switch style {
    case .file: return ""
    case .reading: break
    }
    var keys: [String] = []
    for (key, argument) in zip(self[predicate.predicate].keys, arguments) where argument != "?" {
      let name = self[key.rule].variables[Int(key.variable.raw)].name
      let words = "\(name): \(argument)"
      if !name.isEmpty, !keys.contains(words) { keys.append(words) }
    }
    return keys.isEmpty ? "" : " (\(keys.joined(separator: ", ")))"
  }

  private func terms(
    of sentence: Sentence, _ variables: [Variable], style: Style
  ) -> [String] {
    sentence.terms.map { term in
      switch term {
      case .variable(let id): "?" + variables[Int(id.raw)].name
      case .any: "?"
      case .value(let id): text(of: id, in: sentence.predicate, style: style)
      }
    }
  }

  private func terms(
    _ arguments: some Collection<ValueID>, of predicate: SignedPredicate, style: Style
  ) -> [String] {
    arguments.map { text(of: $0, in: predicate, style: style) }
  }

  private func text(of id: ValueID, in predicate: SignedPredicate, style: Style) -> String {
    guard id != .none else { return "?" }
    if isAtom(predicate) { return self[id].theoryText }
    switch style {
    case .file: return self[id].text
    case .reading: return reading(of: id)
    }
  }
}
