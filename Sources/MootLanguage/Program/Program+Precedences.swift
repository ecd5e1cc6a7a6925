extension Program {
  /// Sees to it that "one prevails over the other" can be said of each pair of rules, as a what-if needs it
  /// that prefers one to the other.
  ///
  /// Predicates so far keep their places.
  public mutating func addPrecedences(between pairs: [(RuleID, RuleID)]) {
    var known: Set<Predicate.Kind> = []
    for predicate in predicates where predicate.kind.isAboutRules { known.insert(predicate.kind) }
    for (one, other) in pairs where one != other {
      let kind = Predicate.Kind.precedence(first: min(one, other), second: max(one, other))
      if known.insert(kind).inserted { predicates.append(Predicate(kind: kind, arity: 0)) }
    }
  }

  /// A sentence without variables that says a literal; it is written nowhere.
  public func sentence(
    saying predicate: SignedPredicate, arguments: some Collection<ValueID>
  ) -> Sentence {
    Sentence(
      predicate: predicate, terms: arguments.map { .value($0) },
      span: SourceSpan(file: 0, lower: 0, upper: 0))
  }
}
