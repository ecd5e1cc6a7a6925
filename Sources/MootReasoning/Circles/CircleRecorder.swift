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
  /// The predicates that have such atoms.
  private var waiting: [Int] = []
  /// For each predicate of the circle, the premises that read it.
  private var readers: [[Reader]] = []
  private var joins: [ExceptionKey: Join] = [:]
  /// How many instances may be recorded before memory is looked at again.
  private var untilNextLook = 0

  private struct ExceptionKey: Hashable {
    let pattern: Int
    let exception: Int
  }

  /// Prepares the instantiation.
  init(_ circle: UndisputedCircle, in evaluation: Evaluation) {
    self.circle = circle
    self.evaluation = evaluation
    columns = circle.patterns.map { InstanceColumns($0) }
    fresh = circle.predicates.map { _ in [] }
    readers = makeReaders()
    for (number, predicate) in circle.predicates.enumerated() where !readers[number].isEmpty {
      let table = evaluation.tables[Int(predicate.predicate.raw)]
      for row in 0..<table.count
      where table.standing(row, isPositive: predicate.isPositive).upper > 0 {
        fresh[number].append(UInt32(row))
      }
      if !fresh[number].isEmpty { waiting.append(number) }
    }
  }

  /// The instances, which are handed over.
  mutating func takeColumns() -> [InstanceColumns] {
    defer { columns = [] }
    return columns
  }

  /// Instantiates everything.
  mutating func run() throws(LimitReached) {
    for (index, pattern) in circle.patterns.enumerated() {
      if pattern.isGround {
        try recordGround(index)
      } else if pattern.premises.isEmpty {
        try take(index, isLast: false)
      }
    }
    try joinFresh()
    for (index, pattern) in circle.patterns.enumerated() where !pattern.isFoundOnce {
      try take(index, isLast: true)
    }
  }

  /// Joins atoms that have become possible with the rest, until no more do.
  private mutating func joinFresh() throws(LimitReached) {
    var rounds = Rounds(of: circle.patterns.map(\.rule), evaluation.theory.program)
    while !waiting.isEmpty {
      try rounds.begin(evaluation.budget)
      let last = waiting.sorted().map { (number: $0, rows: fresh[$0]) }
      for number in waiting { fresh[number].removeAll() }
      waiting.removeAll()
      for (number, rows) in last {
        for reader in readers[number] {
          for start in stride(from: 0, to: rows.count, by: Block.capacity) {
            try take(reader, rows[start..<min(start + Block.capacity, rows.count)])
          }
        }
      }
    }
  }

  /// Looks at the memory held, now and then.
  private mutating func checkMemory(after instances: Int) throws(LimitReached) {
    untilNextLook -= instances
    guard untilNextLook <= 0 else { return }
    untilNextLook = 65_536
    try evaluation.checkMemory(of: circle, bytes: columns.reduce(0) { $0 + $1.bytes })
  }

  /// A premise through which a pattern is matched from atoms that have become possible.
  private struct Reader {
    let pattern: Int
    let premise: CirclePattern.Reading
    let seeds: Block
  }

  /// For each predicate of the circle, the premises that read it and are matched through it.
  private func makeReaders() -> [[Reader]] {
    var readers: [[Reader]] = circle.predicates.map { _ in [] }
    for (index, pattern) in circle.patterns.enumerated() where !pattern.isGround {
      let variables = evaluation.theory.program.rules[pattern.rule].variables
      for premise in pattern.premises {
        readers[premise.number].append(
          Reader(pattern: index, premise: premise, seeds: Block(registerCount: variables.count)))
      }
    }
    return readers
  }

  /// Matches a pattern from where nothing is bound.
  private mutating func take(_ index: Int, isLast: Bool) throws(LimitReached) {
    let key = key(index, .nothing)
    let seeds = evaluation.matcher(key).emptySeed()
    if isLast || circle.patterns[index].isFoundOnce {
      try record(index, key, seeds)
    } else {
      try mark(index, key, seeds)
    }
  }

  /// Matches a pattern from atoms for one of its premises.
  private mutating func take(_ reader: Reader, _ rows: ArraySlice<UInt32>) throws(LimitReached) {
    let key = key(reader.pattern, .premise(reader.premise.place))
    evaluation.bind(reader.premise.sentence, to: rows, in: reader.seeds)
    if circle.patterns[reader.pattern].isFoundOnce {
      try record(reader.pattern, key, reader.seeds)
    } else {
      try mark(reader.pattern, key, reader.seeds)
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
      try checkMemory(after: block.count)
    }
  }

  private mutating func mark(_ rows: [UInt32], _ head: CirclePattern.Reading) {
    let table = Int(head.sentence.predicate.predicate.raw)
    let isWaiting = !fresh[head.number].isEmpty
    defer { if !isWaiting, !fresh[head.number].isEmpty { waiting.append(head.number) } }
    evaluation.tables[table].markPossible(
      rows, isPositive: head.sentence.predicate.isPositive, into: &fresh[head.number])
    if readers[head.number].isEmpty { fresh[head.number].removeAll(keepingCapacity: true) }
  }

  /// Records the instances of a pattern, and marks what they conclude.
  private mutating func record(_ index: Int, _ key: Matcher.Key, _ seeds: Block)
    throws(LimitReached)
  {
    let pattern = circle.patterns[index]
    let members = pattern.plainExceptions.flatMap(\.members)
    let registerCount = evaluation.theory.program.rules[pattern.rule].variables.count
    try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
      block.removeImpossible(registerCount: registerCount)
      guard block.count > 0 else { return }
      try recordExceptions(index, block)
      for (place, head) in pattern.heads.enumerated() {
        let rows = evaluation.atoms(of: head.sentence, block)
        mark(rows, head)
        columns[index].heads[place] += rows
      }
      for (place, premise) in pattern.premises.enumerated() {
        if case .premise = key.start {
          columns[index].premises[place] += block.originColumn
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
  private mutating func recordGround(_ index: Int) throws(LimitReached) {
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
    let variables = evaluation.theory.program.rules[circle.patterns[index].rule].variables
    for (place, exception) in circle.patterns[index].matchedExceptions.enumerated() {
      let seeds = Block(registerCount: variables.count)
      for row in 0..<block.count {
        seeds.append(copying: row, of: block, lower: 0, upper: 0, origin: first + UInt32(row))
      }
      try join(for: exception, of: index).run(seeds) { (found) throws(LimitReached) in
        columns[index].exceptions[place].instances += found.originColumn
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
      bound: Array(Set(conditions.flatMap(\.registers))).sorted(),
      unfinished: evaluation.predicates(ofComponent: circle.number))
    let sought = exception.isNamed ? exception.others : rule.exceptions[exception.index]
    let join = Join(planner.plan(sought, in: evaluation), for: .exception, in: evaluation)
    joins[key] = join
    return join
  }
}

extension Block {
  /// Where each row goes back to.
  fileprivate var originColumn: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: origin, count: count)
  }

  /// The grades of each row.
  fileprivate var gradeColumn: [GradePair] {
    (0..<count).map { GradePair(lower: lower[$0], upper: upper[$0]) }
  }

  /// Removes the rows that cannot fire.
  fileprivate func removeImpossible(registerCount: Int) {
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

  /// The row of the atom that a sentence without variables speaks of.
  fileprivate func atom(of reading: CirclePattern.Reading) -> UInt32 {
    let predicate = Int(reading.sentence.predicate.predicate.raw)
    return UInt32(tables[predicate].insert(arguments(reading.sentence, nil, 0)))
  }

  /// Fills a block with the bindings that some atoms give to the variables of a sentence, as far as they agree
  /// with it; the atom is the origin of its row.
  fileprivate func bind(_ sentence: Sentence, to rows: ArraySlice<UInt32>, in block: Block) {
    let columns = tables[Int(sentence.predicate.predicate.raw)].columns
    var chosen = Array(rows)
    var columnOf: [Int: Int] = [:]
    for (column, term) in sentence.terms.enumerated() {
      switch term {
      case .any: continue
      case .value(let constant):
        chosen.removeAll { columns[column][Int($0)] != constant.raw }
      case .variable(let variable):
        if let first = columnOf[Int(variable.raw)] {
          chosen.removeAll { columns[column][Int($0)] != columns[first][Int($0)] }
        } else {
          columnOf[Int(variable.raw)] = column
        }
      }
    }
    block.resize(to: chosen.count)
    for (register, column) in columnOf {
      let (values, known) = (block.registers[register], columns[column])
      for (row, atom) in chosen.enumerated() { values[row] = known[Int(atom)] }
    }
    for (row, atom) in chosen.enumerated() {
      (block.lower[row], block.upper[row], block.origin[row]) = (4, 4, atom)
    }
  }
}
