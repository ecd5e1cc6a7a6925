import MootLanguage

extension Evaluation {
  /// Prepares the evaluation of no more than some facts of a theory, as far as they count in it.
  convenience init(_ theory: Theory, facts: [Int], limits: Limits) {
    let program = theory.program
    var tables = program.predicates.map { Table(arity: $0.arity) }
    for index in facts {
      let state = theory.factStates[index]
      guard state == .holds || state == .open else { continue }
      let fact = program.facts[index]
      let table = Int(fact.predicate.predicate.raw)
      let row = tables[table].insert(program.facts.arguments(at: index).map(\.raw))
      if state == .open {
        tables[table].leaveOpen(row, isPositive: fact.predicate.isPositive)
      } else {
        tables[table].state(row, isPositive: fact.predicate.isPositive)
        tables[table].setStanding(.established, row, isPositive: fact.predicate.isPositive)
      }
    }
    for literal in theory.assumed {
      let table = Int(literal.predicate.predicate.raw)
      let row = tables[table].insert(literal.arguments.map(\.raw))
      tables[table].state(row, isPositive: literal.predicate.isPositive)
      tables[table].setStanding(.established, row, isPositive: literal.predicate.isPositive)
    }
    self.init(theory, program.values, tables: tables, limits: limits)
  }
}
