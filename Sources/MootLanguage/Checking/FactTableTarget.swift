/// What the facts of a table say: a relation, an action or one of its modal forms, or the contrary.
struct FactTableTarget {
  /// The relation or action.
  let relation: RelationID
  /// What each row states.
  let stated: Predicate.Kind
  /// Whether it states the positive form.
  let isPositive: Bool
  /// What each row states along with it (section 1 of the semantics: "must a" states "may a" too, and "must
  /// not a" states "need not a").
  let companion: Predicate.Kind?

  /// What can stand before a key.
  enum Prefix: String, CaseIterable {
    case mustNot = "must not "
    case needNot = "need not "
    case must = "must "
    case may = "may "
    case not = "not "

    /// Whether only actions have this form.
    var isModal: Bool {
      switch self {
      case .mustNot, .needNot, .must, .may: true
      case .not: false
      }
    }
  }

  /// Splits the name of a table into prefix and key.
  static func parts(of name: String) -> (prefix: Prefix?, key: String) {
    for prefix in Prefix.allCases where name.hasPrefix(prefix.rawValue) {
      return (prefix, String(name.dropFirst(prefix.rawValue.count)))
    }
    return (nil, name)
  }

  /// Creates the target for a relation with a prefix.
  init(relation: RelationID, prefix: Prefix?) {
    self.relation = relation
    switch prefix {
    case nil, .not:
      (stated, companion) = (.plain(relation), nil)
    case .must:
      (stated, companion) = (.obligation(relation), .prohibition(relation))
    case .mustNot:
      (stated, companion) = (.prohibition(relation), .obligation(relation))
    case .may:
      (stated, companion) = (.prohibition(relation), nil)
    case .needNot:
      (stated, companion) = (.obligation(relation), nil)
    }
    switch prefix {
    case nil, .must, .mustNot: isPositive = true
    case .not, .may, .needNot: isPositive = false
    }
  }
}
