/// One thing that a what-if changes.
public enum Change: Sendable {
  /// Suppose the sentence, on every date; facts and contentions that conflict with it are set aside.
  case assume(Sentence)
  /// Drop the facts and contentions that match; the variables are wildcards.
  case retract(Sentence)
  /// Drop a rule, contention or preference.
  case without(RuleID)
  /// Add an unconditional preference.
  case prefer(RuleID, over: RuleID)
  /// Answer for another date.
  case asOf(CalendarDate)
  /// Drop what others argue or hold.
  case onArguments(of: SpeakerID)
}

/// Changes that have a name, to be made together.
public struct NamedScenario: Sendable {
  /// Its name.
  public let name: String
  /// How it is put in words.
  public let title: String?
  /// What is changed.
  public let changes: [Change]
  /// The whole statement.
  public let span: SourceSpan
}

/// A test kept beside the law: a question, what is changed, and what must come out.
public struct Expectation: Sendable {
  /// The index of the question in `Program.questions`.
  public let question: Int
  /// The instance asked for, where a quoted sentence names one.
  public let instance: Sentence?
  /// What must come out.
  public let outcome: ExpectedOutcome
  /// What is changed before the question is asked.
  public let changes: [Change]
  /// The statement.
  public let span: SourceSpan
}

/// What an `expect` line demands of a verdict.
public struct ExpectedOutcome: Sendable {
  /// The demand on the verdict.
  public let demand: Demand
  /// Whether "not forbidden" must be added.
  public let mustBeNotForbidden: Bool

  /// The forms a demand takes.
  public enum Demand: Sendable {
    /// One of the verdicts.
    case oneOf([Verdict])
    /// None of the verdicts.
    case noneOf([Verdict])
    /// Its grade, certainly, is at least this.
    case atLeast(Grade)
    /// Refuted, the contrary having exactly this grade.
    case refuted(by: Grade)
  }
}
