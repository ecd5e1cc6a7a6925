import MootLanguage

/// Orders conditions for matching: always the one that leaves the fewest candidates by the tables' sizes.
struct Planner {
  /// What the plan is for.
  let purpose: Join.Purpose
  /// The predicates of the component being grounded, whose standing is not known yet.
  let unfinished: Set<Int>
  /// The variables bound so far.
  private var isBound: [Bool]
  private var steps: [Plan.Step] = []
  private var sentences: [(sentence: Sentence, standard: UInt8)] = []
  /// Conditions that wait until what they read is bound.
  private var waiting: [Condition] = []
  /// In exceptions, the number of conditions that give each register a value: what is worked out and given
  /// elsewhere too is a test, which dates can leave open, and waits for what it tests.
  private var givers: [Int: Int] = [:]

  /// How many of the remaining sentences are compared for each place in the order.
  private static let mostCompared = 64

  /// Plans for a rule with some of its variables bound beforehand.
  init(
    registerCount: Int, bound: [Int], for purpose: Join.Purpose, unfinished: Set<Int> = []
  ) {
    self.purpose = purpose
    self.unfinished = unfinished
    isBound = Array(repeating: false, count: registerCount)
    for register in bound { isBound[register] = true }
  }

  /// The plan for matching all `conditions`.
  ///
  /// - Parameter needed: the registers read afterwards; `nil` for all.
  mutating func plan(
    _ conditions: [Condition], in evaluation: Evaluation, needed: Set<Int>? = nil
  ) -> Plan {
    givers = [:]
    for condition in conditions {
      if purpose == .exception {
        for register in condition.registers { givers[register, default: 0] += 1 }
      }
      if case .sentence(let sentence, let standard) = condition {
        sentences.append((sentence, standard?.rawValue ?? 0))
      } else {
        waiting.append(condition)
      }
    }
    addReady(in: evaluation)
    while !sentences.isEmpty || !waiting.isEmpty {
      if sentences.isEmpty {
        guard addUnready(in: evaluation) else { break }
      } else {
        let next = cheapest(evaluation.tables)
        let (sentence, standard) = sentences.remove(at: next)
        add(sentence, standard: standard, in: evaluation)
      }
      addReady(in: evaluation)
    }
    return Plan(steps: steps, registerCount: isBound.count, needed: needed)
  }

  /// The steps for conditions nested in another, from what is bound so far.
  private func nested(_ conditions: [Condition], in evaluation: Evaluation) -> [Plan.Step] {
    let bound = isBound.indices.filter { isBound[$0] }
    var planner = Planner(
      registerCount: isBound.count, bound: bound, for: purpose, unfinished: unfinished)
    return planner.plan(conditions, in: evaluation).steps
  }

  private func cheapest(_ tables: [Table]) -> Int {
    let costs = sentences.prefix(Self.mostCompared).map { cost(of: $0.sentence, tables) }
    return costs.indices.min { costs[$0] < costs[$1] } ?? 0
  }

  /// An estimate of how many atoms match for each binding so far.
  private func cost(of sentence: Sentence, _ tables: [Table]) -> Double {
    let free = sentence.terms.count { operand($0) == nil }
    guard free > 0 else { return 0 }
    let size = Double(tables[Int(sentence.predicate.predicate.raw)].count + 1)
    let share = Double(free) / Double(sentence.terms.count)
    return share == 1 ? size + 1 : size.squareRoot() * share + 1
  }

  private func operand(_ term: Term) -> Plan.Operand? {
    switch term {
    case .value(let value): .value(value.raw)
    case .variable(let variable):
      isBound[Int(variable.raw)] ? .register(Int(variable.raw)) : nil
    case .any: nil
    }
  }

