import MootLanguage

extension Checker {
  /// Checks every class of conflict, and then what has been read of undercutters and preferences.
  mutating func run() throws(Rejection) {
    var rules: [[Int]] = Array(repeating: [], count: program.predicates.count)
    for (index, rule) in program.rules.enumerated()
    where rule.lawOfDay != nil || rule.period.counts(asOf) == true {
      for conclusion in rule.conclusions { isPresent[conclusion.predicate.index] = true }
      guard let head = rule.conclusions.first?.predicate else { continue }
      rules[classOf[head.table]].append(index)
      try requireOrder(rule, before: stages[classOf[head.table]].least)
    }
    for number in members.indices where !members[number].isEmpty {
      if program.predicates[number].isSpoken {
        demanded.append(number)
      } else {
        try check(members[number], rules[number], demanded: nil)
      }
    }
    var checked = Array(repeating: 0, count: program.predicates.count)
    while let predicate = demanded.popLast() {
      let rows = checked[predicate]..<tables[predicate].count
      checked[predicate] = rows.upperBound
      if !rows.isEmpty { try check([predicate], rules[predicate], demanded: rows) }
    }
  }

  /// Sees to it that what is passed over when instances are found is out by the time that anything relies on it.
  private func requireOrder(_ rule: Rule, before least: UInt32) throws(Rejection) {
    for condition in (rule.alternatives + rule.exceptions).joined() where !condition.isPast {
      for sentence in condition.sentences {
        var last = outStage(of: sentence.predicate)
        if case .aggregate = condition {
          last = stages[classOf[sentence.predicate.table]].greatest + 1
        }
        guard last <= least else {
          let name = program.certificateName(of: sentence.predicate)
          throw Rejection(condition: .order, literal: name)
        }
      }
    }
  }

  /// Finds all instances of the rules of a class (or those that conclude some demanded atoms), and checks the
  /// labels of every literal of it: as certain, and where any is undecided also as possible and as closed.
  private mutating func check(
    _ predicates: [Int], _ rules: [Int], demanded rows: Range<Int>?
  ) throws(Rejection) {
    let isUndecided = stages[classOf[predicates[0]]].isUndecided
    for reading in isUndecided ? [Reading.certain, .possible, .closed] : [.certain] {
      read(reading)
      let out = predicates.flatMap { tables[$0].unlisted }.map { places[Int($0)].out[3] }.max() ?? 0
      var firings = Firings(
        predicateCount: predicates.count, isDisputed: isDisputed(predicates), unlistedOut: out)
      // A defeater supports nothing, and where nothing is disputed attacks nothing.
      for rule in rules where firings.isDisputed || program.rules[rule].force != .defeater {
        for alternative in program.rules[rule].alternatives.indices {
          try find(rule, alternative, rows, &firings)
        }
      }
      for isChecking in [false, true] {
        for predicate in predicates {
          for row in rows ?? 0..<tables[predicate].count {
            for side in 0...1 {
              let literal = Literal(table: predicate, row: row, side: side)
              if isChecking { try require(literal, firings) } else { state(literal, &firings) }
            }
          }
        }
      }
    }
  }

  /// Adds what facts state of a literal, where that is not as plain as its labels.
  private func state(_ literal: Literal, _ firings: inout Firings) {
    let (table, row, side) = (literal.table, literal.row, literal.side)
    guard tables[table].stated[row] & (1 << UInt8(side)) != 0,
      firings.isDisputed || tables[table].labels[side][row] != factLabel
    else { return }
    firings.add(
      Firings.Firing(rule: -1, force: .strict, bounds: .always), placeOf[literal.table],
      literal)
  }

  /// Whether two literals of a class that conflict can both have reasons.
  private func isDisputed(_ predicates: [Int]) -> Bool {
    predicates.flatMap { [$0 * 2, $0 * 2 + 1] }.contains { near in
      isPresent[near]
        && (isPresent[near ^ 1] || conflicts[near].contains { isPresent[$0.predicate.index] })
    }
  }

