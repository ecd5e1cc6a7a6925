/// What a theory's lower relations come to, from which totals are taken.
struct LowerConclusions: Sendable {
  private let atoms: AtomTable
  private let constants: Int
  private let conclusions: ReferenceConclusions

  /// Concludes from the rules for lower relations alone, which nothing above them has a part in.
  init(of theory: FirstOrderTheory) {
    var lower = theory
    if let first = theory.firstUpperRelation {
      lower.rules.removeAll { rule in
        if case .sentence(let head) = rule.conclusion { head.relation >= first } else { false }
      }
      while true {
        let names = Set(lower.rules.map(\.name))
        let count = lower.rules.count
        lower.rules.removeAll { !$0.subjects.allSatisfy(names.contains) }
        if lower.rules.count == count { break }
      }
    }
    atoms = AtomTable(lower)
    constants = lower.constants.count
    conclusions = ReferenceReasoner(lower.grounded()).conclusions()
  }

  /// The grade of a ground sentence; one about a value that was worked out later has none.
  func grade(of sentence: FirstOrderTheory.Sentence) -> ReferenceInterval {
    let isKnown = sentence.terms.allSatisfy {
      if case .constant(let constant) = $0 { constant < constants } else { false }
    }
    guard isKnown else { return .unsupported }
    return conclusions.grade(of: atoms.literal(sentence, atoms.emptyBinding))
  }
}
