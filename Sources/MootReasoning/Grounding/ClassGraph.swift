import MootLanguage

/// Predicates that conflict belong together: the classes of conflict, their dependencies, and the order in
/// which they are evaluated (section 2, "One pass over grades").
struct ClassGraph: Sendable {
  /// For each predicate, its class.
  let classOf: [Int]
  /// For each class, its predicates.
  let predicates: [[Int]]
  /// For each class, the active rules that conclude something in it.
  let rules: [[Int]]
  /// For each class, whether two literals that conflict can both have arguments.
  let isDisputed: [Bool]
  /// The components of classes that depend on one another, those depended on first.
  private(set) var components: [Component]

  /// Classes that are evaluated together.
  struct Component: Sendable {
    /// The classes.
    let classes: [Int]
    /// How they depend on themselves.
    let recursion: Recursion
  }

  /// How a component depends on itself.
  enum Recursion: Sendable {
    case none
    /// Through premises only, with nothing disputed: a grade can only rise.
    case premises
    /// Also through an attack, an exception, an undercutter or a preference.
    case attack
  }

  /// Which literals of each predicate can have arguments.
  struct Presence {
    /// Bit 0: positive; bit 1: negative.
    private(set) var bits: [UInt8]

    init(predicateCount: Int) { bits = Array(repeating: 0, count: predicateCount) }

    /// Notes that a signed predicate has a fact or a rule.
    mutating func note(_ predicate: SignedPredicate) {
      bits[Int(predicate.predicate.raw)] |= predicate.isPositive ? 1 : 2
    }

    /// Whether a signed predicate has a fact or a rule.
    func has(_ predicate: SignedPredicate) -> Bool {
      bits[Int(predicate.predicate.raw)] & (predicate.isPositive ? 1 : 2) != 0
    }
  }

  /// Finds the classes of a program and their order.
  init(
    _ program: Program, ruleStates: [Theory.RuleState], undercuts: [Int?],
    ranks: [[Theory.Rank]], presence facts: Presence
  ) {
    var presence = facts
    var active: [Int] = []
    for (index, state) in ruleStates.enumerated() {
      guard case .active = state else { continue }
      active.append(index)
      for conclusion in program.rules[index].conclusions { presence.note(conclusion.predicate) }
    }
    let grouping = Self.grouping(of: program)
    classOf = grouping.classOf
    predicates = grouping.predicates
    var rules: [[Int]] = Array(repeating: [], count: predicates.count)
    for rule in active {
      if let head = program.rules[rule].conclusions.first {
        rules[classOf[Int(head.predicate.predicate.raw)]].append(rule)
      }
    }
    self.rules = rules
    isDisputed = Self.disputes(program, grouping, presence)
    let dependencies = ClassDependencies(
      program, rules: rules, classOf: classOf, undercuts: undercuts, ranks: ranks)
    let components = stronglyConnectedComponents(dependencies.all)
    let isDisputed = isDisputed
    self.components = components.map { members in
      Component(
        classes: members,
        recursion: dependencies.recursion(of: members, isDisputed: isDisputed))
    }
  }

  private static func grouping(of program: Program) -> (classOf: [Int], predicates: [[Int]]) {
    let representatives = program.conflictClasses
    var classOf = Array(repeating: -1, count: representatives.count)
    var predicates: [[Int]] = []
    for (index, representative) in representatives.enumerated() {
      if representative == index {
        classOf[index] = predicates.count
        predicates.append([])
      }
      classOf[index] = classOf[representative]
      predicates[classOf[index]].append(index)
    }
    return (classOf, predicates)
  }

  private static func disputes(
    _ program: Program, _ grouping: (classOf: [Int], predicates: [[Int]]), _ presence: Presence
  ) -> [Bool] {
    var isDisputed = grouping.predicates.map { members in
      members.contains { presence.bits[$0] == 3 }
    }
    for incompatibility in program.incompatibilities
    where presence.has(incompatibility.first.predicate)
      && presence.has(incompatibility.second.predicate)
    {
      isDisputed[grouping.classOf[Int(incompatibility.first.predicate.predicate.raw)]] = true
    }
    return isDisputed
  }
}

extension ClassGraph {
  /// The same order with some components only.
  func limited(toComponents isWanted: (Component) -> Bool) -> ClassGraph {
    var graph = self
    graph.components = components.filter(isWanted)
    return graph
  }

  /// The order in which only needed classes are evaluated, and the open ones among them, which need not be
  /// next to one another, last and together.
  func opened(isNeeded: [Bool], isOpen: [Bool]) -> ClassGraph {
    var graph = self
    graph.components = components.filter { component in
      component.classes.contains { isNeeded[$0] && !isOpen[$0] }
    }
    let open = predicates.indices.filter { isOpen[$0] }
    graph.components.append(Component(classes: open, recursion: .attack))
    return graph
  }

  /// The order of evaluation with only the components that have a needed class.
  func limited(to isNeeded: [Bool]) -> ClassGraph {
    var graph = self
    graph.components = components.filter { component in
      component.classes.contains { isNeeded[$0] }
    }
    return graph
  }
}