  /// Adds the waiting conditions that can be decided with what is bound, until none is left.
  private mutating func addReady(in evaluation: Evaluation) {
    var isAdding = true
    while isAdding {
      isAdding = false
      for (index, condition) in waiting.enumerated()
      where isReady(condition) && !awaitsResult(condition) {
        waiting.remove(at: index)
        add(condition, in: evaluation)
        isAdding = true
        break
      }
    }
  }

  /// Adds the waiting condition that comes first when no sentence is left.
  private mutating func addUnready(in evaluation: Evaluation) -> Bool {
    let ranks = waiting.map { rank(of: $0) }
    guard let next = ranks.indices.min(by: { ranks[$0] < ranks[$1] }), ranks[next] < .max else {
      return false
    }
    add(waiting.remove(at: next), in: evaluation)
    return true
  }

  /// The order of conditions that bind variables: states on other dates, values worked out that these do not
  /// give, and aggregates by open groups.
  private func rank(of condition: Condition) -> Int {
    switch condition {
    case .past(let past): past.day.map { operand($0) != nil } ?? true ? 0 : .max
    case .sentence, .comparison, .universal: .max
    case .aggregate where !isReady(condition): 2
    case .calculation, .aggregate: !isReady(condition) ? .max : isStatedElsewhere(condition) ? 3 : 1
    }
  }

  /// Whether the value that a condition works out is given by a state on another date that waits too.
  private func isStatedElsewhere(_ condition: Condition) -> Bool {
    waiting.contains { other in
      guard case .past(let past) = other else { return false }
      return past.sentence.terms.flatMap(\.registers).contains { $0 == condition.result }
    }
  }

  /// Whether what a condition works out is given elsewhere too, and not bound yet.
  private func awaitsResult(_ condition: Condition) -> Bool {
    guard let result = condition.result, !isBound[result] else { return false }
    return givers[result, default: 1] > 1
  }

  private func isReady(_ condition: Condition) -> Bool {
    switch condition {
    case .sentence: false
    case .comparison(let comparison):
      operand(comparison.left) != nil && operand(comparison.right) != nil
    case .calculation(let calculation):
      calculation.expression.registers.allSatisfy { isBound[$0] }
    case .universal(let universal):
      Set(Condition.universal(universal).registersRead)
        .subtracting(universal.variables.map { Int($0.raw) }).allSatisfy { isBound[$0] }
    case .aggregate(let aggregate): aggregate.groups.allSatisfy { isBound[Int($0.raw)] }
    case .past(let past):
      past.sentence.terms.allSatisfy { operand($0) != nil }
        && past.day.map { operand($0) != nil } ?? true
    }
  }

  private mutating func add(_ condition: Condition, in evaluation: Evaluation) {
    switch condition {
    case .sentence(let sentence, let standard):
      add(sentence, standard: standard?.rawValue ?? 0, in: evaluation)
    case .comparison(let comparison):
      guard let left = operand(comparison.left), let right = operand(comparison.right) else {
        return
      }
      steps.append(.compare(left: left, comparison.relation, right: right))
    case .calculation(let calculation):
      let register = Int(calculation.result.raw)
      steps.append(
        .calculate(calculation.expression, register: register, isCheck: isBound[register]))
      isBound[register] = true
    case .universal(let universal):
      var inner = self
      for variable in universal.domain.flatMap(\.registers) { inner.isBound[variable] = true }
      let body = Condition.sentence(universal.body, standard: universal.standard)
      steps.append(
        .universal(
          Plan.ForAll(
            domain: nested(universal.domain, in: evaluation),
            body: inner.nested([body], in: evaluation))))
    case .aggregate(let aggregate): add(aggregate, in: evaluation)
    case .past(let past):
      let match = match(past.sentence, standard: 0) { columns, _ in
        (evaluation.history(of: past.sentence.predicate) { $0.table.index(on: columns) }, columns)
      }
      steps.append(.past(match, day: past.day.flatMap { operand($0) }))
    }
  }

