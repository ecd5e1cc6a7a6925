import MootLanguage

/// Orders conditions for matching: always the one that leaves the fewest candidates by the tables' sizes.
struct Planner {
  /// The predicates of the component being grounded, whose standing is not known yet.
  let unfinished: Set<Int>
  /// The variables bound so far.
  private var isBound: [Bool]
  private var steps: [Plan.Step] = []

  /// Plans for a rule with some of its variables bound beforehand.
  init(registerCount: Int, bound: [Int], unfinished: Set<Int> = []) {
    self.unfinished = unfinished
    isBound = Array(repeating: false, count: registerCount)
    for register in bound { isBound[register] = true }
  }

  /// The plan for matching all `conditions`.
  mutating func plan(_ conditions: [Condition], tables: inout [Table]) -> Plan {
    var sentences: [(sentence: Sentence, standard: UInt8)] = []
    var comparisons: [Comparison] = []
    for condition in conditions {
      switch condition {
      case .sentence(let sentence, let standard):
        sentences.append((sentence, standard?.rawValue ?? 0))
      case .comparison(let comparison): comparisons.append(comparison)
      }
    }
    addReadyComparisons(&comparisons)
    while !sentences.isEmpty {
      let next = cheapest(of: sentences.prefix(Self.mostCompared).map(\.sentence), tables)
      let (sentence, standard) = sentences.remove(at: next)
      add(sentence, standard: standard, &tables)
      addReadyComparisons(&comparisons)
    }
    return Plan(steps: steps, registerCount: isBound.count)
  }

  /// How many of the remaining conditions are compared for each place in the order.
  private static let mostCompared = 64

  private func cheapest(of sentences: [Sentence], _ tables: [Table]) -> Int {
    let costs = sentences.map { cost(of: $0, tables) }
    return costs.indices.min { costs[$0] < costs[$1] } ?? 0
  }

  /// An estimate of how many atoms match for each binding so far.
  private func cost(of sentence: Sentence, _ tables: [Table]) -> Double {
    let table = tables[Int(sentence.predicate.predicate.raw)]
    let free = sentence.terms.count { operand($0) == nil }
    guard free > 0 else { return 0 }
    let share = Double(free) / Double(sentence.terms.count)
    var estimate = 1.0
    let size = Double(table.count + 1)
    estimate = share == 1 ? size : size.squareRoot() * share
    return estimate + 1
  }

  private func operand(_ term: Term) -> Plan.Operand? {
    switch term {
    case .value(let value): .value(value.raw)
    case .variable(let variable):
      isBound[Int(variable.raw)] ? .register(Int(variable.raw)) : nil
    case .any: nil
    }
  }

  private mutating func addReadyComparisons(_ comparisons: inout [Comparison]) {
    comparisons.removeAll { comparison in
      guard let left = operand(comparison.left), let right = operand(comparison.right) else {
        return false
      }
      steps.append(.compare(left: left, comparison.relation, right: right))
      return true
    }
  }

  private mutating func add(_ sentence: Sentence, standard: UInt8, _ tables: inout [Table]) {
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
    steps.append(
      .match(
        Plan.Match(
          predicate: predicate, isPositive: sentence.predicate.isPositive, keyColumns: keyColumns,
          keys: keys, bindings: bindings, checks: checks, standard: standard,
          isUnfinished: unfinished.contains(predicate),
          index: keyColumns.isEmpty ? nil : tables[predicate].index(on: keyColumns))))
  }
}
