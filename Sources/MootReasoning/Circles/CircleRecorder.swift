import MootLanguage

/// Instantiates an undisputed circle: every instance whose premises are possible, once, into columns.
///
/// A pattern with at most one premise in the circle is recorded when an atom for that premise becomes
/// possible, which happens once; the others when all that is possible is known.
struct CircleRecorder {
  /// The circle.
  let circle: UndisputedCircle
  /// The tables.
  let evaluation: Evaluation
  /// For each pattern, its instances.
  private(set) var columns: [InstanceColumns]
  /// For each predicate of the circle, the atoms that have become possible and have not been joined yet.
  private var fresh: [[UInt32]]
  private var joins: [ExceptionKey: Join] = [:]

  private struct ExceptionKey: Hashable {
    let pattern: Int
    let exception: Int
  }

  /// Prepares the instantiation.
  init(_ circle: UndisputedCircle, in evaluation: Evaluation) {
    self.circle = circle
    self.evaluation = evaluation
    columns = circle.patterns.map { InstanceColumns($0) }
    fresh = circle.predicates.map { predicate in
      let table = evaluation.tables[Int(predicate.predicate.raw)]
      return (0..<table.count).filter {
        table.standing($0, isPositive: predicate.isPositive).upper > 0
      }.map { UInt32($0) }
    }
  }

  /// The instances, which are handed over.
  mutating func takeColumns() -> [InstanceColumns] {
    defer { columns = [] }
    return columns
  }

  /// The bytes held by instances.
  var bytes: Int { columns.reduce(0) { $0 + $1.bytes } }

  /// Instantiates everything.
  mutating func run() throws(LimitReached) {
    for (index, pattern) in circle.patterns.enumerated() where pattern.premises.isEmpty {
      try take(index, start: .nothing, isLast: false)
    }
    try joinFresh()
    for (index, pattern) in circle.patterns.enumerated() where !pattern.isFoundOnce {
      try take(index, start: .nothing, isLast: true)
    }
  }

  /// Joins atoms that have become possible with the rest, until no more do.
  private mutating func joinFresh() throws(LimitReached) {
    var readers: [[(pattern: Int, reading: CirclePattern.Reading)]] = fresh.map { _ in [] }
    for (index, pattern) in circle.patterns.enumerated() {
      for reading in pattern.premises { readers[reading.number].append((index, reading)) }
    }
    var rounds = Rounds(of: circle.patterns.map(\.rule), evaluation.theory.program)
    while fresh.contains(where: { !$0.isEmpty }) {
      try rounds.begin(evaluation.budget)
      let last = fresh
      for number in fresh.indices { fresh[number].removeAll() }
      for (number, rows) in last.enumerated() where !rows.isEmpty {
        for (pattern, reading) in readers[number] {
          for start in stride(from: 0, to: rows.count, by: Block.capacity) {
            let part = rows[start..<min(start + Block.capacity, rows.count)]
            try take(pattern, start: .premise(reading.place), seeds: (reading, part))
          }
        }
      }
    }
  }

  /// Matches a pattern from where nothing is bound.
  private mutating func take(_ index: Int, start: Matcher.Start, isLast: Bool) throws(LimitReached)
  {
    let key = key(index, start)
    let seeds = evaluation.matcher(key).emptySeed()
    if isLast || circle.patterns[index].isFoundOnce {
      try record(index, key, seeds)
    } else {
      try mark(index, key, seeds)
    }
  }

  /// Matches a pattern from atoms for one of its premises.
  private mutating func take(
    _ index: Int, start: Matcher.Start, seeds: (CirclePattern.Reading, ArraySlice<UInt32>)
  ) throws(LimitReached) {
    let key = key(index, start)
    let block = evaluation.matcher(key).emptyBlock()
    evaluation.bind(seeds.0.sentence, to: seeds.1, in: block)
    if circle.patterns[index].isFoundOnce {
      try record(index, key, block)
    } else {
      try mark(index, key, block)
    }
  }

  private func key(_ pattern: Int, _ start: Matcher.Start) -> Matcher.Key {
    Matcher.Key(
      rule: circle.patterns[pattern].rule, alternative: circle.patterns[pattern].alternative,
      start: start, component: circle.number)
  }

