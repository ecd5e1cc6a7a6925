/// What literals are made of: a relation, a modal form of an action, a rule's undercutter, or a preference.
///
/// Each predicate has two literals for given arguments, the positive and its contrary (`SignedPredicate`).
public struct Predicate: Sendable {
  /// What the positive and the negative literal say.
  public enum Kind: Hashable, Sendable {
    /// The relation's sentence, or the action done; negative: the contrary.
    case plain(RelationID)
    /// "must a"; negative: "need not a".
    case obligation(RelationID)
    /// "must not a"; negative: "may a".
    case prohibition(RelationID)
    /// "RULE does not apply"; negative: "RULE does apply".
    case undercut(RuleID)
    /// "A prevails over B"; negative: "B prevails over A". `first` is the smaller id.
    case precedence(first: RuleID, second: RuleID)
  }

  /// What the literals say.
  public let kind: Kind
  /// The variables of the rules spoken of which the arguments of an undercut or a precedence stand for.
  ///
  /// Empty for all other kinds.
  public let keys: [Key]
  /// The number of arguments.
  public let arity: Int

  /// A variable of a rule spoken of by an undercutter or a preference.
  public struct Key: Hashable, Sendable {
    /// The rule spoken of.
    public let rule: RuleID
    /// Its variable.
    public let variable: VariableID
  }

  /// Creates a predicate; only the checker does.
  init(kind: Kind, keys: [Key] = [], arity: Int) {
    self.kind = kind
    self.keys = keys
    self.arity = arity
  }
}

/// A predicate with a polarity: what a literal says, but for its arguments.
public struct SignedPredicate: Hashable, Sendable {
  /// The predicate.
  public let predicate: PredicateID
  /// Whether it is the positive form.
  public let isPositive: Bool

  /// Creates a signed predicate.
  public init(_ predicate: PredicateID, isPositive: Bool) {
    self.predicate = predicate
    self.isPositive = isPositive
  }

  /// The contrary.
  public var contrary: SignedPredicate { SignedPredicate(predicate, isPositive: !isPositive) }
}
