public import MootLanguage

/// Where a limit stopped an evaluation, and how large it had grown.
public struct Stop: Sendable {
  /// The limit.
  public let kind: Limits.Kind
  /// What the limits were.
  public let limits: Limits
  /// The rule that was being applied, if one was.
  public let rule: RuleID?
  /// The rule instances joined, whole or in part.
  public let instances: Int
  /// The sentences in the tables: stated, concluded or in doubt.
  public let sentences: Int

  /// Takes down where an evaluation has been stopped.
  init(_ kind: Limits.Kind, _ evaluation: Evaluation) {
    self.kind = kind
    limits = evaluation.budget.limits
    rule = evaluation.currentRule.map { RuleID(raw: UInt32($0)) }
    instances = min(evaluation.budget.instances, limits.instances)
    sentences = evaluation.tables.reduce(0) { $0 + $1.count }
  }
}