  /// Finds the instances of an alternative of a rule, or those that conclude some demanded atoms.
  private mutating func find(
    _ index: Int, _ alternative: Int, _ rows: Range<Int>?, _ firings: inout Firings
  ) throws(Rejection) {
    let rule = program.rules[index]
    let conditions = rule.alternatives[alternative]
    let named = Set((conditions + rule.exceptions.joined()).flatMap { $0.needs + $0.gives })
    var bound = rows == nil ? [] : named.intersection(rule.conclusions[0].variables)
    var premises = Walk(plan(conditions, binding: &bound))
    let keyed = speech.variables[index].map { bound.contains($0) ? $0 : -1 }
    var exceptions = rule.exceptions.map { exception in
      var inner = bound
      return Walk(plan(exception, binding: &inner, isException: true), isException: true)
    }
    let least = stages[classOf[rule.conclusions[0].predicate.table]].least
    let settled = reading == .certain ? UInt64(least) << 32 : 0
    for row in rows ?? 0..<1 {
      if rows != nil, !bind(rule.conclusions[0], to: row, named) { continue }
      premises.begin()
      while try advance(&premises) {
        if let day = rule.lawOfDay, !isInForce(rule, on: day) { continue }
        verification.instanceCount += 1
        let keys = keyed.map { $0 < 0 ? ValueID.none.raw : registers[$0] }
        let bounds = try bounds(of: index, premises.total, keys, &exceptions, settled)
        let firing = Firings.Firing(rule: index, force: rule.force, bounds: bounds, keys: keys)
        for conclusion in rule.conclusions {
          let head = literal(conclusion, demanded: rows == nil ? nil : row)
          firings.add(firing, placeOf[head.table], head)
        }
      }
    }
  }

  /// Whether a rule is in force by the law of a day.
  private func isInForce(_ rule: Rule, on day: VariableID) -> Bool {
    guard case .date(let date)? = value(at: registers[Int(day.raw)]) else { return false }
    return rule.period.covers(date.firstDay, date.lastDay) == true
  }

  /// What an instance can be relied on for: its premises, its cap, its undercutter and its exceptions together.
  ///
  /// Where premises and cap alone make it as good as passed over by the first stage of its class, nothing else of
  /// it is read, and no undercutter asked for.
  private mutating func bounds(
    of index: Int, _ premises: Bounds, _ keys: [UInt32], _ exceptions: inout [Walk],
    _ settled: UInt64
  ) throws(Rejection) -> Bounds {
    let rule = program.rules[index]
    let cap = min(Int(rule.cap.rawValue), rule.force == .strict ? 4 : 3)
    var bounds = premises.and(Bounds(upTo: cap, notAbove: cap))
    if bounds.isIdle(before: settled) { return bounds }
    if let undercutter = speech.undercutters[index] {
      let literal = spokenLiteral(undercutter, 0, of: [(index, keys)])
      bounds = bounds.and(Bounds(places(of: literal), standard: 0, isException: true).negated)
    }
    for exception in exceptions.indices {
      exceptions[exception].begin()
      while try advance(&exceptions[exception]) {
        bounds = bounds.and(exceptions[exception].total.negated)
      }
    }
    return bounds
  }

  /// Binds those variables of a sentence that are named to the arguments of an atom; `false` where it does not speak
  /// of that.
  ///
  /// An alternative that names a variable does not speak of an instance that has no value for it; one that does not
  /// name it speaks of all, and has no value for it itself.
  mutating func bind(_ sentence: Sentence, to row: Int, _ named: Set<Int>) -> Bool {
    let none = ValueID.none.raw
    for variable in sentence.variables { registers[variable] = none }
    for (column, term) in sentence.terms.enumerated() {
      let argument = tables[sentence.predicate.table].columns[column][row]
      if case .value(let value) = term, value.raw != argument { return false }
      guard case .variable(let variable) = term else { continue }
      let register = Int(variable.raw)
      guard named.contains(register) else { continue }
      guard argument != none, [none, argument].contains(registers[register]) else { return false }
      registers[register] = argument
    }
    return true
  }

  /// The literal that a sentence is under the bindings, at the row that is demanded, or at that of its arguments.
  private mutating func literal(_ sentence: Sentence, demanded row: Int?) -> Literal {
    let (table, side) = (sentence.predicate.table, sentence.predicate.side)
    if let row { return Literal(table: table, row: row, side: side) }
    tuple.removeAll(keepingCapacity: true)
    for term in sentence.terms { tuple.append(value(of: term) ?? ValueID.none.raw) }
    return Literal(table: table, row: tables[table].insert(tuple), side: side)
  }

  /// The literal of an undercutter or preference that speaks of some instances, whose labels must be checked from
  /// now on.
  mutating func spokenLiteral(
    _ predicate: Int, _ side: Int, of instances: [(rule: Int, keys: [UInt32])]
  ) -> Literal {
    let (count, variables) = (tables[predicate].count, speech.variables)
    let tuple = program.predicates[predicate].keys.map { key in
      let instance = instances.first { $0.rule == Int(key.rule.raw) } ?? instances[0]
      return instance.keys[variables[instance.rule].firstIndex(of: Int(key.variable.raw)) ?? 0]
    }
    let row = tables[predicate].insert(tuple)
    if row == count { demanded.append(predicate) }
    return Literal(table: predicate, row: row, side: side)
  }

  /// From where on a literal's labels can be relied on.
  func places(of literal: Literal) -> Places {
    places[Int(tables[literal.table].labels[literal.side][literal.row])]
  }
}
