import MootLanguage

extension Theory {
  /// Makes a scenario ready for evaluation.
  ///
  /// - Parameter open: further suppositions that may be made or not; what they add is taken to be there.
  init(_ scenario: Scenario, supposing open: [Change] = []) {
    let program = Scenario(scenario.program, changes: scenario.changes + open)
      .programWithPreferences
    let asOf = scenario.asOf
    let dropped = Suspension(scenario, program: program)
    self.program = program
    self.asOf = asOf
    assumed = scenario.assumptions + Scenario(program, changes: open).assumptions
    ruleStates = program.rules.indices.map { index in
      guard !dropped.rules[index] else { return .switchedOff }
      let rule = program.rules[index]
      guard rule.lawOfDay == nil else { return .active }
      switch rule.period.counts(asOf: asOf) {
      case .holds: return .active
      case .fails: return .notInForce
      case .open: return .uncertain
      }
    }
    factStates = program.facts.indices.map { index in
      guard !dropped.facts[index] else { return .dropped }
      let particulars = Int(program.facts[index].particulars)
      guard particulars != 0 else { return .holds }
      switch program.particulars[particulars].period.counts(asOf: asOf) {
      case .holds: return .holds
      case .fails: return .fails
      case .open: return .open
      }
    }
    let speech = MetaPredicates(program)
    undercuts = speech.undercuts
    ranks = speech.ranks
    keyVariables = speech.keyVariables
    conflicts = Self.conflicts(of: program)
    var presence = ClassGraph.Presence(predicateCount: program.predicates.count)
    for (index, fact) in program.facts.enumerated() {
      switch factStates[index] {
      case .holds, .open: presence.note(fact.predicate)
      case .fails, .dropped: break
      }
    }
    for literal in assumed { presence.note(literal.predicate) }
    classes = ClassGraph(
      program, ruleStates: ruleStates, undercuts: undercuts, ranks: ranks, presence: presence)
  }

  private static func conflicts(of program: Program) -> [[Conflict]] {
    var conflicts: [[Conflict]] = Array(repeating: [], count: program.predicates.count * 2)
    for (index, incompatibility) in program.incompatibilities.enumerated() {
      let sides = [
        (incompatibility.first, incompatibility.second),
        (incompatibility.second, incompatibility.first),
      ]
      for (near, far) in sides {
        conflicts[Self.index(of: near.predicate)].append(
          Conflict(incompatibility: index, near: near, far: far))
      }
    }
    return conflicts
  }
}

/// The predicates that speak of rules: what can be concluded about each rule.
private struct MetaPredicates {
  var undercuts: [Int?]
  var ranks: [[Theory.Rank]]
  var keyVariables: [[Int]]

  init(_ program: Program) {
    undercuts = Array(repeating: nil, count: program.rules.count)
    ranks = Array(repeating: [], count: program.rules.count)
    keyVariables = Array(repeating: [], count: program.rules.count)
    for (index, predicate) in program.predicates.enumerated() {
      switch predicate.kind {
      case .plain, .obligation, .prohibition: continue
      case .undercut(let rule): undercuts[Int(rule.raw)] = index
      case .precedence(let first, let second):
        ranks[Int(first.raw)].append(
          Theory.Rank(other: Int(second.raw), predicate: index, isPositive: true))
        ranks[Int(second.raw)].append(
          Theory.Rank(other: Int(first.raw), predicate: index, isPositive: false))
      }
      for key in predicate.keys { keyVariables[Int(key.rule.raw)].append(Int(key.variable.raw)) }
    }
    for rule in program.rules.indices {
      if ranks[rule].count > 1 { ranks[rule].sort { $0.other < $1.other } }
      if keyVariables[rule].count > 1 {
        keyVariables[rule] = Array(Set(keyVariables[rule])).sorted()
      }
    }
  }
}
