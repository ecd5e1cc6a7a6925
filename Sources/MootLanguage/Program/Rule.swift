/// A rule, a contention or a preference (section 1 of the semantics).
public struct Rule: Sendable {
  /// The name by which preferences, undercutters, changes and traces speak of it.
  public let name: String
  /// What kind of statement it is.
  public let kind: Kind
  /// Its title, where it has one.
  public let title: String?
  /// How its conclusion is drawn.
  public let force: Force
  /// Its variables; those of all alternatives together.
  public let variables: [Variable]
  /// Full sets of premises (`or if`), at least one; a rule without premises has one empty set.
  public let alternatives: [[Condition]]
  /// The exceptions; each holds when all its members do.
  ///
  /// Variables that occur in no premise (and are no
  /// key of the conclusion) mean "there is any".
  public let exceptions: [[Condition]]
  /// What is concluded.
  ///
  /// A rule for "must a" concludes "may a" as well, and one for "must not a" also
  /// "need not a"; what is written comes first. A defeater's conclusions are the literals it attacks *for*:
  /// `it does not follow that q` has the contrary of `q` here.
  public let conclusions: [Sentence]
  /// The highest grade it can fire with.
  public let cap: Grade
  /// Who argues or holds it.
  public let attribution: Attribution
  /// What it cites.
  public let cites: [CitationID]
  /// The reason given, in words.
  public let because: String?
  /// When it is in force (a rule), or when it is so (a contention).
  public let period: Period
  /// The variable by whose date being in force is judged (`by the law of ?day`), instead of by the date of
  /// the answer.
  public let lawOfDay: VariableID?
  /// The whole statement.
  public let span: SourceSpan

  /// What kind of statement a rule was.
  public enum Kind: Sendable, Equatable {
    case rule
    /// An assertion: a defeasible rule without premises.
    case contention
    /// A preference of one rule over another.
    case preference(preferred: RuleID, over: RuleID)
  }

  /// How a conclusion is drawn.
  public enum Force: Sendable {
    case strict
    case defeasible
    /// Defeasible, and every rule for a conflicting literal that is not a presumption prevails over it.
    case presumption
    /// Attacks, and never supports.
    case defeater
  }

  /// Whether it is the drafter's own assumption: nobody argues it and it cites nothing.
  public var isAssumption: Bool { !attribution.hasVoice && cites.isEmpty }
}
