import MootReasoning
import Testing

@testable import MootReference

/// Rules of every shape over tables of all sizes, against nested loops.
struct ShapeTests {
  @Test(arguments: BulkScale.chunks)
  func `rules over large tables conclude what nested loops do`(chunk: Int) throws {
    for seed in BulkScale.seeds(ofChunk: chunk, of: 2 * BulkScale.count) {
      if TestScale.isTraced { print("seed \(seed)") }
      let program = ShapeProgram(seed: seed)
      guard let evaluation = ShapeEvaluation(program) else { continue }
      let expected = names(evaluation, program)
      let theory = program.theory
      let outcome = try theory.outcome()
      let found = outcome.gradesByName
      if let difference = difference(found.filter { isMeant($0.key) }, expected) {
        Issue.record("seed \(seed): \(difference)\n\(theory.text)")
      }
      #expect(outcome.countsAgree && outcome.reachedLimit == nil, "seed \(seed)")
      let fired = outcome.firedNames.filter { $0.hasPrefix("r") }
      #expect(fired == Set(evaluation.fired.map { "r\($0)" }), "seed \(seed)\n\(theory.text)")
      try stop(theory, expected, seed)
    }
  }

  /// Stops the evaluation somewhere, and looks that nothing is concluded that the whole does not conclude.
  private func stop(
    _ theory: BulkTheory, _ expected: [String: ReferenceInterval], _ seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var limits = Limits()
    limits.instances = random.below(random.element(of: [1000, 20_000, 200_000])!)
    let outcome = try theory.outcome(within: limits)
    let wrong = outcome.gradesByName.filter { name, grade in
      let whole = expected[name] ?? .unsupported
      return isMeant(name) && (grade.lower > whole.lower || grade.upper > whole.upper)
    }
    #expect(wrong.isEmpty, "seed \(seed), \(limits.instances)\n\(theory.text)")
    #expect(outcome.countsAgree, "seed \(seed), \(limits.instances)")
  }

  /// Whether a literal is of a relation of the program, not of one that only gives facts their grades.
  private func isMeant(_ name: String) -> Bool { !name.prefix { $0 != "(" }.contains("-") }

  /// The grades by the names of literals.
  private func names(_ evaluation: ShapeEvaluation, _ program: ShapeProgram)
    -> [String: ReferenceInterval]
  {
    var names: [String: ReferenceInterval] = [:]
    for (relation, grades) in zip(program.relations, evaluation.grades) {
      for (row, grade) in grades {
        let terms = zip(row, relation.sorts).map { program.text($0, $1) }.joined(separator: ",")
        let interval = ReferenceInterval(lower: Int(grade), upper: Int(grade))
        for mode in relation.isAction ? ["must ", "may "] : [""] {
          names["\(mode)\(relation.name)(\(terms))"] = interval
        }
      }
    }
    return names
  }
}
