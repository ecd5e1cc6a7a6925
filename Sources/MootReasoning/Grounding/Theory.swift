import MootLanguage

/// A scenario made ready for evaluation: which rules and facts count, how predicates conflict, and in what
/// order they are decided.
struct Theory: Sendable {
  /// The program, with the preferences a change adds.
  let program: Program
  /// The date of the answers.
  let asOf: CalendarDate?
  /// For each rule, whether it counts in this scenario.
  let ruleStates: [RuleState]
  /// What the changes suppose.
  let assumed: [Literal]
  /// What gave way to what the changes suppose, in source order.
  let setAside: [Argument.Source]
  /// For each fact, whether it counts in this scenario.
  let factStates: [FactState]
  /// For each rule, the predicate of its undercutter, where one can be concluded.
  let undercuts: [Int?]
  /// For each rule, the rules it may be ranked with, by ascending id of the other.
  let ranks: [[Rank]]
  /// For each rule, those of its variables that undercutters and preferences speak of, ascending.
  let keyVariables: [[Int]]
  /// For each signed predicate (`index(of:)`), the declared conflicts beyond the contrary.
  let conflicts: [[Conflict]]
  /// The predicates by the classes of conflict they belong to, and the order of evaluation.
  var classes: ClassGraph

  /// Why a rule counts or does not.
  enum RuleState: Sendable {
    case active
    /// A change switched it off or set it aside.
    case switchedOff
    /// It is not in force, or not so, on the date of the answer.
    case notInForce
    /// The precision of the dates leaves open whether it is in force.
    case uncertain
  }

  /// Why a fact counts or does not.
  enum FactState: UInt8, Sendable {
    case holds
    case fails
    /// The precision of its dates leaves it open.
    case open
    /// A change dropped it or set it aside.
    case dropped
  }

  /// A preference that may be concluded between a rule and another.
  struct Rank: Sendable {
    /// The other rule.
    let other: Int
    /// The predicate.
    let predicate: Int
    /// The polarity that says the first rule prevails over the other.
    let isPositive: Bool
  }

  /// A declared conflict, seen from one side.
  struct Conflict: Sendable {
    /// The incompatibility's index in the program.
    let incompatibility: Int
    /// This side's pattern.
    let near: Sentence
    /// The other side's pattern.
    let far: Sentence
  }

  /// The index of a signed predicate among all.
  static func index(of predicate: SignedPredicate) -> Int {
    Int(predicate.predicate.raw) * 2 + (predicate.isPositive ? 0 : 1)
  }

  /// The active rules of a class, by id.
  func isActive(_ rule: Int) -> Bool {
    if case .active = ruleStates[rule] { true } else { false }
  }
}
