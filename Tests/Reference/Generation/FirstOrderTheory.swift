/// A theory as an author would write it: relations over a few constants, rules with variables.
///
/// Without variables it is ground.
struct FirstOrderTheory: Equatable, Sendable {
  /// The entities variables range over.
  var constants: [String] = []
  var relations: [Relation] = []
  var incompatibilities: [Incompatibility] = []
  var facts: [Sentence] = []

  /// The date of the answers.
  var asOf: ReferenceDate?

  /// Facts with dates.
  var states: [State] = []

  /// What each constant is, where some are numbers or dates; else all are names.
  var values: [ReferenceValue] = []

  /// For each speaker, the one for whom they speak.
  var speakers: [Int?] = []

  /// The relations from this one on are concluded from those before, and never the other way round.
  var firstUpperRelation: Int?

  /// Rules, contentions, undercutters and preferences, in the order they are printed.
  var rules: [Rule] = []

  /// What can be said of entities; the arity is 0 to 2, and one more in copied theories.
  struct Relation: Equatable, Sendable {
    let number: Int
    let arity: Int

    /// Whether it is an action, with five sentences instead of two.
    var isAction = false

    /// Whether the contrary has words of its own.
    var hasContraryWords = false

    /// The short name, where it is not made from the number.
    var givenKey: String?

    /// What the last hole is for; the others are for names.
    var lastSort = ReferenceSort.name
  }

  /// Two sentences that conflict beyond contraries; shared variables bind.
  struct Incompatibility: Equatable, Sendable {
    let first: Sentence
    let second: Sentence
  }

  /// Every sentence of every statement.
  var sentences: [Sentence] {
    facts + states.map(\.sentence) + incompatibilities.flatMap { [$0.first, $0.second] }
      + rules.flatMap(\.sentences)
  }

  /// One more than the highest variable.
  var variableCount: Int {
    let conditions = rules.flatMap { ($0.alternatives + $0.exceptions).flatMap(\.self) }
    let inside = conditions.flatMap { condition -> Set<Int> in
      switch condition {
      case .every(let every): Rule.mentioned(in: every.domain).union(every.body.variables)
      case .total(let total): total.inside
      case .sentence, .comparison, .order, .calculation, .past: []
      }
    }
    let declared = incompatibilities.flatMap { $0.first.variables.union($0.second.variables) }
    return ((conditions.flatMap(\.variables) + inside + declared).max() ?? -1) + 1
  }

  /// The rule with this name.
  func rule(named name: String) -> Rule? { rules.first { $0.name == name } }

  /// What a constant is.
  func value(of constant: Int) -> ReferenceValue {
    constant < values.count ? values[constant] : .name
  }

  /// The constants of a sort.
  func pool(_ sort: ReferenceSort) -> [Int] {
    values.isEmpty
      ? (sort == .name ? Array(constants.indices) : [])
      : constants.indices.filter { values[$0].sort == sort }
  }

  /// The constant for a value, which is added where there is none.
  mutating func addConstant(_ value: ReferenceValue) -> Int {
    if values.isEmpty { values = Array(repeating: .name, count: constants.count) }
    if let known = values.firstIndex(of: value) { return known }
    values.append(value)
    constants.append(value.text)
    return constants.count - 1
  }
}

extension FirstOrderTheory.Relation {
  /// What a hole is for.
  func sort(at place: Int) -> ReferenceSort { place == arity - 1 ? lastSort : .name }
}