  /// Marks what a pattern concludes as possible, exceptions apart.
  private mutating func mark(_ index: Int, _ key: Matcher.Key, _ seeds: Block) throws(LimitReached)
  {
    evaluation.currentRule = key.rule
    try evaluation.matcher(key).premises.run(seeds) { (block) throws(LimitReached) in
      for head in circle.patterns[index].heads {
        mark(evaluation.atoms(of: head.sentence, block), head)
      }
      try evaluation.checkMemory(of: circle, bytes: bytes)
    }
  }

  private mutating func mark(_ rows: [UInt32], _ head: CirclePattern.Reading) {
    let table = Int(head.sentence.predicate.predicate.raw)
    evaluation.tables[table].markPossible(
      rows, isPositive: head.sentence.predicate.isPositive, into: &fresh[head.number])
  }

  /// Records the instances of a pattern, and marks what they conclude.
  private mutating func record(_ index: Int, _ key: Matcher.Key, _ seeds: Block)
    throws(LimitReached)
  {
    let pattern = circle.patterns[index]
    try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
      let block = block.withoutImpossible(evaluation.matcher(key).emptyBlock())
      guard block.count > 0 else { return }
      try recordExceptions(index, block)
      for (place, head) in pattern.heads.enumerated() {
        let rows = evaluation.atoms(of: head.sentence, block)
        mark(rows, head)
        columns[index].heads[place] += rows
      }
      for (place, premise) in pattern.premises.enumerated() {
        if key.start == .nothing {
          columns[index].premises[place] += evaluation.atoms(of: premise.sentence, block)
        } else {
          columns[index].premises[place] += block.origins
        }
      }
      for (place, member) in pattern.plainExceptions.flatMap(\.members).enumerated() {
        columns[index].plainMembers[place] += evaluation.atoms(of: member.sentence, block)
      }
      for row in 0..<block.count {
        columns[index].grades.append(GradePair(lower: block.lower[row], upper: block.upper[row]))
      }
      try evaluation.checkMemory(of: circle, bytes: bytes)
    }
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
        for row in 0..<found.count {
          columns[index].exceptions[place].grades.append(
            GradePair(lower: found.lower[row], upper: found.upper[row]))
        }
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
      bound: Array(Set(conditions.flatMap(\.registers))).sorted(),
      unfinished: evaluation.predicates(ofComponent: circle.number))
    let sought = exception.isNamed ? exception.others : rule.exceptions[exception.index]
    let join = Join(planner.plan(sought, in: evaluation), for: .exception, in: evaluation)
    joins[key] = join
    return join
  }
}

extension Block {
  /// The block without the rows that cannot fire, copied to another where there are any.
  fileprivate func withoutImpossible(_ other: @autoclosure () -> Block) -> Block {
    guard (0..<count).contains(where: { upper[$0] == 0 }) else { return self }
    let possible = other()
    for row in 0..<count where upper[row] > 0 {
      possible.append(copying: row, of: self, lower: lower[row], upper: upper[row])
    }
    return possible
  }
}

extension Table {
  /// Takes literals for possible, and notes those that were not yet.
  fileprivate mutating func markPossible(
    _ rows: [UInt32], isPositive: Bool, into fresh: inout [UInt32]
  ) {
    for row in rows where standing(Int(row), isPositive: isPositive).upper == 0 {
      setStanding(.possible, Int(row), isPositive: isPositive)
      fresh.append(row)
    }
  }
}

extension Evaluation {
  /// Accounts for the tables of a circle and some bytes more.
  func checkMemory(of circle: UndisputedCircle, bytes: Int) throws(LimitReached) {
    try checkMemory(
      of: circle.predicates.map { Int($0.predicate.raw) }, instances: bytes / 64)
  }

  /// Binds the variables of a sentence to some atoms, each the origin of its row.
  fileprivate func bind(_ sentence: Sentence, to rows: ArraySlice<UInt32>, in block: Block) {
    let columns = tables[Int(sentence.predicate.predicate.raw)].columns
    for atom in rows {
      block.appendUnbound(lower: 4, upper: 4, origin: atom)
      let last = block.count - 1
      for (column, term) in sentence.terms.enumerated() {
        let value = columns[column][Int(atom)]
        let agrees: Bool
        switch term {
        case .any: agrees = true
        case .value(let constant): agrees = constant.raw == value
        case .variable(let variable):
          let known = block.registers[Int(variable.raw)][last]
          agrees = known == Block.unbound || known == value
          block.registers[Int(variable.raw)][last] = value
        }
        guard agrees else {
          block.removeLast()
          break
        }
      }
    }
  }
}
