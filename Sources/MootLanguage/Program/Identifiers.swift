/// The place of a value (a name, a number or a date) in a program's table of values.
public struct ValueID: Hashable, Sendable, Comparable {
  /// The index in `Program.values`.
  public let raw: UInt32

  /// No value: what an undercutter or preference says of a variable that the instance does not bind.
  public static let none = ValueID(raw: .max)

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }

  /// Whether the first comes before the second.
  public static func < (left: ValueID, right: ValueID) -> Bool { left.raw < right.raw }
}

/// The place of a relation or action, as declared by a template, in a program.
public struct RelationID: Hashable, Sendable {
  /// The index in `Program.relations`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }
}

/// The place of a predicate in a program.
public struct PredicateID: Hashable, Sendable, Comparable {
  /// The index in `Program.predicates`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }

  /// Whether the first comes before the second.
  public static func < (left: PredicateID, right: PredicateID) -> Bool { left.raw < right.raw }
}

/// The place of a rule, contention or preference in a program.
public struct RuleID: Hashable, Sendable, Comparable {
  /// The index in `Program.rules`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }

  /// Whether the first comes before the second.
  public static func < (left: RuleID, right: RuleID) -> Bool { left.raw < right.raw }
}

/// The place of a speaker in a program.
public struct SpeakerID: Hashable, Sendable {
  /// The index in `Program.speakers`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }
}

/// The place of a cited source in a program.
public struct CitationID: Hashable, Sendable {
  /// The index in `Program.citations`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }
}

/// The place of a variable among the variables of one rule or question.
public struct VariableID: Hashable, Sendable {
  /// The index in `Rule.variables`.
  public let raw: UInt32

  /// Creates the id with index `raw`.
  public init(raw: UInt32) { self.raw = raw }
}
