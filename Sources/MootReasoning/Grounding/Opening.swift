import MootLanguage

/// A scenario with changes that may be made or not, made ready for being instantiated once for all choices
/// (section 7 of the semantics).
struct Opening {
  /// The theory with everything present that any choice leaves there.
  private(set) var theory: Theory
  /// For each rule that some choices drop, or do not add, the changes that must be made or must not be.
  private(set) var ruleGuards: [Int: [Guard]] = [:]
  /// For each fact that some choices drop, the changes that must not be made.
  private(set) var factGuards: [Int: [Guard]] = [:]
  /// What the scenario itself supposes.
  let assumed: [Literal]
  /// What open changes suppose, with the change that must be made.
  private(set) var assumptions: [(literal: Literal, guards: [Guard])] = []
  /// The classes whose grades depend on the choice, among those asked about.
  private(set) var openClasses: [Int] = []
  /// The open changes that reach into an aggregate, an `every` or a past state, ascending; these cannot be
  /// instantiated once for all choices.
  private(set) var entangled: [Int] = []
  private let dependencies: ClassDependencies

  /// A demand on one open change.
  struct Guard: Hashable {
    /// The open change, by index.
    let change: Int
    /// Whether it must be made, or must not.
    let isMade: Bool
  }

  /// Opens a scenario for changes, none of which sets a date.
  ///
  /// - Parameter questions: the predicates asked about.
  init(_ scenario: Scenario, open changes: [Change], askedOf questions: [Int]) {
    theory = Theory(scenario, supposing: changes)
    assumed = scenario.assumptions
    dependencies = ClassDependencies(
      theory.program, rules: theory.classes.rules, classOf: theory.classes.classOf,
      undercuts: theory.undercuts, ranks: theory.ranks)
    let touched = guardStatements(scenario, changes)
    let needed = classes(reachedFrom: questions.map { theory.classes.classOf[$0] }) {
      dependencies.all[$0]
    }
    let readers = self.readers
    let seeds = touched.map { Array($0).sorted() }
    let open = classes(reachedFrom: seeds.flatMap { $0 }) { readers[$0] }
    openClasses = theory.classes.predicates.indices.filter { needed[$0] && open[$0] }
    let knots = self.knots.filter { needed[$0] && open[$0] }
    if !knots.isEmpty {
      let isAbove = classes(reachedFrom: knots) { dependencies.all[$0] }
      entangled = seeds.indices.filter { index in seeds[index].contains { isAbove[$0] } }
    }
    let isOpen = openClasses.reduce(into: Array(repeating: false, count: needed.count)) {
      $0[$1] = true
    }
    theory.classes = theory.classes.opened(isNeeded: needed, isOpen: isOpen)
  }

  /// Notes what each open change drops and adds; the classes each bears on directly.
  private mutating func guardStatements(_ scenario: Scenario, _ changes: [Change]) -> [Set<Int>] {
    var search = SuspensionSearch(theory.program)
    var added = scenario.programWithPreferences.rules.count
    let classOf = theory.classes.classOf
    return changes.enumerated().map { index, change in
      var classes: Set<Int> = []
      for source in search.suspended(by: change) {
        classes.formUnion(predicates(concludedBy: source).map { classOf[$0] })
        drop(source, by: Guard(change: index, isMade: false))
      }
      switch change {
      case .assume(let sentence):
        for literal in theory.program.literals(supposing: sentence) {
          assumptions.append((literal, [Guard(change: index, isMade: true)]))
          classes.insert(classOf[Int(literal.predicate.predicate.raw)])
        }
      case .prefer:
        ruleGuards[added, default: []].append(Guard(change: index, isMade: true))
        classes.formUnion(
          predicates(concludedBy: .rule(RuleID(raw: UInt32(added)))).map { classOf[$0] })
        added += 1
      case .retract, .without, .onArguments: break
      case .asOf: preconditionFailure("a date is no open change")
      }
      return classes
    }
  }

  private mutating func drop(_ source: Argument.Source, by condition: Guard) {
    switch source {
    case .rule(let id): ruleGuards[Int(id.raw), default: []].append(condition)
    case .fact(let index):
      factGuards[index, default: []].append(condition)
      if index + 1 < theory.program.facts.count, theory.program.facts[index + 1].isImplied {
        factGuards[index + 1, default: []].append(condition)
      }
    case .assumed: break
    }
  }

  private func predicates(concludedBy source: Argument.Source) -> [Int] {
    switch source {
    case .rule(let id):
      theory.program[id].conclusions.map { Int($0.predicate.predicate.raw) }
    case .fact(let index): [Int(theory.program.facts[index].predicate.predicate.raw)]
    case .assumed: []
    }
  }

  /// For each class, those whose rules read it.
  private var readers: [[Int]] {
    var readers: [[Int]] = Array(repeating: [], count: dependencies.all.count)
    for (reader, read) in dependencies.all.enumerated() {
      for one in read { readers[one].append(reader) }
    }
    return readers
  }

  /// The classes that an aggregate, an `every` or a past state of an active rule reads.
  private var knots: [Int] {
    var knots: [Int] = []
    for rule in theory.classes.rules.joined() {
      let definition = theory.program.rules[rule]
      for condition in (definition.alternatives + definition.exceptions).joined() {
        switch condition {
        case .sentence, .comparison, .calculation: continue
        case .universal, .aggregate, .past:
          knots += condition.sentences.map {
            theory.classes.classOf[Int($0.predicate.predicate.raw)]
          }
        }
      }
    }
    return knots
  }

  /// Marks the classes that a walk along `next` reaches.
  private func classes(reachedFrom start: [Int], next: (Int) -> [Int]) -> [Bool] {
    var isReached = Array(repeating: false, count: theory.classes.predicates.count)
    var pending = start
    while let reached = pending.popLast() {
      guard !isReached[reached] else { continue }
      isReached[reached] = true
      pending += next(reached)
    }
    return isReached
  }
}
