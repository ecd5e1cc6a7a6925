extension Program {
  /// Adds the predicates of a relation: one, or for an action three in a row (done, must, must not).
  mutating func addPredicates(of id: RelationID) {
    let arity = self[id].holes.count
    predicates.append(Predicate(kind: .plain(id), arity: arity))
    switch self[id].wording {
    case .action:
      predicates.append(Predicate(kind: .obligation(id), arity: arity))
      predicates.append(Predicate(kind: .prohibition(id), arity: arity))
    case .state, .atom:
      break
    }
  }

  /// What a rule for a literal is also a rule for: "may a" for "must a", "need not a" for "must not a"
  /// (section 1 of the semantics, actions).
  public func implied(by literal: SignedPredicate) -> SignedPredicate? {
    guard literal.isPositive else { return nil }
    switch self[literal.predicate].kind {
    case .obligation:
      return SignedPredicate(PredicateID(raw: literal.predicate.raw + 1), isPositive: false)
    case .prohibition:
      return SignedPredicate(PredicateID(raw: literal.predicate.raw - 1), isPositive: false)
    case .plain, .undercut, .precedence:
      return nil
    }
  }

  /// The stronger literal that a literal follows from: "must a" for "may a", "must not a" for "need not a".
  public func strengthened(_ literal: SignedPredicate) -> SignedPredicate? {
    guard !literal.isPositive else { return nil }
    switch self[literal.predicate].kind {
    case .obligation:
      return SignedPredicate(PredicateID(raw: literal.predicate.raw + 1), isPositive: true)
    case .prohibition:
      return SignedPredicate(PredicateID(raw: literal.predicate.raw - 1), isPositive: true)
    case .plain, .undercut, .precedence:
      return nil
    }
  }
}
