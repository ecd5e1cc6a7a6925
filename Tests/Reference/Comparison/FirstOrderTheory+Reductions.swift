extension FirstOrderTheory {
  /// The theories that are one step smaller, big steps first: a statement, a set of conditions, a condition, a nicety less.
  var reductions: [FirstOrderTheory] {
    (withoutOneRule + withoutOneFact + withoutOneIncompatibility + withOneRuleSimpler).filter(
      \.isSafe)
  }

  /// Without a rule and without whatever speaks of it.
  private var withoutOneRule: [FirstOrderTheory] {
    rules.map { rule in
      var dropped: Set = [rule.name]
      var count = 0
      while count != dropped.count {
        count = dropped.count
        for other in rules where other.subjects.contains(where: dropped.contains) {
          dropped.insert(other.name)
        }
      }
      return with { theory in theory.rules.removeAll { dropped.contains($0.name) } }
    }
  }

  /// Without a fact.
  private var withoutOneFact: [FirstOrderTheory] {
    facts.indices.map { index in with { $0.facts.remove(at: index) } }
  }

  /// Without an incompatibility.
  private var withoutOneIncompatibility: [FirstOrderTheory] {
    incompatibilities.indices.map { index in with { $0.incompatibilities.remove(at: index) } }
  }

  /// With one rule made simpler.
  private var withOneRuleSimpler: [FirstOrderTheory] {
    rules.indices.flatMap { index in
      rules[index].reductions.map { rule in with { $0.rules[index] = rule } }
    }
  }

  /// A copy with a change.
  private func with(_ change: (inout FirstOrderTheory) -> Void) -> FirstOrderTheory {
    var copy = self
    change(&copy)
    return copy
  }

  /// Whether every variable is bound where the language wants it, and no set of conditions is empty beside others.
  private var isSafe: Bool {
    rules.allSatisfy { rule in
      guard rule.alternatives.count == 1 || !rule.alternatives.contains([]) else { return false }
      let spoken = rule.subjects.reduce(into: Set<Int>()) {
        $0.formUnion(self.rule(named: $1)!.premiseVariables)
      }
      let bound = rule.commonVariables.union(spoken)
      let areExceptionsSafe = rule.exceptions.allSatisfy { exception in
        let inside = Rule.bound(by: exception)
        let borrowed = inside.filter { $0 < 10 }
        return Rule.mentioned(in: exception).isSubset(of: bound.union(inside))
          && borrowed.isSubset(of: bound)
      }
      let areComparisonsSafe = rule.alternatives.allSatisfy {
        Rule.mentioned(in: $0).isSubset(of: Rule.bound(by: $0).union(spoken))
      }
      guard case .sentence(let head) = rule.conclusion else {
        return areExceptionsSafe && areComparisonsSafe
      }
      return areExceptionsSafe && areComparisonsSafe
        && head.variables.isSubset(of: rule.commonVariables)
    }
  }
}

extension FirstOrderTheory.Rule {
  /// The rules that are one step simpler.
  fileprivate var reductions: [FirstOrderTheory.Rule] {
    var found: [FirstOrderTheory.Rule] = []
    if alternatives.count > 1 {
      found += alternatives.indices.map { index in with { $0.alternatives.remove(at: index) } }
    }
    found += exceptions.indices.map { index in with { $0.exceptions.remove(at: index) } }
    for set in alternatives.indices {
      for index in alternatives[set].indices {
        found.append(with { $0.alternatives[set].remove(at: index) })
        if let plain = alternatives[set][index].withoutStandard {
          found.append(with { $0.alternatives[set][index] = plain })
        }
      }
    }
    for set in exceptions.indices where exceptions[set].count > 1 {
      for index in exceptions[set].indices {
        found.append(with { $0.exceptions[set].remove(at: index) })
      }
    }
    for set in exceptions.indices {
      for index in exceptions[set].indices {
        if let plain = exceptions[set][index].withoutStandard {
          found.append(with { $0.exceptions[set][index] = plain })
        }
      }
    }
    if cap < 4 { found.append(with { $0.cap = 4 }) }
    if force != .defeasible { found.append(with { $0.force = .defeasible }) }
    return found
  }

  /// A copy with a change.
  private func with(_ change: (inout FirstOrderTheory.Rule) -> Void) -> FirstOrderTheory.Rule {
    var copy = self
    change(&copy)
    return copy
  }
}

extension FirstOrderTheory.Condition {
  /// The condition without its standard, nil when it has none.
  fileprivate var withoutStandard: FirstOrderTheory.Condition? {
    guard case .sentence(let sentence, .some) = self else { return nil }
    return .sentence(sentence, standard: nil)
  }
}
