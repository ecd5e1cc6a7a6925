import MootLanguage

extension Evaluation {
  /// Decides a class that does not depend on itself: joins its rules with what is finished and resolves each
  /// literal once.
  func decide(_ predicates: [Int], _ number: Int) throws(LimitReached) {
    if let demanded = predicates.first(where: { isDemanded($0) }) {
      guard tables[demanded].arity == 0 else { return }
      _ = tables[demanded].insert([])
      return try decideDemands(of: demanded)
    }
    let rules = theory.classes.rules[number]
    guard !rules.isEmpty else { return }
    if theory.classes.isDisputed[number] {
      try decideDisputed(predicates, rules)
    } else {
      var risen: RisenRows?
      try raiseAll(rules, &risen)
    }
    forgetMatchers()
  }

  /// Decides some atoms of an undercutter or preference.
  func decide(demandsOf predicate: Int, rows: Range<Int>) throws(LimitReached) {
    var store = FiringStore()
    for rule in theory.classes.rules[theory.classes.classOf[predicate]] {
      let conclusion = theory.program.rules[rule].conclusions[0]
      for alternative in theory.program.rules[rule].alternatives.indices
      where hasAtoms(forPremisesOf: rule, alternative) {
        let seeds = demandSeeds(conclusion, of: rule, alternative: alternative, rows: rows)
        let key = Matcher.Key(rule: rule, alternative: alternative, start: .conclusion(0))
        try instances(key, seeds: seeds) { (block) throws(LimitReached) in
          for row in 0..<block.count where block.upper[row] > 0 {
            let firing = self.firing(rule, block, row, &store)
            store.add(firing, for: conclusion.predicate, row: Int(block.origin[row]))
          }
        }
      }
    }
    try resolve([predicate], rows: rows, &store)
  }

  /// Whether a predicate's atoms are decided only as instances of rules ask for them.
  func isDemanded(_ predicate: Int) -> Bool {
    switch theory.program.predicates[predicate].kind {
    case .undercut, .precedence: true
    case .plain, .obligation, .prohibition: false
    }
  }

  /// The arguments of a conclusion under a binding.
  func arguments(_ sentence: Sentence, _ block: Block?, _ row: Int) -> [UInt32] {
    sentence.terms.map { term in
      switch term {
      case .value(let value): value.raw
      case .variable(let variable): block?.registers[Int(variable.raw)][row] ?? Block.unbound
      case .any: Block.unbound
      }
    }
  }

  private func decideDisputed(_ predicates: [Int], _ rules: [Int]) throws(LimitReached) {
    var store = FiringStore()
    for rule in rules {
      for alternative in theory.program.rules[rule].alternatives.indices {
        if theory.program.rules[rule].isGround {
          guard let grade = try groundGrade(rule, alternative) else { continue }
          if grade.lower > 0 { hasFired[rule] = true }
          let firing = Firing(rule: Int32(rule), lower: grade.lower, upper: grade.upper, key: 0)
          add(firing, nil, 0, to: &store)
        } else if hasAtoms(forPremisesOf: rule, alternative) {
          let key = Matcher.Key(rule: rule, alternative: alternative, start: .nothing)
          try instances(key, seeds: matcher(key).emptySeed()) { (block) throws(LimitReached) in
            for row in 0..<block.count where block.upper[row] > 0 {
              add(firing(rule, block, row, &store), block, row, to: &store)
            }
            try checkMemory(of: predicates, instances: store.count)
          }
        }
      }
    }
    try resolve(predicates, rows: nil, &store)
  }

  private func add(_ firing: Firing, _ block: Block?, _ row: Int, to store: inout FiringStore) {
    for conclusion in theory.program.rules[Int(firing.rule)].conclusions {
      let predicate = Int(conclusion.predicate.predicate.raw)
      let atom = tables[predicate].insert(arguments(conclusion, block, row))
      store.add(firing, for: conclusion.predicate, row: atom)
    }
  }

  private func firing(_ rule: Int, _ block: Block, _ row: Int, _ store: inout FiringStore) -> Firing
  {
    if block.lower[row] > 0 { hasFired[rule] = true }
    let key = store.keep(theory.keyVariables[rule].lazy.map { block.registers[$0][row] })
    return Firing(
      rule: Int32(rule), lower: block.lower[row], upper: block.upper[row], key: key)
  }
}
