import MootLanguage

/// Finds backwards from what is asked all facts that it can depend on, now or in an explanation.
///
/// A goal is a predicate with what is known of its arguments. Every rule for it, or against it, is followed with
/// the conclusion bound: its premises in the order they are written, each a goal of its own, whose possible
/// literals bind what comes after it. Exceptions never block here, and computed values are taken for anything,
/// so that a goal has at least the literals that any evaluation gives an argument (tabled resolution; Chen and
/// Warren 1996).
///
/// A class because its goals grow while they are walked.
final class SliceSearch {
  /// What is searched: scenarios of one program, in any of which something may be so.
  let theories: [Theory]
  /// Whether something changes that is read in a way that cannot be followed forward.
  var isLost = false
  /// The facts needed so far, each once.
  private(set) var facts: [Int] = []
  /// For each predicate, whether something of it is needed.
  private(set) var isNeeded: [Bool]
  private var isNeededFact: [Bool]
  private var finder: FactFinder
  private let order: ValueOrder
  private let concluding: [[(rule: Int, conclusion: Int)]]
  private let activeRules: [Int]
  private let assumed: [Int: [Literal]]
  /// Where rules read what may change.
  private(set) lazy var occurrences = SliceOccurrences(theory.program, rules: activeRules)
  /// What may change, so far: predicates with what is known of their arguments.
  var changed: Set<[UInt32]> = []
  private var goals: [Goal] = []
  private var numbers: [[UInt32]: Int] = [:]
  /// What is to be done.
  var tasks: [Task] = []
  private var stepsLeft: Int

  /// A predicate with what is known of its arguments (`Block.unbound` for nothing).
  private struct Goal {
    let predicate: Int
    let arguments: [UInt32]
    /// Its literals that may have an argument, each once, in the order they were found.
    var literals: [PossibleLiteral] = []
    var known: Set<PossibleLiteral> = []
    /// The walks that wait for more of them.
    var readers: [Walk] = []
  }

  /// A literal that may have an argument; an argument that is `Block.unbound` may be anything.
  struct PossibleLiteral: Hashable {
    /// What it is about.
    let arguments: [UInt32]
    /// Its polarity.
    let isPositive: Bool
  }

  /// The state of walking through conditions of a rule.
  struct Walk {
    /// The rule.
    let rule: Int
    /// The conditions, those of the rule that matter here.
    let conditions: [Condition]
    /// The next condition.
    var position = 0
    /// The values of the rule's variables, as far as they are known.
    var binding: [UInt32]
    /// What for.
    let purpose: Purpose
  }

  /// What a walk is for.
  enum Purpose {
    /// To conclude for a goal, by one of the conclusions.
    case conclude(goal: Int, conclusion: Int)
    /// To find what a change reaches.
    case spread
    /// To see what else is read: exceptions, and what is nested.
    case read
  }

  /// A piece of work.
  enum Task {
    /// Finds the facts of a goal, and the rules for and against it.
    case expand(goal: Int)
    /// Finds what reads literals that may change.
    case spread(predicate: Int, arguments: [UInt32])
    /// Starts or continues a walk.
    case go(Walk)
    /// Goes on with a literal for the condition that a walk waits at.
    case take(Walk, PossibleLiteral)
  }

  /// Prepares the search.
  ///
  /// - Parameter mostSteps: when to give up because most of the facts would be needed.
  init(_ theories: [Theory], mostSteps: Int) {
    self.theories = theories
    let theory = theories[0]
    stepsLeft = mostSteps
    finder = FactFinder(theory.program)
    order = Values(theory.program.values).order
    isNeeded = Array(repeating: false, count: theory.program.predicates.count)
    isNeededFact = Array(repeating: false, count: theory.program.facts.count)
    var concluding: [[(rule: Int, conclusion: Int)]] = Array(repeating: [], count: isNeeded.count)
    activeRules = theory.program.rules.indices.filter { rule in
      theories.contains { $0.isActive(rule) }
    }
    for rule in activeRules {
      for (place, conclusion) in theory.program.rules[rule].conclusions.enumerated() {
        concluding[Int(conclusion.predicate.predicate.raw)].append((rule, place))
      }
    }
    self.concluding = concluding
    assumed = Dictionary(grouping: theories.flatMap(\.assumed)) { Int($0.predicate.predicate.raw) }
  }

  /// The first of the scenarios, for what they have in common.
  var theory: Theory { theories[0] }

