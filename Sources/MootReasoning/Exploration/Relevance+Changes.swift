import MootLanguage

extension Relevance {
  /// Finds all that a literal can depend on when any of some changes may be made.
  ///
  /// - Parameter theory: with everything present that any choice among the changes leaves there.
  init(of literal: Literal, in theory: Theory, whichever changes: [Change]) {
    let supposable = changes.flatMap { change -> [Literal] in
      guard case .assume(let sentence) = change else { return [] }
      return theory.program.literals(supposing: sentence)
    }
    let usable = UsableRules(
      in: theory, supposing: supposable, where: { theory.isActive($0) },
      factsWhere: { theory.factStates[$0] == .holds || theory.factStates[$0] == .open })
    self.init(of: literal, in: theory) { usable.rules[$0] }
  }

  /// Whether a change can matter.
  func includes(_ change: Change, in program: Program) -> Bool {
    switch change {
    case .assume(let sentence), .retract(let sentence):
      guard sentence.groundArguments != nil else { return true }
      return program.literals(supposing: sentence).contains {
        includes($0.predicate.predicate, $0.arguments)
      }
    case .without(let rule): return rules[Int(rule.raw)]
    case .prefer, .asOf, .onArguments: return true
    }
  }
}
