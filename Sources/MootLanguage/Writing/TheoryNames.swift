/// The names that predicates and rules have in a `.dfl` theory.
struct TheoryNames {
  /// For each predicate, how it is written; empty where it has no name.
  private(set) var predicates: [String] = []
  private var taken: Set<String> = []

  /// Chooses names for the predicates of a program: its relations' keys, behind `must:` and `must-not:` for
  /// what must and must not be done.
  init(_ program: Program) {
    var taken: Set<String> = []
    for predicate in program.predicates {
      let wanted: String
      switch predicate.kind {
      case .plain(let relation): wanted = program[relation].key
      case .obligation(let relation): wanted = "must:" + program[relation].key
      case .prohibition(let relation): wanted = "must-not:" + program[relation].key
      case .undercut, .precedence:
        predicates.append("")
        continue
      }
      let name = Self.free(wanted) { taken.insert("\($0)/\(predicate.arity)").inserted }
      predicates.append(Value.isTheoryWord(name) && name != "not" ? name : name.quoted)
    }
  }

  /// Keeps the names of rules for themselves, so that no further label takes one.
  mutating func reserve(_ names: some Sequence<String>) -> [String] {
    names.map { name in Self.free(Self.label(name)) { taken.insert($0).inserted } }
  }

  /// A label for one more rule that is written for a rule.
  mutating func further(_ label: String) -> String {
    Self.free(label, from: 2) { taken.insert($0).inserted }
  }

  /// A name, or the name with the first number behind it that `isFree` accepts.
  private static func free(
    _ name: String, from first: Int = 1, _ isFree: (String) -> Bool
  ) -> String {
    var number = first
    while true {
      let candidate = number == 1 ? name : "\(name)-\(number)"
      if isFree(candidate) { return candidate }
      number += 1
    }
  }

  /// A rule's name as a label, which is one word.
  private static func label(_ name: String) -> String {
    if Value.isTheoryWord(name) { return name }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let label = words.joined(separator: "-")
    return Value.isTheoryWord(label) ? label : "rule"
  }

  /// How the variables of a rule are written.
  static func variables(_ variables: [Variable]) -> [String] {
    var taken = Set(variables.map(\.name))
    return variables.map { variable in
      if variable.name.isEmpty { return "?" }
      if Value.isTheoryWord(variable.name) { return "?" + variable.name }
      return "?" + free("v") { taken.insert($0).inserted }
    }
  }
}
