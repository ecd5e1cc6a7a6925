public import MootLanguage

/// What an evaluation found.
public struct Outcome: Sendable {
  /// What was evaluated.
  public let scenario: Scenario
  /// The date of the answers.
  public let asOf: CalendarDate?
  /// Facts and contentions that an assumed sentence set aside.
  public let setAside: [Argument.Source]
  /// Preferences that certainly go round in a circle: an error of the rule base (section 2, theorems).
  public let preferenceCycles: [[RuleID]]
  /// The limit that stopped the evaluation, if one did; what is not derived by then is missing.
  public let reachedLimit: Limits.Kind?
}
