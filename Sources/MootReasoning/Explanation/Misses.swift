public import MootLanguage

/// For a literal that nothing shows: every rule that could have concluded it, and its first failing condition.
struct Misses {
  /// One entry a rule, in source order.
  let all: [Entry]

  /// A rule that could have concluded it.
  struct Entry {
    /// The rule.
    let rule: RuleID
    /// Why no instance of it fires.
    var reason: Explanation.Miss.Reason
    /// The premise that fails, where all of it is known.
    var premise: Literal?
  }

  /// Looks for the rules that could conclude a literal.
  init(of literal: Literal, _ inquiry: Inquiry) {
    var misses: [Entry] = []
    for (rule, conclusion) in inquiry.rules(concluding: literal) where inquiry.goesOn() {
      guard inquiry.program.rules[rule].force != .defeater,
        let seeds = inquiry.seeds(rule, conclusion, alternative: 0, for: literal),
        let entry = Self.entry(rule, seeds, inquiry)
      else { continue }
      misses.append(entry)
    }
    all = misses
  }

  private static func entry(_ rule: Int, _ seeds: Block, _ inquiry: Inquiry) -> Entry? {
    let definition = inquiry.program.rules[rule]
    let id = RuleID(raw: UInt32(rule))
    switch inquiry.evaluation.theory.ruleStates[rule] {
    case .switchedOff: return Entry(rule: id, reason: .switchedOff)
    case .notInForce: return Entry(rule: id, reason: .notInForce(definition.period))
    case .uncertain: return Entry(rule: id, reason: .forceUncertain(definition.period))
    case .active: break
    }
    var furthest: (place: Int, entry: Entry)?
    for conditions in definition.alternatives {
      guard let failure = firstFailure(conditions, id, seeds, inquiry) else { return nil }
      if furthest.map({ failure.place > $0.place }) ?? true { furthest = failure }
    }
    return furthest?.entry
  }

  /// The first premise that cannot be met together with those before it; `nil` when all can.
  private static func firstFailure(
    _ conditions: [Condition], _ rule: RuleID, _ seeds: Block, _ inquiry: Inquiry
  ) -> (place: Int, entry: Entry)? {
    var binding = seeds.binding(0)
    let bound = binding.indices.filter { binding[$0] != Block.unbound }
    for count in 1...max(conditions.count, 1) where count <= conditions.count {
      var planner = Planner(registerCount: binding.count, bound: bound, for: .premises)
      let plan = planner.plan(
        Array(conditions[..<count]), in: inquiry.evaluation)
      var first: [UInt32]?
      do {
        try Join(plan, for: .premises, in: inquiry.evaluation).run(seeds) { block in
          for row in 0..<block.count {
            let binding = block.binding(row)
            if first.map({ inquiry.precedes(binding, $0) }) ?? true { first = binding }
          }
        }
      } catch {
        inquiry.note(error)
        return nil
      }
      guard let found = first else {
        let reader = ConditionReader(rule, inquiry)
        let failing = conditions[count - 1]
        var entry = Entry(
          rule: rule,
          reason: .premise(
            condition: reader.words(of: failing, under: binding),
            reader.failure(of: failing, under: binding)))
        if case .literal(let literal, _) = reader.condition(failing, under: binding) {
          entry.premise = literal
        }
        return (count - 1, entry)
      }
      binding = found
    }
    return nil
  }
}

extension ConditionReader {
  /// What is the matter with a premise that cannot be met.
  func failure(of condition: Condition, under binding: [UInt32]) -> Explanation.Failure {
    if inquiry.evaluation.theory.asOf == nil, condition.speaksOfToday { return .noDate }
    if case .calculation(let calculation) = condition, hasNoValue(calculation.expression, binding) {
      return readsSpan(calculation.expression, binding) ? .leftOpenByDates : .notShown
    }
    return switch self.condition(condition, under: binding) {
    case .literal(let literal, _):
      inquiry.standing(of: literal).isLeftOpenByDates
        ? .leftOpenByDates
        : inquiry.standing(of: literal.contrary).lower >= 2 ? .shownNot : .notShown
    case .comparison(_, let isOpen): isOpen ? .leftOpenByDates : .notShown
    case .failedComparison: .untrue
    case .pattern, .gathered, .past: .notShown
    }
  }

  private func hasNoValue(
    _ expression: Calculation.Expression, _ binding: [UInt32]
  ) -> Bool {
    (try? inquiry.evaluation.value(of: expression) { value($0, under: binding) }) == nil
  }

  /// Whether one of the dates it reads is known to the month or year alone.
  private func readsSpan(_ expression: Calculation.Expression, _ binding: [UInt32]) -> Bool {
    expression.registers.contains { register in
      guard binding[register] != Block.unbound,
        case .date(let date) = inquiry.evaluation.values.table[ValueID(raw: binding[register])]
      else { return false }
      return date.day == nil
    }
  }

  /// Any condition in words.
  func words(of condition: Condition, under binding: [UInt32]) -> String {
    if case .sentence(let sentence, let standard) = condition {
      let words = words(sentence, under: binding)
      return standard.map { "\($0.standardWords) \(words)" } ?? words
    }
    switch self.condition(condition, under: binding) {
    case .comparison(let words, _), .failedComparison(let words), .pattern(let words, _),
      .gathered(let words, _), .past(let words, _):
      return words
    case .literal: return ""
    }
  }
}

extension Condition {
  /// Whether its value depends on the date of the answer.
  fileprivate var speaksOfToday: Bool {
    guard case .calculation(let calculation) = self else { return false }
    return calculation.expression.speaksOfToday
  }
}

extension Calculation.Expression {
  /// Whether it reads the date of the answer.
  var speaksOfToday: Bool {
    switch self {
    case .today: true
    case .term: false
    case .arithmetic(_, let left, let right), .later(let left, let right),
      .earlier(let left, let right), .days(let left, let right),
      .shifted(let left, _, _, let right):
      left.speaksOfToday || right.speaksOfToday
    }
  }
}

extension Grade {
  /// The words by which a condition names this grade as its standard of proof.
  public var standardWords: String {
    switch self {
    case .unsupported, .arguable: "arguably"
    case .prevailing: "on balance"
    case .clear, .established: "beyond dispute"
    }
  }
}
