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

extension FactTableTarget {
  /// What a search for the target of facts comes to.
  enum Finding {
    case target(FactTableTarget)
    /// No relation has the key.
    case unknown(key: String, nearest: String?)
    /// The prefix can stand before an action only.
    case noAction(Prefix, key: String)
  }
}

extension Program {
  /// Finds what facts under a key, perhaps with a prefix, state: of several relations with the key, the one
  /// with as many holes as the facts have values.
  func factTarget(named name: String, width: Int) -> FactTableTarget.Finding {
    let (prefix, key) = FactTableTarget.parts(of: name)
    let candidates = relations.indices.filter { relations[$0].key == key }
    guard let first = candidates.first else {
      return .unknown(key: key, nearest: nearest(to: key, in: relations.lazy.map(\.key)))
    }
    let fitting = candidates.first { relations[$0].holes.count == width } ?? first
    if let prefix, prefix.isModal {
      switch relations[fitting].wording {
      case .action: break
      case .state, .atom: return .noAction(prefix, key: key)
      }
    }
    return .target(FactTableTarget(relation: RelationID(raw: UInt32(fitting)), prefix: prefix))
  }
}