  private mutating func add(_ aggregate: Aggregate, in evaluation: Evaluation) {
    let inside = Array(Set(aggregate.conditions.flatMap(\.registers))).sorted()
    let openGroups = aggregate.groups.map { Int($0.raw) }.filter { !isBound[$0] }
    let result = Int(aggregate.result.raw)
    steps.append(
      .aggregate(
        Plan.Gathering(
          conditions: nested(aggregate.conditions, in: evaluation), function: aggregate.function,
          over: Int(aggregate.over.raw), result: result, isCheck: isBound[result],
          inside: inside.filter { !isBound[$0] }, openGroups: openGroups)))
    for register in openGroups + [result] { isBound[register] = true }
  }

  private mutating func add(_ sentence: Sentence, standard: UInt8, in evaluation: Evaluation) {
    let predicate = Int(sentence.predicate.predicate.raw)
    let match = match(sentence, standard: standard) { columns, isFilter in
      guard !isFilter else { return (nil, columns) }
      let chosen = evaluation.tables[predicate].selectiveColumn(among: columns).map { [$0] }
      return (evaluation.tables[predicate].index(on: chosen ?? columns), chosen ?? columns)
    }
    steps.append(.match(match))
  }

  private mutating func match(
    _ sentence: Sentence, standard: UInt8, index: ([Int], Bool) -> (number: Int?, columns: [Int])
  ) -> Plan.Match {
    let predicate = Int(sentence.predicate.predicate.raw)
    var keyColumns: [Int] = []
    var keys: [Plan.Operand] = []
    var bindings: [Plan.Target] = []
    var checks: [Plan.Target] = []
    for (column, term) in sentence.terms.enumerated() {
      if let operand = operand(term) {
        keyColumns.append(column)
        keys.append(operand)
      } else if case .variable(let variable) = term {
        let target = Plan.Target(column: column, register: Int(variable.raw))
        let isRepeated = bindings.contains { $0.register == target.register }
        if isRepeated { checks.append(target) } else { bindings.append(target) }
      }
    }
    for binding in bindings { isBound[binding.register] = true }
    let isFilter = bindings.isEmpty && checks.isEmpty
    let index = keyColumns.isEmpty ? (number: nil, columns: []) : index(keyColumns, isFilter)
    return Plan.Match(
      predicate: predicate, isPositive: sentence.predicate.isPositive, keyColumns: keyColumns,
      keys: keys, bindings: bindings, checks: checks, standard: standard,
      isUnfinished: unfinished.contains(predicate),
      index: index.number, indexColumns: index.columns)
  }
}

extension Calculation.Expression {
  /// The registers of the variables it reads.
  var registers: [Int] {
    switch self {
    case .term(let term): term.registers
    case .today: []
    case .arithmetic(_, let left, let right): left.registers + right.registers
    case .shifted(let count, _, _, let date): count.registers + date.registers
    case .later(let left, let right), .earlier(let left, let right):
      left.registers + right.registers
    case .days(let from, let to): from.registers + to.registers
    }
  }
}

extension Condition {
  /// The register of the value that it works out.
  var result: Int? {
    switch self {
    case .calculation(let calculation): Int(calculation.result.raw)
    case .aggregate(let aggregate): Int(aggregate.result.raw)
    case .sentence, .comparison, .universal, .past: nil
    }
  }

  /// The registers of all variables it mentions.
  var registersRead: [Int] {
    switch self {
    case .sentence(let sentence, _): sentence.terms.flatMap(\.registers)
    case .comparison(let comparison): comparison.left.registers + comparison.right.registers
    case .calculation(let calculation):
      [Int(calculation.result.raw)] + calculation.expression.registers
    case .universal(let universal):
      universal.domain.flatMap(\.registersRead) + universal.body.terms.flatMap(\.registers)
    case .aggregate(let aggregate):
      [Int(aggregate.result.raw)] + aggregate.conditions.flatMap(\.registersRead)
    case .past(let past): past.sentence.terms.flatMap(\.registers) + (past.day?.registers ?? [])
    }
  }
}