  /// Follows everything that literals of a predicate can depend on; `false` when it takes too many steps.
  func follow(_ predicate: Int, _ arguments: [UInt32]) -> Bool {
    _ = goal(predicate, arguments)
    return finish()
  }

  /// Works off what is to be done; `false` when that takes too many steps, or cannot be followed.
  func finish() -> Bool {
    while let task = tasks.popLast() {
      stepsLeft -= 1
      guard stepsLeft >= 0, !isLost else { return false }
      switch task {
      case .expand(let goal): expand(goal)
      case .spread(let predicate, let arguments): spreadChange(of: predicate, arguments)
      case .go(let walk): go(walk)
      case .take(let walk, let literal): take(literal, in: walk)
      }
    }
    return !isLost
  }

  /// The number of a goal, which is new or known.
  func goal(_ predicate: Int, _ arguments: [UInt32]) -> Int {
    let anything: [UInt32] = [UInt32(predicate)] + arguments.map { _ in Block.unbound }
    if let known = numbers[anything] { return known }
    let key = [UInt32(predicate)] + arguments
    if let known = numbers[key] { return known }
    let number = goals.count
    numbers[key] = number
    goals.append(Goal(predicate: predicate, arguments: arguments))
    isNeeded[predicate] = true
    tasks.append(.expand(goal: number))
    return number
  }

  /// Finds the facts of a goal, the rules for and against it, and what conflicts with it.
  private func expand(_ number: Int) {
    let (predicate, arguments) = (goals[number].predicate, goals[number].arguments)
    for fact in finder.facts(about: predicate, arguments) where counts(fact) {
      if !isNeededFact[fact] {
        isNeededFact[fact] = true
        facts.append(fact)
        stepsLeft -= 1
      }
      note(
        theory.program.facts.arguments(at: fact).map(\.raw),
        theory.program.facts[fact].predicate.isPositive, of: number)
    }
    for literal in assumed[predicate] ?? [] {
      note(literal.arguments.map(\.raw), literal.predicate.isPositive, of: number)
    }
    visitConflicts(predicate, arguments) { _ = goal($0, $1) }
    for (rule, conclusion) in concluding[predicate] {
      let definition = theory.program.rules[rule]
      guard
        let binding = Self.binding(
          definition.conclusions[conclusion], to: arguments, of: definition.variables.count)
      else { continue }
      for premises in definition.alternatives {
        tasks.append(
          .go(
            Walk(
              rule: rule, conditions: premises, binding: binding,
              purpose: .conclude(goal: number, conclusion: conclusion))))
      }
    }
  }

  /// Whether a fact holds, or dates leave open that it does.
  private func counts(_ fact: Int) -> Bool {
    theories.contains { theory in
      switch theory.factStates[fact] {
      case .holds, .open: true
      case .fails, .dropped: false
      }
    }
  }

  /// Hands on what conflicts with literals of a predicate.
  func visitConflicts(
    _ predicate: Int, _ arguments: [UInt32], visit: (Int, [UInt32]) -> Void
  ) {
    for isPositive in [true, false] {
      let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
      for conflict in theory.conflicts[Theory.index(of: signed)] {
        let count = theory.program.incompatibilities[conflict.incompatibility].variables.count
        guard let binding = Self.binding(conflict.near, to: arguments, of: count) else { continue }
        visit(Int(conflict.far.predicate.predicate.raw), Self.arguments(conflict.far, binding))
      }
    }
  }

  /// Notes that a literal of a goal may have an argument; those who read the goal go on with it.
  private func note(_ arguments: [UInt32], _ isPositive: Bool, of goal: Int) {
    let literal = PossibleLiteral(arguments: arguments, isPositive: isPositive)
    guard goals[goal].known.insert(literal).inserted else { return }
    goals[goal].literals.append(literal)
    for reader in goals[goal].readers { tasks.append(.take(reader, literal)) }
  }

  /// Walks up to the next sentence and waits there, or to the end.
  private func go(_ walk: Walk) {
    var walk = walk
    while walk.position < walk.conditions.count {
      switch walk.conditions[walk.position] {
      case .sentence(let sentence, _):
        let number = goal(
          Int(sentence.predicate.predicate.raw), Self.arguments(sentence, walk.binding))
        goals[number].readers.append(walk)
        for literal in goals[number].literals { tasks.append(.take(walk, literal)) }
        return
      case .comparison(let comparison):
        guard canHold(comparison, walk.binding) else { return }
      case .calculation, .past: break
      case .universal(let universal):
        let inside = universal.domain + [.sentence(universal.body, standard: nil)]
        nest(inside, in: walk)
      case .aggregate(let aggregate): nest(aggregate.conditions, in: walk)
      }
      walk.position += 1
    }
    end(walk)
  }

