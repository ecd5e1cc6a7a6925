public import MootLanguage

/// One instance of a rule, a contention or a fact, as it stands in a dispute.
public struct Argument: Sendable {
  /// What argues.
  public let source: Source
  /// What it concludes: the literal of the side it is on. (A defeater only denies the contrary of it.)
  public let conclusion: Literal
  /// Its firing grade, at most clear unless it is strict.
  public let grade: GradeInterval
  /// What becomes of it.
  public let fate: Fate
  /// What would let it beat arguments on the other side, were it not open itself.
  public let openPreferences: [OpenPreference]
  /// Its premises, in the order they are written.
  public let premises: [Premise]
  /// Its exceptions, the undercutter last where the file can conclude one.
  public let exceptions: [Exception]
  /// How many more instances of the same rule, like this one in fate, stand on the same side.
  public let furtherInstances: Int

  /// What an argument is made from.
  public enum Source: Sendable, Hashable {
    /// A rule, contention or preference.
    case rule(RuleID)
    /// A stated fact, by index into `Program.facts`.
    case fact(Int)
    /// A sentence supposed by a what-if.
    case assumed
  }

  /// What becomes of an argument.
  public enum Fate: Sendable {
    /// It supports what is concluded.
    case wins
    /// It stands, and no preference decides between it and those on the other side.
    case unresolved
    /// It stands, but rests on something that is too weak to count: contested or only arguable.
    case tooWeak
    /// It stands unopposed, and makes its conclusion arguable, no more.
    case onlyArguable
    /// It fires and loses to each of these.
    case beaten([Defeat])
    /// It loses to what is established.
    case overruled
    /// An exception of it holds, or it is undercut: it does not fire at all.
    case excluded
    /// It is part of a circle and neither stands nor falls.
    case undecided
  }

  /// A defeat of one argument by another.
  public struct Defeat: Sendable {
    /// The rule that prevails.
    public let winner: RuleID
    /// The preferences that say so, each an index of a rule; empty where a presumption gives way of itself.
    public let preferences: [RuleID]
    /// Where the preference itself is disputed: the index of its section.
    public let section: Int?
  }

  /// A preference of an argument over another that is contested, arguable at most, or part of a circle.
  public struct OpenPreference: Sendable {
    /// The rule that would be beaten.
    public let loser: RuleID
    /// The grade of "this argument prevails over that one".
    public let grade: GradeInterval
    /// The verdict on it.
    public let verdict: Verdict
    /// The index of its section; `nil` where a limit left the section out.
    public let section: Int?
  }

  /// A premise of an argument.
  public struct Premise: Sendable {
    /// What it says.
    public let content: Content
    /// The standard of proof it names.
    public let standard: Grade?
    /// What it rests on.
    public let basis: Basis
  }

  /// What a condition says.
  public enum Content: Sendable {
    /// A literal.
    case literal(Literal)
    /// A comparison, in words with its values in place.
    case comparison(String)
    /// A sentence that nothing matches, in words with what is known of its variables in place.
    case pattern(String)
  }

  /// What a premise or an exception's member rests on.
  public indirect enum Basis: Sendable {
    /// A stated fact, by index into `Program.facts`; what is said to the contrary is printed beside it.
    case fact(Int, butSee: [Source])
    /// Supposed by a what-if.
    case assumed
    /// Derived: the section tells how. `nil` where a limit left the section out.
    case conclusion(GradeInterval, Verdict, section: Int?)
    /// A contention or rule without premises or exceptions that nothing opposes, told on the spot.
    case uncontested(RuleID, GradeInterval)
    /// A true comparison.
    case computed
    /// Said of all of a kind, or worked out over all that match: the literals it goes by.
    case gathered([Premise])
    /// Nothing shows it.
    case notShown
    /// The contrary holds, by this basis.
    case shownNot(GradeInterval, by: [Source], section: Int?)
    /// What the precision of the dates leaves open.
    case leftOpenByDates
  }

  /// An exception of an argument.
  public struct Exception: Sendable {
    /// Its members; one member with the undercutter's literal for "this rule does not apply".
    public let members: [Premise]
    /// Whether the literal is the rule's own undercutter.
    public let isUndercutter: Bool
    /// The grade it leaves the argument, from below and from above; established when it does not touch it.
    public let allows: GradeInterval
  }
}
