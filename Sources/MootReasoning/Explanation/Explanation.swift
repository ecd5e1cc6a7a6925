public import MootLanguage

/// Why an answer is what it is: both sides' arguments, down to the facts.
///
/// Every status in it was derived by the evaluation; what several arguments share is told once, in a section
/// of its own, and referred to.
public struct Explanation: Sendable {
  /// The answer explained.
  public let answer: Answer
  /// The conclusions the answer rests on; the first is what was asked, the others carry labels.
  public let sections: [Section]
  /// What the verdict turns on: preferences that decided a clash, and contested conclusions.
  public let turnsOn: [TurningPoint]
  /// The circles among the sections: each a ring of indices into `sections`.
  public let circles: [[Int]]
  /// How many sections a limit left out.
  public let omittedSections: Int
  /// The limit that left something out, if one did.
  public let reachedLimit: Limits.Kind?
  /// How many lines it takes, as `Limits.explanation` counts them.
  public let lines: Int

  /// A conclusion with the arguments for and against it.
  public struct Section: Sendable {
    /// The letter it is referred to by; `nil` for what was asked.
    public let label: String?
    /// The conclusion.
    public let literal: Literal
    /// The verdict on it.
    public let verdict: Verdict
    /// Its grade.
    public let grade: GradeInterval
    /// The greatest ends over the literals that conflict with it.
    public let contrary: GradeInterval
    /// The arguments for it, in the order they are to be told.
    public let supporting: [Argument]
    /// The arguments for literals that conflict with it, and the defeaters against it.
    public let opposing: [Argument]
    /// For a conclusion not shown: the rules that could have given it, and why each does not.
    public let missed: [Miss]
    /// For a conclusion not shown: the stated facts that say it and do not count because of their dates; the first
    /// twenty.
    public let dormant: [DormantFact]
    /// Whether a limit left arguments of it out.
    public let isCut: Bool
  }

  /// A rule that could have given a conclusion, with the first condition that fails.
  public struct Miss: Sendable {
    /// The rule.
    public let rule: RuleID
    /// Why no instance of it fires.
    public let reason: Reason
    /// The index of the section on the premise that fails, where something could show that or argues about it.
    public let section: Int?

    /// Why a rule does not fire.
    public enum Reason: Sendable {
      /// This premise of it cannot be met; the text is the premise with what is known of its variables.
      case premise(condition: String, Failure)
      /// It is not in force on the date of the answer.
      case notInForce(Period)
      /// Whether it is in force is left open by the precision of the dates.
      case forceUncertain(Period)
      /// A change switched it off.
      case switchedOff
    }
  }

  /// A stated fact that does not count on the date of the answer.
  public struct DormantFact: Sendable {
    /// The index of the fact.
    public let fact: Int
    /// Whether the precision of the dates leaves open that it counts.
    public let isLeftOpen: Bool
  }

  /// What is the matter with a premise that is not met.
  public enum Failure: String, Sendable {
    /// Nothing shows it.
    case notShown
    /// The contrary of it is shown.
    case shownNot
    /// It speaks of today, and there is no date of the answer.
    case noDate
    /// A comparison that comes out the other way.
    case untrue
    /// The precision of the dates leaves it open.
    case leftOpenByDates
  }

  /// Something the verdict turns on.
  public enum TurningPoint: Sendable {
    /// A preference that decided a clash.
    case preference(RuleID)
    /// A contested, arguable or circular conclusion, by index into `sections`.
    case section(Int)
  }
}
