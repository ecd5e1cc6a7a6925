/// An attacker of a literal, seen from the rules that support the literal.
struct ReferenceClash: Sendable {
  /// A rule for a literal in C(q).
  let attacker: Int

  /// The supporters that may prevail over the attacker.
  let defenders: [Prevalence]

  /// The supporters over which the attacker may prevail.
  let overridden: [Prevalence]

  /// Collects what prevails over what between `attacker` and the `supporters`.
  init(attacker: Int, supporters: [Int], in theory: ReferenceTheory) {
    self.attacker = attacker
    defenders = supporters.compactMap { Prevalence(of: $0, over: attacker, about: $0, in: theory) }
    overridden = supporters.compactMap { Prevalence(of: attacker, over: $0, about: $0, in: theory) }
  }

  /// That one rule prevails over another: always, or when a literal holds.
  struct Prevalence: Sendable {
    /// The supporter among the two.
    let rule: Int

    /// "t prevails over s"; nil when it holds without being told.
    let literal: Int?

    /// Fails when `superior` can never prevail over `inferior`; an ordinary rule always does over a presumption.
    init?(of superior: Int, over inferior: Int, about rule: Int, in theory: ReferenceTheory) {
      self.rule = rule
      if theory.rules[inferior].force == .presumption
        && theory.rules[superior].force != .presumption
      {
        literal = nil
      } else if let preference = theory.preference(superior, over: inferior) {
        literal = preference
      } else {
        return nil
      }
    }

    /// Whether it holds at `level` in `sets`.
    func holds(at level: Int, in sets: [LevelSet]) -> Bool {
      literal.map { sets[$0].contains(level) } ?? true
    }
  }
}
