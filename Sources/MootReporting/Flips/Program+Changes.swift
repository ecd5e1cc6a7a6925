import MootLanguage
import MootReasoning

extension Program {
  /// A change as a person reads it: what is supposed, retracted, switched off, preferred, or the date.
  func reading(_ change: Change) -> String {
    switch change {
    case .assume(let sentence): "suppose \(clause(sentence))"
    case .retract(let sentence): "retract \(clause(sentence))"
    case .without(let rule): "without \(self[rule].name)\(particulars(of: rule))"
    case .prefer(let preferred, let over):
      "prefer \(self[preferred].name) over \(self[over].name)"
    case .asOf(let date): "as of \(date.reading)"
    case .onArguments(let speaker): "on the arguments of \(printedName(of: speaker))"
    }
  }

  /// A sentence after "suppose" or "retract"; those of a theory stand as they are typed.
  private func clause(_ sentence: Sentence) -> String {
    isTheory
      ? text(of: sentence, variables: []) : "that \(reading(of: sentence, variables: []))"
  }

  /// Changes made together, in words: a preference withdrawn whose opposite is added is reversed.
  func readings(_ changes: [Change]) -> [String] {
    var words: [String] = []
    for change in changes {
      switch change {
      case .without(let rule) where isReversed(rule, by: changes):
        guard case .preference(let preferred, let over) = self[rule].kind else { continue }
        let names = (self[over].name, self[preferred].name)
        words.append("reverse \(self[rule].name), so that \(names.0) prevails over \(names.1)")
      case .prefer(let preferred, let over)
      where changes.contains(where: { withdraws($0, preferenceOf: over, over: preferred) }):
        continue
      case .assume, .retract, .without, .prefer, .asOf, .onArguments:
        words.append(reading(change))
      }
    }
    return words
  }

  /// Whether changes add the opposite of a preference.
  private func isReversed(_ rule: RuleID, by changes: [Change]) -> Bool {
    guard case .preference(let preferred, let over) = self[rule].kind else { return false }
    return changes.contains { change in
      if case .prefer(over, over: preferred) = change { true } else { false }
    }
  }

  /// Whether a change withdraws a preference of one rule over another.
  private func withdraws(
    _ change: Change, preferenceOf preferred: RuleID, over other: RuleID
  ) -> Bool {
    guard case .without(let rule) = change else { return false }
    return self[rule].kind == .preference(preferred: preferred, over: other)
  }

  /// What a rule says, and whose it is, in brackets: its title, or what it asserts or prefers.
  private func particulars(of id: RuleID) -> String {
    let rule = self[id]
    var parts: [String] = []
    switch rule.kind {
    case .preference(let preferred, let over):
      parts.append("\(self[preferred].name) over \(self[over].name)")
    case .contention:
      let sentence = rule.conclusions.first.map { reading(of: $0, variables: rule.variables) }
      parts.append(rule.title ?? sentence.map { "that \($0)" } ?? "")
    case .rule: parts.append(rule.title ?? "")
    }
    parts.append(voice(of: rule, described: .byName))
    let words = parts.filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty ? "" : " (\(words))"
  }
}
