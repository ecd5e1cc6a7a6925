import MootLanguage

/// How rules read the date of the answer beside what begins and ends.
enum ClockUse: Comparable {
  /// Not at all.
  case ignored
  /// They compare it with dates: the answer changes only at one of these.
  case compared
  /// They count from it or to it, or conclude something about it: the answer may change on any day.
  case counted

  /// How the rules that can matter read it.
  init(_ relevance: Relevance, in program: Program) {
    self = zip(program.rules, relevance.rules).reduce(.ignored) { use, rule in
      rule.1 ? max(use, ClockUse(rule.0)) : use
    }
  }

  /// How one rule reads it.
  private init(_ rule: Rule) {
    let conditions = Array(rule.alternatives.joined()) + rule.exceptions.joined()
    var todays: Set<Int> = []
    var others: Set<Int> = []
    for case .calculation(let calculation) in conditions.flatMap(\.parts) {
      if case .today = calculation.expression {
        todays.insert(Int(calculation.result.raw))
      } else if calculation.expression.speaksOfToday {
        self = .counted
        return
      } else {
        others.formUnion([Int(calculation.result.raw)] + calculation.expression.registers)
      }
    }
    for sentence in rule.conclusions + conditions.flatMap(\.sentences) {
      others.formUnion(sentence.terms.flatMap(\.registers))
    }
    for case .aggregate(let aggregate) in conditions {
      others.formUnion(([aggregate.result, aggregate.over] + aggregate.groups).map { Int($0.raw) })
    }
    if let day = rule.lawOfDay { others.insert(Int(day.raw)) }
    self = todays.isEmpty ? .ignored : todays.isDisjoint(with: others) ? .compared : .counted
  }
}

extension Condition {
  /// The condition itself, and those inside it.
  fileprivate var parts: [Condition] {
    switch self {
    case .sentence, .comparison, .calculation, .past: [self]
    case .universal(let universal): [self] + universal.domain
    case .aggregate(let aggregate): [self] + aggregate.conditions
    }
  }
}
