/// Which classes of conflicting predicates rest on which, and by which rules (sections 2 and 5 of the
/// semantics: recursion through an aggregate is refused).
struct DependencyGraph {
  /// For each predicate, its class: predicates that can conflict share one.
  private let classOf: [Int]
  /// For each class, what rests on it.
  private var outgoing: [[Edge]]
  /// For each class, the number of those with which it goes round in a circle.
  private var ringOf: [Int] = []

  /// Something that rests on a class.
  private struct Edge {
    /// The class that rests on it.
    let target: Int
    /// The rule by which it does.
    let rule: RuleID
  }

  /// Finds the dependencies of a program.
  init(_ program: Program) {
    classOf = program.conflictClasses
    outgoing = Array(repeating: [], count: program.predicates.count)
    let conflicts = ConflictIndex(program)
    for (index, rule) in program.rules.enumerated() {
      let id = RuleID(raw: UInt32(index))
      guard let head = rule.conclusions.first.map({ place(of: $0.predicate) }) else { continue }
      for condition in (rule.alternatives + rule.exceptions).joined() {
        for sentence in condition.sentences { connect(sentence.predicate, head, by: id) }
      }
      switch program[rule.conclusions[0].predicate.predicate].kind {
      case .undercut(let other): connect(head, to: other, of: program, by: id)
      case .precedence(let first, let second)
      where conflicts.canConflict(program[first], program[second]):
        connect(head, to: first, of: program, by: id)
        connect(head, to: second, of: program, by: id)
      case .precedence, .plain, .obligation, .prohibition: break
      }
    }
    ringOf = Array(repeating: 0, count: outgoing.count)
    let rings = stronglyConnectedComponents(outgoing.map { $0.map(\.target) })
    for (number, ring) in rings.enumerated() {
      for member in ring { ringOf[member] = number }
    }
  }

  /// Lets what a rule concludes rest on a class.
  private mutating func connect(
    _ source: Int, to rule: RuleID, of program: Program, by via: RuleID
  ) {
    guard let conclusion = program[rule].conclusions.first else { return }
    outgoing[source].append(Edge(target: place(of: conclusion.predicate), rule: via))
  }

  /// Lets a class rest on that of a predicate.
  private mutating func connect(_ predicate: SignedPredicate, _ target: Int, by rule: RuleID) {
    outgoing[place(of: predicate)].append(Edge(target: target, rule: rule))
  }

  /// The class of a signed predicate.
  private func place(of predicate: SignedPredicate) -> Int {
    classOf[Int(predicate.predicate.raw)]
  }

  /// Whether what two predicates say rests on each other.
  func restOnEachOther(_ one: SignedPredicate, _ other: SignedPredicate) -> Bool {
    ringOf[place(of: one)] == ringOf[place(of: other)]
  }

  /// The rules by which what `predicate` says rests on what `conclusion` says, the nearest way; `nil` when it
  /// does not.
  func way(
    from conclusion: SignedPredicate, to predicate: SignedPredicate
  ) -> [RuleID]? {
    let (start, end) = (place(of: conclusion), place(of: predicate))
    if start == end { return [] }
    var cameBy: [(source: Int, rule: RuleID)?] = Array(repeating: nil, count: outgoing.count)
    var queue = [start]
    var next = 0
    while next < queue.count, cameBy[end] == nil {
      for edge in outgoing[queue[next]] where edge.target != start && cameBy[edge.target] == nil {
        cameBy[edge.target] = (queue[next], edge.rule)
        queue.append(edge.target)
      }
      next += 1
    }
    var rules: [RuleID] = []
    var place = end
    while let (source, rule) = cameBy[place] {
      rules.append(rule)
      place = source
    }
    return rules.isEmpty ? nil : rules.reversed()
  }
}
