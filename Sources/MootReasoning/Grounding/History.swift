import MootLanguage

/// What the facts of one signed predicate state, on any date.
struct History {
  /// The atoms of all facts, whatever their dates.
  var table: Table
  /// For each atom, the periods for which it is stated.
  private(set) var periods: [[Period]] = []

  /// Gathers the facts that count of a signed predicate.
  init(of predicate: SignedPredicate, in theory: Theory) {
    let program = theory.program
    table = Table(arity: program[predicate.predicate].arity)
    let any: [ValueID?] = Array(repeating: nil, count: table.arity)
    for index in program.facts.indices(of: predicate, matching: any)
    where theory.factStates[index] != .dropped {
      let fact = program.facts[index]
      add(program.arguments(of: fact).map(\.raw), program.particulars[Int(fact.particulars)].period)
    }
    for literal in theory.assumed where literal.predicate == predicate {
      add(literal.arguments.map(\.raw), .always)
    }
  }

  /// Whether an atom holds on the days from `firstDay` to `lastDay`.
  func truth(_ row: Int, from firstDay: Int32, to lastDay: Int32) -> ValueOrder.Truth {
    best(row) { $0.covers(firstDay: firstDay, lastDay: lastDay) }
  }

  /// Whether an atom has held at some time up to a date; at any time at all without one.
  func truth(_ row: Int, upTo date: CalendarDate?) -> ValueOrder.Truth {
    best(row) { period in
      guard let date else { return .holds }
      return Period(from: period.from).covers(firstDay: date.lastDay, lastDay: date.lastDay)
    }
  }

  private mutating func add(_ tuple: [UInt32], _ period: Period) {
    let row = table.insert(tuple)
    if row == periods.count { periods.append([]) }
    periods[row].append(period)
  }

  private func best(_ row: Int, _ truth: (Period) -> ValueOrder.Truth) -> ValueOrder.Truth {
    var best = ValueOrder.Truth.fails
    for period in periods[row] {
      switch truth(period) {
      case .holds: return .holds
      case .open: best = .open
      case .fails: break
      }
    }
    return best
  }
}
