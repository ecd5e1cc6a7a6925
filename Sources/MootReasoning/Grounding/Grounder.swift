import MootLanguage

/// Instantiates a component that depends on itself through attack: every rule instance whose premises are
/// possible, once.
struct Grounder {
  /// The tables that are matched.
  let evaluation: Evaluation
  /// The component's number.
  let component: Int
  /// The predicates of the component.
  let inside: Set<Int>
  /// The rules of the component, ascending.
  let rules: [Int]
  /// What has been instantiated.
  private(set) var ground = GroundTheory()
  /// For each demanded predicate inside, how many of its atoms have been instantiated.
  private var instantiated: [Int: Int] = [:]

  /// Prepares the instantiation of a component of the class graph.
  init(_ component: Int, in evaluation: Evaluation) {
    self.evaluation = evaluation
    self.component = component
    inside = evaluation.predicates(ofComponent: component)
    rules = evaluation.theory.classes.components[component].classes.flatMap {
      evaluation.theory.classes.rules[$0]
    }.sorted()
  }

  /// Instantiates everything but what only preferences between clashing instances ask for.
  mutating func instantiate() throws(LimitReached) {
    try markPossible()
    for rule in rules where !isDemanded(rule) {
      for alternative in evaluation.theory.program.rules[rule].alternatives.indices {
        let key = Matcher.Key(
          rule: rule, alternative: alternative, start: .nothing, component: component)
        let seeds = evaluation.matcher(key).emptySeed()
        try record(key, seeds: seeds)
      }
    }
  }

  /// Instantiates the rules about atoms demanded since the last time; `true` when there were any.
  mutating func instantiateDemands() throws(LimitReached) -> Bool {
    var isExtended = false
    for predicate in inside.sorted() where evaluation.isDemanded(predicate) {
      let first = instantiated[predicate] ?? 0
      let end = evaluation.tables[predicate].count
      guard first < end else { continue }
      instantiated[predicate] = end
      isExtended = true
      for rule in rules {
        let conclusion = evaluation.theory.program.rules[rule].conclusions[0]
        guard Int(conclusion.predicate.predicate.raw) == predicate else { continue }
        for alternative in evaluation.theory.program.rules[rule].alternatives.indices {
          let seeds = evaluation.demandSeeds(
            conclusion, of: rule, alternative: alternative, rows: first..<end)
          let key = Matcher.Key(
            rule: rule, alternative: alternative, start: .conclusion(0), component: component)
          try record(key, seeds: seeds)
        }
      }
    }
    return isExtended
  }

  private func isDemanded(_ rule: Int) -> Bool {
    let conclusion = evaluation.theory.program.rules[rule].conclusions[0]
    return evaluation.isDemanded(Int(conclusion.predicate.predicate.raw))
  }

  /// Marks every literal of the component that some chain of premises reaches, exceptions and attacks apart.
  func markPossible() throws(LimitReached) {
    let rules = rules.filter { !isDemanded($0) }
    var marked = RisenLiterals()
    for rule in rules {
      for alternative in evaluation.theory.program.rules[rule].alternatives.indices {
        let key = Matcher.Key(
          rule: rule, alternative: alternative, start: .nothing, component: component)
        try mark(key, seeds: evaluation.matcher(key).emptySeed(), &marked)
      }
    }
    let occurrences = PremiseOccurrences(of: inside, in: rules, evaluation.theory.program)
    var rounds = Rounds(of: rules, evaluation.theory.program)
    while !marked.isEmpty {
      let last = marked
      try rounds.begin(evaluation.budget)
      marked = RisenLiterals()
      for (predicate, rows) in last.inOrder {
        for occurrence in occurrences[predicate] {
          let key = Matcher.Key(
            rule: occurrence.rule, alternative: occurrence.alternative,
            start: .premise(occurrence.position), component: component)
          let seeds = evaluation.premiseSeeds(occurrence.sentence, 0, occurrence.rule, rows[...])
          try mark(key, seeds: seeds, &marked)
        }
      }
    }
  }

  private func mark(_ key: Matcher.Key, seeds: Block, _ marked: inout RisenLiterals)
    throws(LimitReached)
  {
    let conclusions = evaluation.theory.program.rules[key.rule].conclusions
    try evaluation.matcher(key).premises.run(seeds) { (block) throws(LimitReached) in
      for row in 0..<block.count {
        for conclusion in conclusions {
          let predicate = Int(conclusion.predicate.predicate.raw)
          let isPositive = conclusion.predicate.isPositive
          let atom = evaluation.tables[predicate].insert(
            evaluation.arguments(conclusion, block, row))
          let standing = evaluation.tables[predicate].standing(atom, isPositive: isPositive)
          guard standing.upper == 0 else { continue }
          evaluation.tables[predicate].setStanding(.possible, atom, isPositive: isPositive)
          marked.note(predicate, isPositive, atom)
        }
      }
      try evaluation.checkMemory(of: Array(inside), instances: 0)
    }
  }