  private func nest(_ conditions: [Condition], in walk: Walk) {
    tasks.append(
      .go(Walk(rule: walk.rule, conditions: conditions, binding: walk.binding, purpose: .read)))
  }

  /// Goes on with a literal for the sentence that a walk waits at, if it is an instance.
  private func take(_ literal: PossibleLiteral, in walk: Walk) {
    guard case .sentence(let sentence, _) = walk.conditions[walk.position],
      sentence.predicate.isPositive == literal.isPositive
    else { return }
    var walk = walk
    for (term, argument) in zip(sentence.terms, literal.arguments) where argument != Block.unbound {
      switch term {
      case .any: continue
      case .value(let value): guard value.raw == argument else { return }
      case .variable(let variable):
        let known = walk.binding[Int(variable.raw)]
        guard known == Block.unbound || known == argument else { return }
        walk.binding[Int(variable.raw)] = argument
      }
    }
    walk.position += 1
    go(walk)
  }

  /// An alternative whose premises can all be met: what it concludes, its exceptions, and what speaks of it.
  private func end(_ walk: Walk) {
    let definition = theory.program.rules[walk.rule]
    switch walk.purpose {
    case .read: return
    case .spread:
      for head in definition.conclusions {
        change(Int(head.predicate.predicate.raw), Self.arguments(head, walk.binding))
      }
      return
    case .conclude(let goal, let conclusion):
      let head = definition.conclusions[conclusion]
      note(Self.arguments(head, walk.binding), head.predicate.isPositive, of: goal)
    }
    for exception in definition.exceptions { nest(exception, in: walk) }
    followTold(walk.conditions + definition.exceptions.joined(), in: walk)
    if let undercut = theory.undercuts[walk.rule] { followWords(undercut, of: walk) }
    for rank in theory.ranks[walk.rule] { followWords(rank.predicate, of: walk) }
  }

  /// Follows what an explanation tells of an instance also where an exception does not touch it: the members
  /// that its values make literals, and what is said of all of a kind.
  private func followTold(_ conditions: [Condition], in walk: Walk) {
    for condition in conditions {
      for sentence in condition.sentences {
        let arguments = Self.arguments(sentence, walk.binding)
        guard !arguments.contains(Block.unbound) else { continue }
        _ = goal(Int(sentence.predicate.predicate.raw), arguments)
      }
      switch condition {
      case .universal, .aggregate: nest([condition], in: walk)
      case .sentence, .comparison, .calculation, .past: break
      }
    }
  }

  /// Follows an undercutter or a preference that speaks of an instance.
  private func followWords(_ predicate: Int, of walk: Walk) {
    _ = goal(
      predicate,
      theory.program.predicates[predicate].keys.map { key in
        Int(key.rule.raw) == walk.rule ? walk.binding[Int(key.variable.raw)] : Block.unbound
      })
  }

  /// Whether a comparison is not certainly false.
  private func canHold(_ comparison: Comparison, _ binding: [UInt32]) -> Bool {
    guard let left = Self.value(comparison.left, binding),
      let right = Self.value(comparison.right, binding)
    else { return true }
    return order.compare(left, comparison.relation, right) != .fails
  }

  private static func value(_ term: Term, _ binding: [UInt32]) -> UInt32? {
    switch term {
    case .any: return nil
    case .value(let value): return value.raw
    case .variable(let variable):
      let value = binding[Int(variable.raw)]
      return value == Block.unbound ? nil : value
    }
  }

  /// What is known of a sentence's arguments.
  static func arguments(_ sentence: Sentence, _ binding: [UInt32]) -> [UInt32] {
    sentence.terms.map { value($0, binding) ?? Block.unbound }
  }

  /// What arguments say of a sentence's variables; `nil` where it is no instance of them.
  static func binding(
    _ sentence: Sentence, to arguments: [UInt32], of count: Int
  ) -> [UInt32]? {
    var binding: [UInt32] = Array(repeating: Block.unbound, count: count)
    for (term, argument) in zip(sentence.terms, arguments) where argument != Block.unbound {
      switch term {
      case .any: continue
      case .value(let value): guard value.raw == argument else { return nil }
      case .variable(let variable):
        let known = binding[Int(variable.raw)]
        guard known == Block.unbound || known == argument else { return nil }
        binding[Int(variable.raw)] = argument
      }
    }
    return binding
  }
}
