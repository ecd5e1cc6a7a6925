/// A theory with what the reference concludes from it.
struct JudgedTheory {
  /// The theory, with what is worked out in it among its constants.
  let theory: FirstOrderTheory
  let reasoner: ReferenceReasoner
  let conclusions: ReferenceConclusions

  /// No theory that works out more values than this is judged.
  private static let mostConstants = 90

  /// Judges a theory; nil where the reference has no say: a circle leaves a total open, or values go on without end.
  init?(_ theory: FirstOrderTheory) {
    var theory = theory
    let lower = theory.hasTotals ? LowerConclusions(of: theory) : nil
    while true {
      let grounding = theory.grounding(lower: lower)
      guard !grounding.leavesTotalsOpen else { return nil }
      guard !grounding.newValues.isEmpty else {
        self.theory = theory
        reasoner = ReferenceReasoner(grounding.ground)
        conclusions = reasoner.conclusions()
        return
      }
      for value in grounding.newValues.sorted(by: { $0.text < $1.text }) {
        _ = theory.addConstant(value)
      }
      guard theory.constants.count <= Self.mostConstants else { return nil }
    }
  }
}

extension FirstOrderTheory {
  /// Whether totals are taken anywhere in it.
  fileprivate var hasTotals: Bool {
    rules.contains { rule in
      (rule.alternatives + rule.exceptions).joined().contains {
        if case .total = $0 { true } else { false }
      }
    }
  }
}
