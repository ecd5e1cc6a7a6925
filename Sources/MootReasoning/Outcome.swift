public import MootLanguage

/// What an evaluation found.
public struct Outcome: Sendable {
  /// What was evaluated.
  public let scenario: Scenario
  /// The date of the answers.
  public let asOf: CalendarDate?
  /// Facts and contentions that an assumed sentence set aside, in source order.
  public let setAside: [Argument.Source]
  /// Preferences that certainly go round in a circle, each ring by the rules it ranks: an error of the rule
  /// base (section 2, theorems).
  public let preferenceCycles: [[RuleID]]
  /// The rules, contentions and preferences of which an instance certainly fires, in source order.
  public let firedRules: [RuleID]
  /// Where a limit stopped the evaluation, or reading answers off it, if one did.
  public internal(set) var stop: Stop?
  /// The program, with the preferences that changes added and the values worked out; ids in answers are this
  /// program's.
  public let program: Program
  /// The theory that was evaluated.
  let theory: Theory
  /// Every atom with its standing.
  let tables: [Table]
  /// The dates that rules worked out and the program had before, by the ids of the values.
  let knownDatesWorkedOut: [UInt32]

  /// The limit that stopped the evaluation, or reading answers off it, if one did.
  public var reachedLimit: Limits.Kind? { stop?.kind }

  /// The grade of a literal.
  ///
  /// May take time linear in what is concluded of its relation; for many literals make an `Inquiry`.
  public func grade(of literal: Literal) -> GradeInterval {
    var table = tables[Int(literal.predicate.predicate.raw)]
    guard let row = table.row(of: literal.arguments.map(\.raw)) else { return .none }
    return table.standing(row, isPositive: literal.predicate.isPositive).interval
  }
}
