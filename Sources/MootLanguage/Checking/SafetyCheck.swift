/// Checks that every variable of a rule's conclusion and comparisons is bound by its premises.
struct SafetyCheck {
  /// The rule.
  private let rule: Rule
  /// The rule as it was read.
  private let draft: RuleDraft
  /// For each variable, the last group of conditions that binds it, counted from 1.
  private var lastGroup: [Int]
  /// For each variable, how many alternatives bind it.
  private var bindings: [Int]
  /// The variables that were complained about.
  private var reported: Set<VariableID> = []
  /// The variables that stand for those of the rules spoken of.
  private let shared: Set<VariableID>
  /// The variables that were complained about, in the order of the diagnostics.
  private(set) var unsafe: [VariableID] = []
  /// What is wrong.
  private var found: [Diagnostic] = []

  /// Prepares the check.
  init(rule: Rule, draft: RuleDraft, shared: Set<VariableID>) {
    self.rule = rule
    self.draft = draft
    self.shared = shared
    lastGroup = Array(repeating: 0, count: rule.variables.count)
    bindings = lastGroup
  }

  /// What is wrong, one message a variable.
  mutating func diagnostics() -> [Diagnostic] {
    guard !rule.variables.isEmpty else { return [] }
    for (index, alternative) in rule.alternatives.enumerated() {
      for variable in variables(ofSentencesIn: alternative) where lastGroup[variable] != index + 1 {
        lastGroup[variable] = index + 1
        bindings[variable] += 1
      }
      for (id, span) in comparedVariables(in: alternative)
      where !shared.contains(id) && lastGroup[Int(id.raw)] != index + 1 {
        complain(of: id, at: span)
      }
    }
    for (index, exception) in rule.exceptions.enumerated() {
      let group = rule.alternatives.count + index + 1
      for variable in variables(ofSentencesIn: exception) { lastGroup[variable] = group }
      for (id, span) in comparedVariables(in: exception)
      where !isBound(id) && lastGroup[Int(id.raw)] != group {
        complain(of: id, at: span)
      }
    }
    for conclusion in rule.conclusions.prefix(1) {
      for case .variable(let id) in conclusion.terms where !isBound(id) {
        complain(of: id, at: conclusion.span)
      }
    }
    if let (id, span) = draft.lawOfDay, !isBound(id) { complain(of: id, at: span) }
    return found
  }

  /// Whether every alternative binds a variable.
  private func isBound(_ id: VariableID) -> Bool {
    shared.contains(id) || bindings[Int(id.raw)] == rule.alternatives.count
  }

  /// Complains of a variable, once.
  private mutating func complain(of id: VariableID, at span: SourceSpan) {
    guard reported.insert(id).inserted else { return }
    unsafe.append(id)
    found.append(
      .unsafeVariable(
        rule.variables[Int(id.raw)].name, inSomeAlternative: bindings[Int(id.raw)] > 0, at: span))
  }

  /// The variables that are compared among some conditions, and where.
  private func comparedVariables(
    in conditions: [Condition]
  ) -> [(VariableID, SourceSpan)] {
    conditions.flatMap { condition -> [(VariableID, SourceSpan)] in
      guard case .comparison(let comparison) = condition else { return [] }
      return [comparison.left, comparison.right].compactMap { term in
        switch term {
        case .variable(let id): (id, comparison.span)
        case .value, .any: nil
        }
      }
    }
  }

  /// The variables that the sentences among some conditions bind.
  private func variables(ofSentencesIn conditions: [Condition]) -> [Int] {
    conditions.flatMap { condition -> [Int] in
      switch condition {
      case .comparison, .calculation, .universal, .aggregate, .past: return []
      case .sentence(let sentence, _):
        return sentence.terms.compactMap { term in
          switch term {
          case .variable(let id): Int(id.raw)
          case .value, .any: nil
          }
        }
      }
    }
  }
}
