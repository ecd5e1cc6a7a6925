import MootLanguage

extension Evaluation {
  /// Matches an alternative and hands on its instances with their firing grades: least of cap, premises and
  /// what the exceptions and the undercutter allow (section 2).
  ///
  /// Exceptions and an undercutter of the component being grounded are left to the caller.
  func instances(
    _ key: Matcher.Key, seeds: Block, emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    currentRule = key.rule
    let matcher = matcher(key)
    let cap = theory.program.rules[key.rule].cap.rawValue
    try matcher.premises.run(seeds) { (block) throws(LimitReached) in
      if cap < 4 {
        for row in 0..<block.count { block.restrict(row, lower: cap, upper: cap) }
      }
      for (exception, reads) in matcher.exceptions {
        try apply(exception, reading: reads, to: block, of: matcher)
      }
      if let undercut = theory.undercuts[key.rule],
        !predicates(ofComponent: key.component).contains(undercut)
      {
        try applyUndercutter(undercut, to: block)
      }
      try emit(block)
    }
  }

  /// The registers read when the instances of a rule are known: of what it concludes, of its exceptions and
  /// of what undercutters and preferences say of it.
  func registersConcluding(_ rule: Int) -> Set<Int> {
    let definition = theory.program.rules[rule]
    var registers = Set(theory.keyVariables[rule])
    for conclusion in definition.conclusions {
      for term in conclusion.terms { registers.formUnion(term.registers) }
    }
    for exception in definition.exceptions {
      for condition in exception { registers.formUnion(condition.registersRead) }
    }
    return registers
  }

  /// The atom an instance's undercutter or preference speaks of: the values of its keys.
  func keyTuple(_ predicate: Int, _ value: (Predicate.Key) -> UInt32) -> [UInt32] {
    theory.program.predicates[predicate].keys.map(value)
  }

  private func apply(
    _ exception: Join, reading registers: [Int], to block: Block, of matcher: Matcher
  ) throws(LimitReached) {
    let seeds = matcher.seedsOfExceptions
    seeds.refer(to: block, registers: registers)
    try exception.run(seeds) { (found) throws(LimitReached) in
      for row in 0..<found.count {
        block.restrict(Int(found.origin[row]), lower: found.lower[row], upper: found.upper[row])
      }
    }
  }

  private func applyUndercutter(_ predicate: Int, to block: Block) throws(LimitReached) {
    var rows: [Int] = []
    for row in 0..<block.count {
      let tuple = keyTuple(predicate) { block.registers[Int($0.variable.raw)][row] }
      rows.append(tables[predicate].insert(tuple))
    }
    try decideDemands(of: predicate)
    for row in 0..<block.count {
      let standing = tables[predicate].standing(rows[row], isPositive: true)
      block.restrict(
        row, lower: allowedGrade(standing.upper, standard: 0),
        upper: allowedGrade(standing.lower, standard: 0))
    }
  }

  /// Decides the atoms of an undercutter or preference that have been asked for since the last time.
  func decideDemands(of predicate: Int) throws(LimitReached) {
    let first = decidedDemands[predicate] ?? 0
    let end = tables[predicate].count
    guard first < end else { return }
    decidedDemands[predicate] = end
    try decide(demandsOf: predicate, rows: first..<end)
  }

  /// A block that binds the variables of a conclusion to the arguments of the demanded atoms.
  ///
  /// An instance that has no value for a variable is not spoken of by an alternative that names it; one that does
  /// not name a variable speaks of all instances, and has no value for it itself.
  func demandSeeds(
    _ conclusion: Sentence, of rule: Int, alternative: Int, rows: some Sequence<Int>
  ) -> Block {
    let predicate = Int(conclusion.predicate.predicate.raw)
    let definition = theory.program.rules[rule]
    let block = Block(registerCount: definition.variables.count)
    let isNamed = conclusion.terms.map { term in
      if case .variable(let variable) = term {
        definition.names(variable, inAlternative: alternative)
      } else {
        false
      }
    }
    for row in rows {
      block.appendUnbound(lower: 4, upper: 4, origin: UInt32(row))
      let last = block.count - 1
      for (column, term) in conclusion.terms.enumerated() {
        let value = tables[predicate].columns[column][row]
        if case .value(let constant) = term, constant.raw != value {
          block.removeLast()
          break
        }
        guard case .variable(let variable) = term, isNamed[column] else { continue }
        let known = block.registers[Int(variable.raw)][last]
        guard value != Block.unbound, known == Block.unbound || known == value else {
          block.removeLast()
          break
        }
        block.registers[Int(variable.raw)][last] = value
      }
    }
    return block
  }
}

extension Rule {
  /// Whether an alternative, or an exception, which applies to all of them, names a variable.
  func names(_ variable: VariableID, inAlternative alternative: Int) -> Bool {
    let conditions = alternatives[alternative] + exceptions.joined()
    return conditions.contains { $0.registersRead.contains(Int(variable.raw)) }
  }
}

extension Block {
  /// Becomes the bindings of another block that can still fire, as seeds of an exception that reads some
  /// registers, each with the row it comes from.
  fileprivate func refer(to block: Block, registers read: [Int]) {
    resize(to: block.count)
    var kept = 0
    for row in 0..<block.count {
      origin[kept] = UInt32(truncatingIfNeeded: row)
      kept &+= block.upper[row] > 0 ? 1 : 0
    }
    resize(to: kept)
    lower.update(repeating: 0, count: kept)
    upper.update(repeating: 0, count: kept)
    for register in read {
      let (values, known) = (registers[register], block.registers[register])
      for row in 0..<kept { values[row] = known[Int(origin[row])] }
    }
  }

  /// Lowers the running grade of a row to what something allows.
  func restrict(_ row: Int, lower allowedLower: UInt8, upper allowedUpper: UInt8) {
    lower[row] = min(lower[row], allowedLower)
    upper[row] = min(upper[row], allowedUpper)
  }
}
