public import MootLanguage

/// Where a limit stopped work, and how large it had grown.
public struct Stop: Sendable {
  /// The limit.
  public let kind: Limits.Kind
  /// What the limits were.
  public let limits: Limits
  /// What was being done.
  public let phase: Phase
  /// The rule that was being applied, if one was.
  public let rule: RuleID?
  /// The rule instances joined, whole or in part.
  public let instances: Int
  /// The sentences in the tables: stated, concluded or in doubt.
  public let sentences: Int

  /// The work that a limit can stop.
  public enum Phase: Sendable, Equatable {
    /// What is not derived by then is missing.
    case evaluation
    /// Everything is derived, but only so many answers of a question were read off, or not all of the arguments
    /// for and against the last one.
    case answering(count: Int)
  }

  /// Takes down where an evaluation has been stopped, or an inquiry into it.
  init(
    _ kind: Limits.Kind, _ evaluation: Evaluation, in phase: Phase = .evaluation, limits: Limits
  ) {
    self.kind = kind
    self.phase = phase
    self.limits = limits
    rule = evaluation.currentRule.map { RuleID(raw: UInt32($0)) }
    instances = min(evaluation.budget.instances, limits.instances)
    sentences = evaluation.tables.reduce(0) { $0 + $1.count }
  }
}
