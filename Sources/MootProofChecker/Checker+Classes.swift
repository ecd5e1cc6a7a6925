import MootLanguage

extension Checker {
  /// Checks every class of conflict, and then what has been read of undercutters and preferences.
  mutating func run() throws(Rejection) {
    var rules: [[Int]] = Array(repeating: [], count: program.predicates.count)
    for (index, rule) in program.rules.enumerated()
    where rule.lawOfDay != nil || rule.period.counts(asOf) == true {
      for conclusion in rule.conclusions { isPresent[conclusion.predicate.index] = true }
      guard let head = rule.conclusions.first else { continue }
      rules[classOf[Int(head.predicate.predicate.raw)]].append(index)
      try requireOrder(rule)
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
  private func requireOrder(_ rule: Rule) throws(Rejection) {
    guard let head = rule.conclusions.first else { return }
    let least = stages[classOf[Int(head.predicate.predicate.raw)]].least
    for condition in (rule.alternatives + rule.exceptions).joined() {
      if case .past = condition { continue }
      for sentence in condition.sentences {
        let read = Int(sentence.predicate.predicate.raw)
        var last = outStage(of: sentence.predicate)
        if case .aggregate = condition { last = stages[classOf[read]].greatest + 1 }
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
      for predicate in predicates {
        for row in rows ?? 0..<tables[predicate].count { state(predicate, row, &firings) }
      }
      for predicate in predicates {
        for row in rows ?? 0..<tables[predicate].count {
          for side in 0...1 {
            try require(Literal(table: predicate, row: row, side: side), firings)
          }
        }
      }
    }
  }

  /// Adds what facts state of an atom, where that is not as plain as their labels.
  private func state(_ table: Int, _ row: Int, _ firings: inout Firings) {
    for side in 0...1 where tables[table].stated[row] & (1 << UInt8(side)) != 0 {
      let isPlain = tables[table].labels[side][row] == factLabel
      guard firings.isDisputed || !isPlain else { continue }
      let literal = Literal(table: table, row: row, side: side)
      firings.add(-1, .strict, .always, keys: 0, placeOf[table], literal)
    }
  }

  /// Whether two literals of a class that conflict can both have reasons.
  private func isDisputed(_ predicates: [Int]) -> Bool {
    predicates.contains { predicate in
      isPresent[predicate * 2] && isPresent[predicate * 2 + 1]
        || (0...1).contains { side in
          isPresent[predicate * 2 + side]
            && conflicts[predicate * 2 + side].contains { isPresent[$0.far.predicate.index] }
        }
    }
  }

  /// Finds the instances of an alternative of a rule, or those that conclude some demanded atoms.
  private mutating func find(
    _ index: Int, _ alternative: Int, _ rows: Range<Int>?, _ firings: inout Firings
  ) throws(Rejection) {
    let rule = program.rules[index]
    let conditions = rule.alternatives[alternative]
    let named = Set((conditions + rule.exceptions.joined()).flatMap(\.variablesRead))
    let seeded = rows == nil ? [] : named.intersection(rule.conclusions[0].variables)
    let law = rule.lawOfDay.map { (rule.period, Int($0.raw)) }
    let plan = Plan(conditions, bound: seeded, sizes: sizes, inForce: law)
    let bound = seeded.union(plan.binds)
    let keyed = speech.variables[index].map { bound.contains($0) ? $0 : -1 }
    var exceptions = rule.exceptions.map {
      Walk(Plan($0, bound: bound, sizes: sizes, isException: true), isException: true)
    }
    var premises = Walk(plan, isException: false)
    let least = stages[classOf[Int(rule.conclusions[0].predicate.predicate.raw)]].least
    let settled = reading == .certain ? UInt64(least) << 32 : 0
    for row in rows ?? 0..<1 {
      if rows != nil, !bind(rule.conclusions[0], to: row, named) { continue }
      premises.begin()
      while try advance(&premises) {
        verification.instanceCount += 1
        let keys = firings.keep(keyed.map { $0 < 0 ? ValueID.none.raw : registers[$0] })
        let bounds = try bounds(
          of: index, premises.total, firings.keys[keys...], &exceptions, settled)
        for conclusion in rule.conclusions {
          let head = rows == nil ? literal(conclusion) : demandedLiteral(rule, row)
          firings.add(index, rule.force, bounds, keys: keys, placeOf[head.table], head)
        }
      }
    }
  }

  /// What an instance can be relied on for: its premises, its cap, its undercutter and its exceptions together.
  ///
  /// Where premises and cap alone make it as good as passed over by the first stage of its class, nothing else of
  /// it is read, and no undercutter asked for.
  private mutating func bounds(
    of index: Int, _ premises: Bounds, _ keys: ArraySlice<UInt32>, _ exceptions: inout [Walk],
    _ settled: UInt64
  ) throws(Rejection) -> Bounds {
    let cap = Int(program.rules[index].cap.rawValue)
    var bounds = cap == 4 ? premises : premises.and(Bounds(upTo: cap, notAbove: cap))
    if bounds.isIdle(before: settled) { return bounds }
    if let undercutter = speech.undercutters[index] {
      let variables = speech.variables[index]
      let literal = spokenLiteral(undercutter, 0) { key in
        keys[keys.startIndex + (variables.firstIndex(of: Int(key.variable.raw)) ?? 0)]
      }
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

  /// Binds the variables of a conclusion to the arguments of a demanded atom; `false` where the rule says nothing
  /// of it.
  ///
  /// An alternative that names a variable does not speak of an instance that has no value for it.
  private mutating func bind(_ conclusion: Sentence, to row: Int, _ named: Set<Int>) -> Bool {
    let none = ValueID.none.raw
    for variable in conclusion.variables { registers[variable] = none }
    let arguments = tables[Int(conclusion.predicate.predicate.raw)].arguments(row)
    for (term, argument) in zip(conclusion.terms, arguments) {
      if case .value(let value) = term, value.raw != argument { return false }
      guard case .variable(let variable) = term else { continue }
      let register = Int(variable.raw)
      if argument == none, !named.contains(register) { continue }
      guard argument != none, [none, argument].contains(registers[register]) else { return false }
      registers[register] = argument
    }
    return true
  }

  private func demandedLiteral(_ rule: Rule, _ row: Int) -> Literal {
    let predicate = rule.conclusions[0].predicate
    return Literal(
      table: Int(predicate.predicate.raw), row: row, side: predicate.isPositive ? 0 : 1)
  }

  /// The literal that a sentence is under the bindings, with a row of its own if it has none yet.
  private mutating func literal(_ sentence: Sentence) -> Literal {
    let table = Int(sentence.predicate.predicate.raw)
    tuple.removeAll(keepingCapacity: true)
    for term in sentence.terms { tuple.append(value(of: term) ?? ValueID.none.raw) }
    return Literal(
      table: table, row: tables[table].insert(tuple), side: sentence.predicate.isPositive ? 0 : 1)
  }

  /// The literal of an undercutter or preference with the given keys, whose labels must be checked from now on.
  mutating func spokenLiteral(_ predicate: Int, _ side: Int, _ key: (Predicate.Key) -> UInt32)
    -> Literal
  {
    let count = tables[predicate].count
    let row = tables[predicate].insert(program.predicates[predicate].keys.map(key))
    if row == count { demanded.append(predicate) }
    return Literal(table: predicate, row: row, side: side)
  }

  /// From where on a literal's labels can be relied on.
  func places(of literal: Literal) -> Places {
    places[Int(tables[literal.table].labels[literal.side][literal.row])]
  }
}
