public import MootLanguage

/// What an evaluation states of its conclusions: for each literal and level why it holds, or why it does not.
///
/// Literals that are not listed are out at every level, at the stage given for their predicate; facts that are
/// not listed are in. Nothing in it is taken on trust: `check(_:against:asOf:limits:)` holds every label against
/// the rules.
public struct Certificate: Sendable, Equatable {
  /// The version of the program that wrote it.
  public var version: String
  /// The date of the answer.
  public var asOf: CalendarDate?
  /// What was evaluated.
  public var inputs: [Input]
  /// The values that literals are made of.
  public var values: [Value]
  /// The different sets of labels.
  public var labelSets: [LabelSet]
  /// What is stated of each signed predicate.
  public var sections: [Section]

  /// Creates a certificate.
  public init(
    version: String, asOf: CalendarDate?, inputs: [Input] = [], values: [Value] = [],
    labelSets: [LabelSet] = [], sections: [Section] = []
  ) {
    self.version = version
    self.asOf = asOf
    self.inputs = inputs
    self.values = values
    self.labelSets = labelSets
    self.sections = sections
  }

  /// A file that was evaluated.
  public struct Input: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The SHA-256 of its bytes, in hexadecimal digits.
    public var digest: String

    /// Creates the mention of a file.
    public init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// What is stated of a literal at one level.
  public enum Label: Sendable, Hashable {
    /// It holds for certain from this stage of the alternation on; ranks order what a stage derives.
    case holds(stage: UInt32, rank: UInt32)
    /// It does not hold, not even possibly, from this stage on.
    case fails(stage: UInt32)
    /// A circle leaves it open; ranks order what is possible.
    case undecided(rank: UInt32)
  }

  /// The labels of a literal at the levels 1 to 4.
  public struct LabelSet: Sendable, Hashable {
    /// The label of each level, that of level 1 first.
    public var labels: [Label]

    /// Creates a set of four labels.
    public init(_ labels: [Label]) { self.labels = labels }

    /// The highest level at which the literal holds.
    public var lower: Grade {
      let level = labels.lastIndex { if case .holds = $0 { true } else { false } }
      return Grade(rawValue: UInt8((level ?? -1) + 1)) ?? .unsupported
    }

    /// The highest level at which it possibly holds.
    public var upper: Grade {
      let level = labels.lastIndex { if case .fails = $0 { false } else { true } }
      return Grade(rawValue: UInt8((level ?? -1) + 1)) ?? .unsupported
    }
  }

  /// What is stated of the literals of one signed predicate.
  public struct Section: Sendable, Equatable {
    /// The predicate's number in the program, and the polarity.
    public var predicate: SignedPredicate
    /// How the predicate is called, with its polarity and number of arguments.
    public var name: String
    /// The stage at which literals that are not listed are out.
    public var outStage: UInt32
    /// The arguments of the listed literals, one after another: places in `values`, or `nothing`.
    public var arguments: [UInt32]
    /// For each listed literal, the place of its labels in `labelSets`.
    public var labels: [UInt32]

    /// What stands for an argument that an undercutter or preference does not speak of.
    public static let nothing = UInt32.max

    /// Creates a section that lists nothing yet.
    public init(predicate: SignedPredicate, name: String, outStage: UInt32) {
      self.predicate = predicate
      self.name = name
      self.outStage = outStage
      arguments = []
      labels = []
    }

    /// The arguments of a listed literal of so many.
    public func arguments(of literal: Int, arity: Int) -> ArraySlice<UInt32> {
      arguments[literal * arity..<(literal + 1) * arity]
    }
  }
}

extension Program {
  /// How a certificate calls a signed predicate.
  public func certificateName(of predicate: SignedPredicate) -> String {
    let name = literal(of: predicate, arguments: EmptyCollection())
    return "\(name)/\(self[predicate.predicate].arity)"
  }
}
