extension FirstOrderTheory {
  /// Whether the arrow notation can say all of it.
  var isExpressibleInArrows: Bool {
    incompatibilities.isEmpty && relations.allSatisfy { !$0.isAction }
      && rules.allSatisfy(\.isExpressibleInArrows)
  }

  /// The theory as the arrow notation means it: preferences are established.
  var withEstablishedPreferences: FirstOrderTheory {
    var theory = self
    for (index, rule) in rules.enumerated() {
      if case .preference = rule.conclusion { theory.rules[index].force = .strict }
    }
    return theory
  }

  /// The theory in the arrow notation.
  var arrowText: String {
    (facts.map { ">> \(arrowNotation($0))" } + rules.map(arrowText)).joined(separator: "\n") + "\n"
  }

  /// A rule or a preference in the arrow notation.
  private func arrowText(_ rule: Rule) -> String {
    let arrow =
      switch rule.force {
      case .strict: "->"
      case .defeater: "~>"
      case .defeasible, .presumption: "=>"
      }
    let exceptions = rule.exceptions.map { "not " + arrowText($0[0]) }
    let body = (rule.alternatives[0].map(arrowText) + exceptions).joined(separator: ", ")
    switch rule.conclusion {
    case .preference(let superior, let inferior): return "\(superior) > \(inferior)"
    case .sentence(let sentence):
      return "\(rule.name): \(body)\(body.isEmpty ? "" : " ")\(arrow) \(arrowNotation(sentence))"
    case .application: preconditionFailure("arrows have no undercutters")
    }
  }

  /// A condition in the arrow notation.
  private func arrowText(_ condition: Condition) -> String {
    switch condition {
    case .sentence(let sentence, standard: _): arrowNotation(sentence)
    case .comparison(let left, let right, let isEqual):
      "\(word(left)) \(isEqual ? "=" : "!=") \(word(right))"
    }
  }
}

extension FirstOrderTheory.Rule {
  /// Whether the arrow notation can say it: no caps, standards, presumptions, undercutters, alternatives or joint exceptions.
  fileprivate var isExpressibleInArrows: Bool {
    let isPlain = cap == 4 && force != .presumption && alternatives.count == 1
    let conditions = (alternatives + exceptions).flatMap(\.self)
    let hasStandards = conditions.contains {
      if case .sentence(_, standard: .some) = $0 { true } else { false }
    }
    let areExceptionsSingle = exceptions.allSatisfy { exception in
      if case .sentence = exception[0] { exception.count == 1 } else { false }
    }
    switch conclusion {
    case .sentence: return isPlain && !hasStandards && areExceptionsSingle
    case .application: return false
    case .preference: return isUnconditional
    }
  }
}
