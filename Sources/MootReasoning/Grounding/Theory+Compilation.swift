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
    setAside = dropped.setAside
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
    factStates = Self.states(of: program, dropped.facts, asOf: asOf)
    let speech = MetaPredicates(program)
    undercuts = speech.undercuts
    ranks = speech.ranks
    keyVariables = speech.keyVariables
    conflicts = Self.conflicts(of: program)
    var presence = ClassGraph.Presence(ofFactsIn: program, factStates)
    for literal in assumed { presence.note(literal.predicate) }
    classes = ClassGraph(
      program, ruleStates: ruleStates, undercuts: undercuts, ranks: ranks, presence: presence)
  }

  /// For each fact, whether it counts; facts with the same particulars are looked at once.
  private static func states(of program: Program, _ isDropped: [Bool], asOf: CalendarDate?)
    -> [FactState]
  {
    func state(of particulars: UInt32) -> FactState {
      guard particulars != 0 else { return .holds }
      switch program.particulars[Int(particulars)].period.counts(asOf: asOf) {
      case .holds: return .holds
      case .fails: return .fails
      case .open: return .open
      }
    }
    var states: [FactState] = []
    states.reserveCapacity(program.facts.count)
    for run in program.facts.runs {
      guard case .rows(let rows) = run.content else {
        for index in run.range { states.append(state(of: program.facts[index].particulars)) }
        continue
      }
      switch rows.particulars {
      case .shared(let particulars):
        states.append(contentsOf: repeatElement(state(of: particulars), count: run.range.count))
      case .successive(let first)
      where program.particulars.arePlaces(from: Int(first), count: rows.count):
        states.append(contentsOf: repeatElement(.holds, count: run.range.count))
      case .successive, .listed:
        let perRow = rows.companion == nil ? 1 : 2
        for row in 0..<rows.count {
          let state = state(of: rows.particulars(ofRow: row))
          states.append(contentsOf: repeatElement(state, count: perRow))
        }
      }
    }
    for index in isDropped.indices where isDropped[index] { states[index] = .dropped }
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

/// The predicates that speak of rules: what can be concluded about each rule.
private struct MetaPredicates {
  var undercuts: [Int?]
  var ranks: [[Theory.Rank]]
  var keyVariables: [[Int]]

  init(_ program: Program) {
    undercuts = Array(repeating: nil, count: program.rules.count)
    ranks = Array(repeating: [], count: program.rules.count)
    keyVariables = Array(repeating: [], count: program.rules.count)
    let conflicts = ConflictIndex(program)
    for (index, predicate) in program.predicates.enumerated() {
      switch predicate.kind {
      case .plain, .obligation, .prohibition: continue
      case .undercut(let rule): undercuts[Int(rule.raw)] = index
      case .precedence(let first, let second)
      // What ranks rules that cannot clash is read by nobody, and nothing rests on it.
      where conflicts.canConflict(program[first], program[second]):
        ranks[Int(first.raw)].append(
          Theory.Rank(other: Int(second.raw), predicate: index, isPositive: true))
        ranks[Int(second.raw)].append(
          Theory.Rank(other: Int(first.raw), predicate: index, isPositive: false))
      case .precedence: break
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

extension ClassGraph.Presence {
  /// What the facts of a program say that count.
  init(ofFactsIn program: Program, _ states: [Theory.FactState]) {
    self.init(predicateCount: program.predicates.count)
    for run in program.facts.runs { note(run, of: program, states) }
  }

  /// Takes note of what the facts of a run say that count.
  private mutating func note(
    _ run: FactRun, of program: Program, _ states: [Theory.FactState]
  ) {
    func counts(_ index: Int) -> Bool { states[index] == .holds || states[index] == .open }
    switch run.content {
    case .written:
      for index in run.range where counts(index) { note(program.facts[index].predicate) }
    case .rows(let rows):
      guard run.range.contains(where: counts) else { return }
      note(rows.predicate)
      if let companion = rows.companion { note(companion) }
    }
  }
}
