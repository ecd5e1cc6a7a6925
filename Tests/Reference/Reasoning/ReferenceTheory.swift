/// A ground theory of graded defeasible logic: literals are small integers, rules are instances.
///
/// Literal `l ^ 1` is the contrary of `l`; for "t prevails over s" that is "s prevails over t".
struct ReferenceTheory: Sendable {
  /// How many literals there are of every kind.
  private(set) var literalCount: Int

  /// The literals below this number are ordinary, the others undercutters and preferences.
  let ordinaryCount: Int

  /// The rule instances.
  private(set) var rules: [Rule] = []

  /// The conflicts of each ordinary literal beyond its contrary.
  private(set) var incompatible: [[Int]]

  /// The literal "this rule does not apply" of each rule, where some rule concludes it or its contrary.
  private(set) var undercutters: [Int?] = []

  /// The literal "t prevails over s" for each pair of rules some preference speaks of.
  private var preferences: [RulePair: Int] = [:]

  /// A theory without rules over `ordinaryCount` literals.
  init(ordinaryCount: Int) {
    self.ordinaryCount = ordinaryCount
    literalCount = ordinaryCount
    incompatible = Array(repeating: [], count: ordinaryCount)
  }

  /// Adds a rule and returns its index.
  mutating func add(_ rule: Rule) -> Int {
    rules.append(rule)
    undercutters.append(nil)
    return rules.count - 1
  }

  /// Adds a head to a rule.
  mutating func addHead(_ literal: Int, to rule: Int) { rules[rule].heads.append(literal) }

  /// Declares that two ordinary literals conflict beyond contraries; a literal never conflicts with itself.
  mutating func declareIncompatible(_ first: Int, _ second: Int) {
    guard first != second, first ^ 1 != second, !incompatible[first].contains(second) else {
      return
    }
    incompatible[first].append(second)
    incompatible[second].append(first)
  }

  /// The literal "`rule` does not apply", made when first asked for.
  mutating func makeUndercutter(of rule: Int) -> Int {
    if let literal = undercutters[rule] { return literal }
    let literal = makePair()
    undercutters[rule] = literal
    return literal
  }

  /// The literal "`superior` prevails over `inferior`", made when first asked for.
  mutating func makePreference(_ superior: Int, over inferior: Int) -> Int {
    if let literal = preference(superior, over: inferior) { return literal }
    let literal = makePair()
    preferences[RulePair(superior: superior, inferior: inferior)] = literal
    preferences[RulePair(superior: inferior, inferior: superior)] = literal ^ 1
    return literal
  }

  /// The literal "`superior` prevails over `inferior`", where there is one.
  func preference(_ superior: Int, over inferior: Int) -> Int? {
    preferences.isEmpty ? nil : preferences[RulePair(superior: superior, inferior: inferior)]
  }

  /// The literals that conflict with `literal`, written C(q).
  func conflicts(of literal: Int) -> [Int] {
    literal < ordinaryCount ? [literal ^ 1] + incompatible[literal] : [literal ^ 1]
  }

  /// Whether two literals conflict.
  func areInConflict(_ first: Int, _ second: Int) -> Bool {
    first ^ 1 == second || (first < ordinaryCount && incompatible[first].contains(second))
  }

  /// Whether some head of one rule conflicts with some head of the other.
  func haveConflictingHeads(_ first: Int, _ second: Int) -> Bool {
    rules[first].heads.contains { head in rules[second].heads.contains { areInConflict(head, $0) } }
  }

  /// The pairs of rules some preference speaks of, with their literals, in no order.
  var spokenPairs: [(superior: Int, inferior: Int, literal: Int)] {
    preferences.map { ($0.key.superior, $0.key.inferior, $0.value) }
  }

  /// Two fresh literals that are each other's contrary; the first is returned.
  private mutating func makePair() -> Int {
    literalCount += 2
    return literalCount - 2
  }

  /// A key of the table of preferences.
  private struct RulePair: Hashable, Sendable {
    let superior: Int
    let inferior: Int
  }
}
