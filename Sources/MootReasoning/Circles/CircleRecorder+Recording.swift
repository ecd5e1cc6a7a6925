import MootLanguage

extension CircleRecorder {
  /// Records the instances of a pattern, and marks what they conclude.
  mutating func record(_ index: Int, _ key: Matcher.Key, _ seeds: Block)
    throws(LimitReached)
  {
    let pattern = circle.patterns[index]
    let members = pattern.plainExceptions.flatMap(\.members)
    try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
      block.removeImpossible()
      guard block.count > 0 else { return }
      try recordExceptions(index, block)
      for (place, head) in pattern.heads.enumerated() {
        let rows = evaluation.atoms(of: head.sentence, block)
        mark(rows, head)
        columns[index].heads[place] += rows
      }
      for (place, premise) in pattern.premises.enumerated() {
        if case .premise = key.start {
          columns[index].premises[place] += block.origins
        } else {
          columns[index].premises[place] += evaluation.atoms(of: premise.sentence, block)
        }
      }
      for (place, member) in members.enumerated() {
        columns[index].plainMembers[place] += evaluation.atoms(of: member.sentence, block)
      }
      columns[index].grades += block.gradeColumn
      try checkMemory(after: block.count)
    }
  }

  /// Records a rule without variables, without regard to whether its premises are possible.
  mutating func recordGround(_ index: Int) throws(LimitReached) {
    let pattern = circle.patterns[index]
    let inside = evaluation.predicates(ofComponent: circle.number)
    guard
      let grade = try evaluation.groundGrade(pattern.rule, pattern.alternative, outside: inside)
    else { return }
    for (place, exception) in pattern.matchedExceptions.enumerated() {
      let allowed = evaluation.groundAllowance(exception.others)
      guard allowed.lower < 4 else { continue }
      columns[index].exceptions[place].instances.append(0)
      for (column, member) in exception.members.enumerated() {
        columns[index].exceptions[place].members[column].append(evaluation.atom(of: member))
      }
      columns[index].exceptions[place].grades.append(
        GradePair(lower: allowed.lower, upper: allowed.upper))
    }
    for (place, head) in pattern.heads.enumerated() {
      let row = evaluation.atom(of: head)
      mark([row], head)
      columns[index].heads[place].append(row)
    }
    for (place, premise) in pattern.premises.enumerated() {
      columns[index].premises[place].append(evaluation.atom(of: premise))
    }
    for (place, member) in pattern.plainExceptions.flatMap(\.members).enumerated() {
      columns[index].plainMembers[place].append(evaluation.atom(of: member))
    }
    columns[index].grades.append(GradePair(lower: grade.lower, upper: grade.upper))
    try checkMemory(after: 1)
  }

  /// Records the instances of the exceptions that have to be matched, for the instances in a block.
  private mutating func recordExceptions(_ index: Int, _ block: Block) throws(LimitReached) {
    let first = UInt32(columns[index].count)
    for (place, exception) in circle.patterns[index].matchedExceptions.enumerated() {
      let seeds = Block(registerCount: block.registerCount)
      for row in 0..<block.count {
        seeds.append(copying: row, of: block, lower: 0, upper: 0, origin: first + UInt32(row))
      }
      try join(for: exception, of: index).run(seeds) { (found) throws(LimitReached) in
        columns[index].exceptions[place].instances += found.origins
        for (column, member) in exception.members.enumerated() {
          columns[index].exceptions[place].members[column] +=
            evaluation.atoms(of: member.sentence, found)
        }
        columns[index].exceptions[place].grades += found.gradeColumn
      }
    }
  }

  /// The join for what has to be matched of an exception.
  private mutating func join(for exception: CirclePattern.Exception, of index: Int) -> Join {
    let key = ExceptionKey(pattern: index, exception: exception.index)
    if let join = joins[key] { return join }
    let rule = evaluation.theory.program.rules[circle.patterns[index].rule]
    let conditions = rule.alternatives[circle.patterns[index].alternative]
    var planner = Planner(
      registerCount: rule.variables.count,
      bound: Array(Set(conditions.flatMap(\.registers))).sorted(), for: .exception,
      unfinished: evaluation.predicates(ofComponent: circle.number))
    let sought = exception.isNamed ? exception.others : rule.exceptions[exception.index]
    let join = Join(planner.plan(sought, in: evaluation), for: .exception, in: evaluation)
    joins[key] = join
    return join
  }
}

extension Block {
  /// The grades of each row.
  fileprivate var gradeColumn: [GradePair] {
    (0..<count).map { GradePair(lower: lower[$0], upper: upper[$0]) }
  }

  /// Removes the rows that cannot fire.
  fileprivate func removeImpossible() {
    var kept = 0
    for row in 0..<count where upper[row] > 0 {
      if kept < row {
        for register in 0..<registerCount { registers[register][kept] = registers[register][row] }
        (lower[kept], upper[kept], origin[kept]) = (lower[row], upper[row], origin[row])
      }
      kept += 1
    }
    resize(to: kept)
  }
}

extension Evaluation {
  /// The row of the atom that a sentence without variables speaks of.
  fileprivate func atom(of reading: CirclePattern.Reading) -> UInt32 {
    let predicate = Int(reading.sentence.predicate.predicate.raw)
    return UInt32(tables[predicate].insert(arguments(reading.sentence, nil, 0)))
  }
}
