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
  var columns: [InstanceColumns]
  /// For each predicate of the circle, the atoms that have become possible and have not been joined yet.
  private var fresh: [[UInt32]]
  /// The predicates that have such atoms.
  private var waiting: [Int] = []
  /// For each predicate of the circle, the premises that read it.
  private var readers: [[Reader]] = []
  var joins: [ExceptionKey: Join] = [:]
  /// How many instances may be recorded before memory is looked at again.
  private var untilNextLook = 0

  /// An exception of a pattern.
  struct ExceptionKey: Hashable {
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
  mutating func checkMemory(after instances: Int) throws(LimitReached) {
    untilNextLook -= instances
    guard untilNextLook <= 0 else { return }
    untilNextLook = 65_536
    try evaluation.checkMemory(of: circle, bytes: columns.reduce(0) { $0 + $1.bytes })
  }

  /// A premise through which a pattern is matched from atoms that have become possible.
  private struct Reader {
    let pattern: Int
    let premise: CirclePattern.Reading
    let binding: SentenceBinding
    let seeds: Block
  }

  /// For each predicate of the circle, the premises that read it and are matched through it.
  private func makeReaders() -> [[Reader]] {
    var readers: [[Reader]] = circle.predicates.map { _ in [] }
    for (index, pattern) in circle.patterns.enumerated() where !pattern.isGround {
      let variables = evaluation.theory.program.rules[pattern.rule].variables
      for premise in pattern.premises {
        readers[premise.number].append(
          Reader(
            pattern: index, premise: premise, binding: SentenceBinding(premise.sentence),
            seeds: Block(registerCount: variables.count)))
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
    let table = Int(reader.binding.predicate.predicate.raw)
    reader.binding.bind(rows, of: evaluation.tables[table], in: reader.seeds)
    reader.seeds.grade(lower: 4, upper: 4)
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

  mutating func mark(_ rows: [UInt32], _ head: CirclePattern.Reading) {
    let table = Int(head.sentence.predicate.predicate.raw)
    let isWaiting = !fresh[head.number].isEmpty
    defer { if !isWaiting, !fresh[head.number].isEmpty { waiting.append(head.number) } }
    evaluation.tables[table].markPossible(
      rows, isPositive: head.sentence.predicate.isPositive, into: &fresh[head.number])
    if readers[head.number].isEmpty { fresh[head.number].removeAll(keepingCapacity: true) }
  }
}

extension Evaluation {
  /// Accounts for the tables of a circle and some bytes more.
  func checkMemory(of circle: UndisputedCircle, bytes: Int) throws(LimitReached) {
    try checkMemory(
      of: circle.predicates.map { Int($0.predicate.raw) }, instances: bytes / 64)
  }
}
