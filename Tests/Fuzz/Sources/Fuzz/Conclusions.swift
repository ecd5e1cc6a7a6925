import MootReasoning
import MootReporting

@testable import MootLanguage

extension Limits {
  /// What an evaluation of a small input may use up.
  static let ofFuzzing: Limits = {
    var limits = Limits()
    limits.instances = 20_000
    limits.memory = 64 << 20
    limits.time = 8
    limits.rounds = 40
    limits.diagram = 100_000
    limits.depth = 40
    limits.explanation = 30
    return limits
  }()
}

/// The conclusions of a program with their grades, in arrow notation, in order; `nil` where a limit was reached or
/// preferences go round in a circle.
///
/// What must or must not be done has the names that arrow notation has for it.
func grades(of program: Program) -> [String]? {
  let outcome = evaluate(Scenario(program), limits: .ofFuzzing)
  guard outcome.reachedLimit == nil, outcome.preferenceCycles.isEmpty else { return nil }
  let known = outcome.program
  let names = TheoryNames(known).predicates
  return outcome.conclusions().map { conclusion in
    let literal = conclusion.literal
    let arguments = literal.arguments.map { constant(known[$0]).theoryText }
    return (literal.predicate.isPositive ? "" : "-")
      + names[Int(literal.predicate.predicate.raw)] + "(\(arguments.joined(separator: ",")))"
      + " \(conclusion.grade.lower) \(conclusion.grade.upper)"
  }.sorted()
}

/// What a value is in arrow notation, which has no dates: their text is a name there.
private func constant(_ value: Value) -> Value {
  if case .date(let date) = value { .entity(date.text) } else { value }
}
