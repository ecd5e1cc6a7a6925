extension Program {
  /// A literal in the notation of JSON answers: `[not |may |must |must not |need not ]KEY(arguments)`, and of
  /// a `.dfl` theory as it stands there.
  ///
  /// Arguments stand in the order of the key's, in quotes unless they are a single word or number.
  public func literal(
    of predicate: SignedPredicate, arguments: some Collection<ValueID>
  ) -> String {
    let isPositive = predicate.isPositive
    switch self[predicate.predicate].kind {
    case .plain(let relation):
      if isAtom(predicate) {
        return atom(relation, isPositive: isPositive, arguments.map { self[$0].theoryText })
      }
      return (isPositive ? "" : "not ") + keyed(relation, arguments)
    case .obligation(let relation):
      return (isPositive ? "must " : "need not ") + keyed(relation, arguments)
    case .prohibition(let relation):
      return (isPositive ? "must not " : "may ") + keyed(relation, arguments)
    case .undercut, .precedence:
      return text(of: predicate, arguments: arguments) + parenthesized(arguments)
    }
  }

  /// Whether a literal is one of a `.dfl` theory, which is written as an atom.
  func isAtom(_ predicate: SignedPredicate) -> Bool {
    switch self[predicate.predicate].kind {
    case .plain(let relation):
      if case .atom = self[relation].wording { return true }
      return false
    case .obligation, .prohibition, .undercut, .precedence: return false
    }
  }

  /// An atom as it is written in `.dfl` files.
  func atom(_ relation: RelationID, isPositive: Bool, _ arguments: [String]) -> String {
    let key = self[relation].key
    let name = Value.isTheoryWord(key) && key != "not" ? key : key.quoted
    let list = arguments.isEmpty ? "" : "(\(arguments.joined(separator: ",")))"
    return (isPositive ? "" : "-") + name + list
  }

  private func keyed(_ relation: RelationID, _ arguments: some Collection<ValueID>) -> String {
    self[relation].key + parenthesized(arguments)
  }

  private func parenthesized(_ arguments: some Collection<ValueID>) -> String {
    arguments.isEmpty ? "" : "(\(arguments.map { self[$0].literal }.joined(separator: ",")))"
  }
}
