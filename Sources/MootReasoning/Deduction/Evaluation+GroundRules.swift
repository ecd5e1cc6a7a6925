import MootLanguage

extension Rule {
  /// Whether it has no variables and only sentences and comparisons as conditions, so that it is its own
  /// only instance.
  var isGround: Bool {
    guard variables.isEmpty else { return false }
    return (alternatives + exceptions).allSatisfy { conditions in
      conditions.allSatisfy { condition in
        switch condition {
        case .sentence, .comparison: true
        case .calculation, .universal, .aggregate, .past: false
        }
      }
    }
  }
}

extension Evaluation {
  /// The firing grade of an alternative of a ground rule, read off the tables; `nil` when it cannot fire.
  ///
  /// Premises and exceptions that read the predicates `inside` are left to the caller.
  func groundGrade(_ index: Int, _ alternative: Int, outside inside: Set<Int> = [])
    throws(LimitReached) -> (lower: UInt8, upper: UInt8)?
  {
    let rule = theory.program.rules[index]
    try budget.spend(1)
    var lower = rule.cap.rawValue
    var upper = lower
    for condition in rule.alternatives[alternative] where !condition.reads(inside) {
      switch condition {
      case .sentence(let sentence, let standard):
        let standing = groundStanding(sentence)
        let level = standard?.rawValue ?? 0
        upper = min(upper, premiseGrade(standing.upper, standard: level))
        guard upper > 0 else { return nil }
        lower = min(lower, premiseGrade(standing.lower, standard: level))
      case .comparison(let comparison):
        guard truth(of: comparison) == .holds else { return nil }
      case .calculation, .universal, .aggregate, .past: return nil
      }
    }
    for exception in rule.exceptions where !exception.contains(where: { $0.reads(inside) }) {
      let allowed = groundAllowance(exception)
      lower = min(lower, allowed.lower)
      upper = min(upper, allowed.upper)
    }
    if let undercut = theory.undercuts[index] {
      let row = tables[undercut].insert([])
      try decideDemands(of: undercut)
      let standing = tables[undercut].standing(row, isPositive: true)
      lower = min(lower, allowedGrade(standing.upper, standard: 0))
      upper = min(upper, allowedGrade(standing.lower, standard: 0))
    }
    return upper > 0 ? (lower, upper) : nil
  }

  /// The standing of a sentence without variables.
  func groundStanding(_ sentence: Sentence) -> Standing {
    let predicate = Int(sentence.predicate.predicate.raw)
    guard let row = tables[predicate].row(of: arguments(sentence, nil, 0)) else { return .none }
    return tables[predicate].standing(row, isPositive: sentence.predicate.isPositive)
  }

  /// The truth of a comparison between values.
  func truth(of comparison: Comparison) -> ValueOrder.Truth {
    guard case .value(let left) = comparison.left, case .value(let right) = comparison.right else {
      return .fails
    }
    return values.order.compare(left.raw, comparison.relation, right.raw)
  }

  /// What an exception without variables allows.
  func groundAllowance(_ exception: [Condition]) -> (lower: UInt8, upper: UInt8) {
    var lower: UInt8 = 0
    var upper: UInt8 = 0
    for condition in exception {
      switch condition {
      case .sentence(let sentence, let standard):
        let standing = groundStanding(sentence)
        let level = standard?.rawValue ?? 0
        lower = max(lower, allowedGrade(standing.countingUpper, standard: level))
        upper = max(upper, allowedGrade(standing.countingLower, standard: level))
      case .comparison(let comparison):
        let allowed: UInt8
        switch truth(of: comparison) {
        case .holds: allowed = 0
        case .open: allowed = allowedGrade(1, standard: 0)
        case .fails: allowed = 4
        }
        lower = max(lower, allowed)
        upper = max(upper, allowed)
      case .calculation, .universal, .aggregate, .past: return (4, 4)
      }
    }
    return (lower, upper)
  }
}
