import MootLanguage

extension Evaluation {
  /// Joins rules whose conclusions nothing opposes, and raises the standing of what they conclude; what rose
  /// is noted, if that is asked for.
  func raiseAll(_ rules: [Int], _ risen: inout RisenRows?) throws(LimitReached) {
    for rule in rules {
      for alternative in theory.program.rules[rule].alternatives.indices {
        if theory.program.rules[rule].isGround {
          try raiseGround(rule, alternative, &risen)
        } else if hasAtoms(forPremisesOf: rule, alternative) {
          let key = Matcher.Key(rule: rule, alternative: alternative, start: .nothing)
          try raise(key, seeds: matcher(key).emptySeed(), &risen)
        }
      }
    }
  }

  /// Raises what an alternative of a rule without variables concludes.
  func raiseGround(_ index: Int, _ alternative: Int, _ risen: inout RisenRows?)
    throws(LimitReached)
  {
    guard let grade = try groundGrade(index, alternative) else { return }
    let rule = theory.program.rules[index]
    if grade.lower > 0 { hasFired[index] = true }
    guard rule.force != .defeater else { return }
    let most = rule.highestGrade
    let raised = Standing(lower: min(most, grade.lower), upper: min(most, grade.upper))
    for conclusion in rule.conclusions {
      let predicate = Int(conclusion.predicate.predicate.raw)
      let isPositive = conclusion.predicate.isPositive
      let atom = tables[predicate].insert(arguments(conclusion, nil, 0))
      let known = tables[predicate].standing(atom, isPositive: isPositive).raw
      let standing = Standing.raised(known, to: raised.raw)
      guard standing != known else { continue }
      tables[predicate].setStanding(Standing(raw: standing), atom, isPositive: isPositive)
      risen?.note(conclusion.predicate, UInt32(atom))
    }
  }

  /// Joins one alternative from given bindings and raises what it concludes.
  func raise(_ key: Matcher.Key, seeds: Block, _ risen: inout RisenRows?) throws(LimitReached) {
    let rule = theory.program.rules[key.rule]
    guard rule.force != .defeater else { return try noteFiring(key, seeds: seeds) }
    if let union = matcher(key).union { return try raise(key, seeds: seeds, union, &risen) }
    try raise(key, &risen) { (emit) throws(LimitReached) in
      try instances(key, seeds: seeds, emit: emit)
    }
  }

  /// Looks whether an instance of a rule that concludes nothing fires.
  private func noteFiring(_ key: Matcher.Key, seeds: Block) throws(LimitReached) {
    guard !hasFired[key.rule] else { return }
    try instances(key, seeds: seeds) { (block) throws(LimitReached) in
      for row in 0..<block.count where block.lower[row] > 0 { hasFired[key.rule] = true }
    }
  }

  /// Joins all premises but the last, and raises what they conclude with it a row of bits at a time, where that
  /// is possible.
  private func raise(
    _ key: Matcher.Key, seeds: Block, _ union: PairUnion, _ risen: inout RisenRows?
  ) throws(LimitReached) {
    currentRule = key.rule
    let premises = matcher(key).premises
    var noted = risen
    defer { risen = noted }
    try premises.run(premises.steps.dropLast(), seeds) { (block) throws(LimitReached) in
      if try unite(union, block, of: key.rule, &noted) { return }
      if try follow(union, block, of: key.rule, &noted) {
        return try checkMemory(of: conclusionTables(key.rule), instances: 0)
      }
      let cap = theory.program.rules[key.rule].cap.rawValue
      try raise(key, &noted) { (emit) throws(LimitReached) in
        try premises.run(premises.steps.suffix(1), block) { (found) throws(LimitReached) in
          for row in 0..<found.count { found.restrict(row, lower: cap, upper: cap) }
          try emit(found)
        }
      }
      try checkMemory(of: conclusionTables(key.rule), instances: 0)
    }
  }

  private func conclusionTables(_ rule: Int) -> [Int] {
    theory.program.rules[rule].conclusions.map { Int($0.predicate.predicate.raw) }
  }

  /// Raises what the instances conclude that `instances` hands on.
  private func raise(
    _ key: Matcher.Key, _ risen: inout RisenRows?,
    of instances: ((Block) throws(LimitReached) -> Void) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let rule = theory.program.rules[key.rule]
    let isDistinct = rule.conclusions.map { risen == nil && concludesDistinct($0, key) }
    var noted = risen
    risen = nil
    defer { risen = noted }
    try instances { (block) throws(LimitReached) in
      let conclusions = conclusions.read(block, of: rule)
      guard conclusions.count > 0 else { return }
      if conclusions.isFiring { hasFired[key.rule] = true }
      for (index, conclusion) in rule.conclusions.enumerated() {
        let predicate = Int(conclusion.predicate.predicate.raw)
        var rows = noted?.take(conclusion.predicate)
        tables[predicate].raise(
          conclusions.concluded(conclusion, block, isDistinct: isDistinct[index]),
          rows: conclusions.rows, risen: &rows)
        if let rows { noted?.put(rows, conclusion.predicate) }
      }
      try checkMemory(of: conclusionTables(key.rule), instances: 0)
    }
  }

  /// Whether no two instances of an alternative conclude the same, and nothing else concludes it: the table
  /// is empty, no other rule is about it, and the conclusion's variables determine all others through keys of
  /// the tables read.
  private func concludesDistinct(_ conclusion: Sentence, _ key: Matcher.Key) -> Bool {
    let rule = theory.program.rules[key.rule]
    let predicate = conclusion.predicate.predicate
    // Of a single argument it is faster to look than to know.
    guard conclusion.terms.count > 1, rule.alternatives.count == 1, case .nothing = key.start,
      tables[Int(predicate.raw)].count == 0, readsLargeTable(rule.alternatives[0]),
      theory.classes.rules[theory.classes.classOf[Int(predicate.raw)]].allSatisfy({ other in
        let conclusions = theory.program.rules[other].conclusions
        return conclusions.count { $0.predicate.predicate == predicate }
          == (other == key.rule ? 1 : 0)
      })
    else { return false }
    var determined = Set(conclusion.terms.flatMap(\.registers))
    var remaining = rule.alternatives[0]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, condition) in remaining.enumerated().reversed()
      where determines(condition, determined) {
        determined.formUnion(condition.registers)
        remaining.remove(at: index)
        isGrowing = true
      }
    }
    return remaining.isEmpty
  }

  /// Whether premises read a table so large that it is worth knowing the keys of all.
  private func readsLargeTable(_ premises: [Condition]) -> Bool {
    premises.contains { condition in
      guard case .sentence(let sentence, _) = condition else { return false }
      return tables[Int(sentence.predicate.predicate.raw)].count >= 256
    }
  }

  /// Whether the values of some registers leave at most one way to meet a condition.
  private func determines(_ condition: Condition, _ determined: Set<Int>) -> Bool {
    switch condition {
    case .comparison: return true
    case .calculation(let calculation):
      return determined.isSuperset(of: calculation.expression.registers)
    case .universal, .aggregate, .past: return false
    case .sentence(let sentence, _):
      let columns = sentence.terms.indices.filter { column in
        switch sentence.terms[column] {
        case .value: true
        case .variable(let variable): determined.contains(Int(variable.raw))
        case .any: false
        }
      }
      return tables[Int(sentence.predicate.predicate.raw)].isKey(columns)
    }
  }
}

extension Rule {
  /// The highest grade its conclusions can have: section 2.
  var highestGrade: UInt8 { force == .strict ? 4 : 3 }
}
