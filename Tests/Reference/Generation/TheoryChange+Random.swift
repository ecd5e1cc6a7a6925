extension TheoryChange {
  /// A few random changes of a theory; for two theories of three none.
  static func some(of theory: FirstOrderTheory, seed: UInt64) -> [TheoryChange] {
    var random = SeededGenerator(seed: seed ^ 0xC4A_96E5)
    guard random.chance(35) else { return [] }
    return (0..<1 + random.below(3)).compactMap { _ in one(of: theory, &random) }
  }

  /// One random change.
  private static func one(
    of theory: FirstOrderTheory, _ random: inout SeededGenerator
  ) -> TheoryChange? {
    let stated = theory.facts + theory.states.map(\.sentence)
    switch random.below(6) {
    case 0:
      let heads = theory.rules.compactMap { rule -> FirstOrderTheory.Sentence? in
        if case .sentence(let head) = rule.conclusion { head } else { nil }
      }
      guard var sentence = random.element(of: stated + heads) else { return nil }
      sentence.terms = sentence.terms.map { term in
        guard case .variable(let variable) = term else { return term }
        let pool = theory.pool(ReferenceSort(ofVariable: variable))
        return random.element(of: pool).map { .constant($0) } ?? term
      }
      guard sentence.variables.isEmpty else { return nil }
      return .assume(random.chance(50) ? sentence.contrary : sentence)
    case 1:
      let contended = theory.rules.compactMap { rule -> FirstOrderTheory.Sentence? in
        guard rule.isContention, case .sentence(let head) = rule.conclusion else { return nil }
        return head
      }
      return random.element(of: stated + contended).map { .retract($0) }
    case 2: return random.element(of: theory.rules).map { .without($0.name) }
    case 3:
      let rules = theory.rules.filter { $0.force != .presumption && $0.subjects.isEmpty }
      guard let first = random.element(of: rules), let second = random.element(of: rules),
        first.name != second.name
      else { return nil }
      return .prefer(first.name, over: second.name)
    case 4: return .asOf(random.element(of: CircumstanceGenerator.dates)!)
    default:
      return theory.speakers.isEmpty ? nil : .onArguments(of: random.below(theory.speakers.count))
    }
  }
}
