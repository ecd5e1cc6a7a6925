import MootLanguage

extension Evaluation {
  /// Whether there are atoms for each premise of an alternative; where there are none, it has no instance, and
  /// its matching need not be planned.
  ///
  /// Atoms about rules come only as they are asked for, so that there always may be some.
  func hasAtoms(forPremisesOf rule: Int, _ alternative: Int) -> Bool {
    theory.program.rules[rule].alternatives[alternative].allSatisfy { condition in
      switch condition {
      case .sentence(let sentence, _):
        let predicate = Int(sentence.predicate.predicate.raw)
        return tables[predicate].count > 0 || isDemanded(predicate)
      case .comparison, .calculation, .universal, .aggregate, .past: return true
      }
    }
  }
}
