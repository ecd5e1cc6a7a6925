/// What of the language a theory uses beyond rules and exceptions.
enum TheoryFeature: String, CaseIterable, Sendable {
  case variables, actions, incompatibilities, alternatives, standards, caps, presumptions, defeaters
  case undercutters, preferences, conditionalPreferences, comparisons, calculations, totals, every
  case pastStates, dates, lawOfADay, speakers, changes

  /// Whether a document uses it.
  func isIn(_ document: TheoryDocument) -> Bool {
    let theory = document.theory
    switch self {
    case .actions: return theory.relations.contains(where: \.isAction)
    case .incompatibilities: return !theory.incompatibilities.isEmpty
    case .dates:
      return !theory.states.isEmpty || theory.rules.contains { $0.period != .always }
    case .speakers: return !theory.speakers.isEmpty
    case .changes: return !document.changes.isEmpty
    case .variables, .alternatives, .standards, .caps, .presumptions, .defeaters, .undercutters,
      .preferences, .conditionalPreferences, .comparisons, .calculations, .totals, .every,
      .pastStates, .lawOfADay:
      return theory.rules.contains { isIn($0) }
    }
  }

  /// Whether a rule uses it.
  private func isIn(_ rule: FirstOrderTheory.Rule) -> Bool {
    switch self {
    case .variables: !rule.commonVariables.isEmpty
    case .alternatives: rule.alternatives.count > 1
    case .caps: rule.cap < 4
    case .presumptions: rule.force == .presumption
    case .defeaters: rule.force == .defeater
    case .undercutters: if case .application = rule.conclusion { true } else { false }
    case .preferences: if case .preference = rule.conclusion { true } else { false }
    case .conditionalPreferences:
      if case .preference = rule.conclusion { !rule.isUnconditional } else { false }
    case .lawOfADay: rule.lawOfDay != nil
    case .standards, .comparisons, .calculations, .totals, .every, .pastStates:
      (rule.alternatives + rule.exceptions).contains { $0.contains { isIn($0) } }
    case .actions, .incompatibilities, .dates, .speakers, .changes: false
    }
  }

  /// Whether a condition is of this kind.
  private func isIn(_ condition: FirstOrderTheory.Condition) -> Bool {
    switch condition {
    case .sentence(_, let standard): self == .standards && standard != nil
    case .comparison, .order: self == .comparisons
    case .calculation: self == .calculations
    case .every: self == .every
    case .total: self == .totals
    case .past: self == .pastStates
    }
  }
}