  /// Matches an alternative over the possible literals and records its instances.
  mutating func record(_ key: Matcher.Key, seeds: Block) throws(LimitReached) {
    let openExceptions = try exceptionJoins(key)
    var recorded = ground
    ground = GroundTheory()
    try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
      let exceptions = try self.exceptions(openExceptions, key, block, &recorded)
      for row in 0..<block.count where block.upper[row] > 0 {
        add(key, block, row, exceptions[row], to: &recorded)
      }
      try evaluation.checkMemory(
        of: Array(inside), instances: recorded.rules.count * 8 + recorded.members.count)
    }
    ground = recorded
  }

  /// The joins for the exceptions that read the component, with the index of each.
  private func exceptionJoins(_ key: Matcher.Key) throws(LimitReached) -> [(Int, Join)] {
    let definition = evaluation.theory.program.rules[key.rule]
    let bound = evaluation.matcher(key).bound
    return definition.exceptions.enumerated().compactMap { index, exception in
      guard exception.contains(where: { $0.reads(inside) }) else { return nil }
      var planner = Planner(
        registerCount: definition.variables.count, bound: bound, for: .exception,
        unfinished: inside)
      let plan = planner.plan(exception, in: evaluation)
      return (index, Join(plan, for: .exception, in: evaluation))
    }
  }

  /// For each row of a block, its exceptions that read the component, one for each of their instances.
  private func exceptions(
    _ joins: [(Int, Join)], _ key: Matcher.Key, _ block: Block, _ ground: inout GroundTheory
  ) throws(LimitReached) -> [[GroundTheory.Exception]] {
    var found: [[GroundTheory.Exception]] = Array(repeating: [], count: block.count)
    let definition = evaluation.theory.program.rules[key.rule]
    for (index, join) in joins {
      let seeds = Block(registerCount: definition.variables.count)
      for row in 0..<block.count {
        seeds.append(copying: row, of: block, lower: 0, upper: 0, origin: UInt32(row))
      }
      try join.run(seeds) { (matched) throws(LimitReached) in
        for row in 0..<matched.count {
          let members = GroundTheory.extending(&ground.members) { members in
            members += self.members(definition.exceptions[index], matched, row)
          }
          found[Int(matched.origin[row])].append(
            GroundTheory.Exception(
              members: members, lower: matched.lower[row], upper: matched.upper[row]))
        }
      }
    }
    guard let undercut = evaluation.theory.undercuts[key.rule], inside.contains(undercut) else {
      return found
    }
    for row in 0..<block.count {
      let tuple = evaluation.keyTuple(undercut) { block.registers[Int($0.variable.raw)][row] }
      let literal = GroundTheory.LiteralKey(
        predicate: undercut, row: evaluation.tables[undercut].insert(tuple), isPositive: true)
      let members = GroundTheory.extending(&ground.members) { members in
        members.append(GroundTheory.Member(literal: literal, standard: 0))
      }
      found[row].append(GroundTheory.Exception(members: members, lower: 0, upper: 0))
    }
    return found
  }

  private func add(
    _ key: Matcher.Key, _ block: Block, _ row: Int, _ exceptions: [GroundTheory.Exception],
    to ground: inout GroundTheory
  ) {
    let definition = evaluation.theory.program.rules[key.rule]
    let premises = GroundTheory.extending(&ground.members) { members in
      members += self.members(definition.alternatives[key.alternative], block, row)
    }
    let exceptions = GroundTheory.extending(&ground.exceptions) { $0 += exceptions }
    let heads = GroundTheory.extending(&ground.heads) { heads in
      for (place, conclusion) in definition.conclusions.enumerated() {
        let start = place == 0 ? key.start : .nothing
        heads.append(literal(conclusion, block, row, demanded: start))
      }
    }
    let keyStart = UInt32(ground.keys.count)
    for register in evaluation.theory.keyVariables[key.rule] {
      ground.keys.append(block.registers[register][row])
    }
    ground.rules.append(
      GroundTheory.Rule(
        rule: Int32(key.rule), lower: block.lower[row], upper: block.upper[row],
        premises: premises, exceptions: exceptions, heads: heads, key: keyStart))
  }

  /// The literals of the component among some conditions under a binding.
  private func members(_ conditions: [Condition], _ block: Block, _ row: Int)
    -> [GroundTheory.Member]
  {
    conditions.compactMap { condition in
      guard case .sentence(let sentence, let standard) = condition, condition.reads(inside) else {
        return nil
      }
      return GroundTheory.Member(
        literal: literal(sentence, block, row, demanded: .nothing),
        standard: standard?.rawValue ?? 0)
    }
  }

  private func literal(
    _ sentence: Sentence, _ block: Block, _ row: Int, demanded: Matcher.Start
  ) -> GroundTheory.LiteralKey {
    let predicate = Int(sentence.predicate.predicate.raw)
    let atom: Int
    switch demanded {
    case .conclusion: atom = Int(block.origin[row])
    case .nothing, .premise:
      atom = evaluation.tables[predicate].insert(evaluation.arguments(sentence, block, row))
    }
    return GroundTheory.LiteralKey(
      predicate: predicate, row: atom, isPositive: sentence.predicate.isPositive)
  }
}
