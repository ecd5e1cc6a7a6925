public import MootLanguage

/// What two parties disagree about: the fewest arguments by which one of them comes to the other's verdict.
public struct Crux: Sendable {
  /// What is asked.
  public let literal: Literal
  /// The two parties, each with the ways to the other's verdict.
  public let sides: [Side]
  /// How many positions were tried.
  public let trials: Int
  /// The limit that cut the search off, if one did.
  public let reachedLimit: Limits.Kind?

  /// One of the two.
  public struct Side: Sendable {
    /// The party.
    public let party: Party
    /// What they come to.
    public let answer: Answer
    /// The smallest sets of steps that lead to the other's verdict, each tried; all of one size.
    public let ways: [[Step]]
    /// Whether all sets of that size, and all smaller ones, were tried.
    public let isComplete: Bool
  }

  /// Something a party would have to accept or to give up.
  public enum Step: Sendable, Hashable {
    /// To accept an argument that only the other has.
    case accept(RuleID)
    /// To give up an argument that the other does not have.
    case giveUp(RuleID)

    /// The rule, contention or preference.
    public var rule: RuleID {
      switch self {
      case .accept(let rule), .giveUp(let rule): rule
      }
    }
  }

  /// The rules, contentions and preferences that any of the ways names, in source order.
  public var rules: [RuleID] {
    Set(sides.flatMap { $0.ways.joined().map(\.rule) }).sorted()
  }
}
