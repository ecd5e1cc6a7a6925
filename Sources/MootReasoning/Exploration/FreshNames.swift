import MootLanguage

/// Names that no value of a program has, made from the names of variables and holes: `Company`, `Site-1`.
struct FreshNames {
  /// The names given so far.
  private var given: Set<String> = []

  /// The values of the program.
  private let values: ValueTable

  /// Creates names for a program.
  init(_ program: Program) { values = program.values }

  /// A name for a variable of a rule.
  mutating func name(
    for variable: Variable, _ index: Int, of rule: Rule, in program: Program
  ) -> String {
    let word = variable.name.isEmpty ? holeName(index, of: rule, in: program) : variable.name
    let base = word.prefix(1).uppercased() + word.dropFirst()
    var name = base
    var number = 1
    while given.contains(name) || values.id(of: .entity(name)) != nil {
      name = "\(base)-\(number)"
      number += 1
    }
    given.insert(name)
    return name
  }

  /// The name of the first hole that a variable fills.
  private func holeName(_ index: Int, of rule: Rule, in program: Program) -> String {
    let variable = Term.variable(VariableID(raw: UInt32(index)))
    let sentences = rule.alternatives.joined().flatMap(\.sentences) + rule.conclusions
    for sentence in sentences {
      guard let hole = sentence.terms.firstIndex(of: variable),
        let relation = program[sentence.predicate.predicate].relation
      else { continue }
      return program[relation].holes[hole].name
    }
    return "somebody"
  }
}
