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
    let factStates = Self.factStates(of: program, asOf: asOf, dropped: dropped.facts)
    self.factStates = factStates
    let speech = MetaPredicates(program)
    undercuts = speech.undercuts
    ranks = speech.ranks
    keyVariables = speech.keyVariables
    conflicts = Self.conflicts(of: program)
    var presence = ClassGraph.Presence(predicateCount: program.predicates.count)
    program.facts.forEachGroup { predicate, indices in
      guard !presence.has(predicate) else { return }
      if indices.contains(where: { factStates[$0] == .holds || factStates[$0] == .open }) {
        presence.note(predicate)
      }
    }
    for literal in assumed { presence.note(literal.predicate) }
    classes = ClassGraph(
      program, ruleStates: ruleStates, undercuts: undercuts, ranks: ranks, presence: presence)
  }

  /// For each fact, whether it counts: a table whose rows have no dates of their own is decided at once.
  private static func factStates(
    of program: Program, asOf: CalendarDate?, dropped: [Bool]
  ) -> [FactState] {
    var states = Array(repeating: FactState.holds, count: program.facts.count)
    for run in program.facts.runs {
      if case .rows(let rows) = run.content, case .shared(let index) = rows.particulars {
        let state = program.particulars[Int(index)].state(asOf: asOf)
        for fact in run.range { states[fact] = state }
      } else if program.statesPeriods(run) {
        for fact in run.range {
          let particulars = Int(program.facts[fact].particulars)
          if particulars != 0 { states[fact] = program.particulars[particulars].state(asOf: asOf) }
        }
      }
    }
    for fact in dropped.indices where dropped[fact] { states[fact] = .dropped }
    return states
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

extension Fact.Particulars {
  /// Whether a fact counts on the date of the answers.
  fileprivate func state(asOf date: CalendarDate?) -> Theory.FactState {
    switch period.counts(asOf: date) {
    case .holds: .holds
    case .fails: .fails
    case .open: .open
    }
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
