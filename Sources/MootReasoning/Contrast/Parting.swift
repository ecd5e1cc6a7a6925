public import MootLanguage

/// A literal about which two outcomes part: the arguments for and against it that fare otherwise.
public struct Parting: Sendable {
  /// The literal.
  public let literal: Literal
  /// The verdict on it without what is supposed, and its grade.
  public let before: Standing
  /// The same with what is supposed.
  public let after: Standing
  /// The arguments that fare otherwise; those first that do so for reasons of their own, and not only
  /// because the other side does.
  public let turns: [Turn]
  /// How many steps it lies below what was asked.
  public let depth: Int

  /// How a literal stands in one of two outcomes.
  public struct Standing: Sendable, Equatable {
    /// The verdict on it.
    public let verdict: Verdict
    /// Its grade.
    public let grade: GradeInterval
    /// The greatest ends over what conflicts with it.
    public let contrary: GradeInterval
  }
}

/// An argument that fares otherwise in two outcomes.
public struct Turn: Sendable {
  /// What argues.
  public let source: Argument.Source
  /// What it concludes.
  public let conclusion: Literal
  /// How it fares without what is supposed; `nil` where it is not made at all.
  public let before: Place?
  /// How it fares with it; `nil` where it is not made at all.
  public let after: Place?
  /// Why.
  public let causes: [Cause]

  /// How an argument fares.
  public struct Place: Sendable {
    /// What becomes of it; defeats without their sections.
    public let fate: Argument.Fate
    /// Its firing grade.
    public let grade: GradeInterval
  }

  /// Why an argument fares otherwise.
  public enum Cause: Sendable {
    /// A premise of it stands otherwise.
    case premise(Literal, before: Parting.Standing, after: Parting.Standing)
    /// A member of an exception of it has another grade.
    case exception(Literal, before: Parting.Standing, after: Parting.Standing)
    /// "It does not apply" has another grade.
    case undercutter(Literal, before: Parting.Standing, after: Parting.Standing)
    /// A condition that is no literal is met in one of the outcomes only.
    case condition(String, isMet: Bool)
    /// The ranking of an argument that beats it, in one of the outcomes, has another grade.
    case precedence(
      Literal, winner: RuleID, before: Parting.Standing, after: Parting.Standing)
    /// An argument of the other side, told in the same place, fares otherwise.
    case opponent(Argument.Source, isBeatingBefore: Bool, isBeatingAfter: Bool)
    /// A change, by its index among those of the scenario, puts it in or takes it out.
    case change(Int)
    /// What set it aside is not supposed any more.
    case restored
    /// It is in force, or so, on the date of one of the outcomes only.
    case period(Period)
  }
}
