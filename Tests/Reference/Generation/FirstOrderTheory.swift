/// A theory as an author would write it: relations over a few constants, rules with variables.
///
/// Without variables it is ground.
struct FirstOrderTheory: Equatable, Sendable {
  /// The entities variables range over.
  var constants: [String] = []
  var relations: [Relation] = []
  var incompatibilities: [Incompatibility] = []
  var facts: [Sentence] = []

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
  }

  /// Two sentences that conflict beyond contraries; shared variables bind.
  struct Incompatibility: Equatable, Sendable {
    let first: Sentence
    let second: Sentence
  }

  /// Every sentence of every statement.
  var sentences: [Sentence] {
    facts + incompatibilities.flatMap { [$0.first, $0.second] } + rules.flatMap(\.sentences)
  }

  /// The rule with this name.
  func rule(named name: String) -> Rule? { rules.first { $0.name == name } }
}
