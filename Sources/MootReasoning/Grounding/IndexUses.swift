import MootLanguage

/// After which component the indexes of each table are needed no more by the evaluation itself.
struct IndexUses {
  /// For each component, the predicates whose indexes were used for the last time.
  private var ending: [[Int]]
  /// The number of atoms from which on the indexes of a table are worth forgetting.
  private static let fewestAtoms = 16_384
  /// The number of rules up to which it is worth finding out.
  private static let mostRules = 16_384

  /// Finds the last uses in a theory; none where there are many rules or few facts.
  init(in theory: Theory) {
    let (classes, program) = (theory.classes, theory.program)
    ending = Array(repeating: [], count: classes.components.count)
    guard program.facts.count >= Self.fewestAtoms, program.rules.count <= Self.mostRules else {
      return
    }
    var last: [Int?] = Array(repeating: nil, count: program.predicates.count)
    var isKept = program.predicates.map { $0.relation == nil }
    for (number, component) in classes.components.enumerated() {
      for predicate in component.classes.flatMap({ classes.predicates[$0] }) {
        last[predicate] = max(last[predicate] ?? number, number)
      }
      for rule in component.classes.flatMap({ classes.rules[$0] }) {
        let isDemanded = program.rules[rule].conclusions.contains {
          program.predicates[Int($0.predicate.predicate.raw)].relation == nil
        }
        let conditions = program.rules[rule].alternatives + program.rules[rule].exceptions
        for sentence in conditions.joined().flatMap(\.sentences) {
          let predicate = Int(sentence.predicate.predicate.raw)
          last[predicate] = max(last[predicate] ?? number, number)
          if isDemanded { isKept[predicate] = true }
        }
      }
    }
    for (predicate, number) in last.enumerated() where !isKept[predicate] {
      if let number { ending[number].append(predicate) }
    }
  }

  /// The predicates of large tables whose indexes are used no more after a component.
  func ending(with component: Int, among tables: [Table]) -> [Int] {
    ending[component].filter { tables[$0].count >= Self.fewestAtoms }
  }
}
