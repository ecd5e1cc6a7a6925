import MootLanguage

/// One evaluation of a theory: the tables as they fill, component by component.
///
/// A class because joins, demands and groundings work on the same tables in turn.
final class Evaluation {
  /// What is evaluated.
  let theory: Theory
  /// The atoms of each predicate.
  var tables: [Table]
  /// The program's values and those worked out on the way.
  var values: Values
  /// What facts state of their dates, by signed predicate, as far as rules ask.
  var histories: [Int: History] = [:]
  /// The rule whose instances are being joined.
  var currentRule: Int?
  /// What is left of the limits.
  var budget: Budget
  /// Room for the steps of joins.
  let scratch = Scratch()
  /// Room for what rules conclude.
  let conclusions = ConcludedBlock()
  /// For each rule, whether an instance of it certainly fires.
  var hasFired: [Bool]
  /// Certain cycles of preferences, each by its rules.
  var preferenceCycles: [[Int]] = []
  /// How many atoms of each undercutter or preference have been decided.
  var decidedDemands: [Int: Int] = [:]
  /// Whether indexes are kept when this evaluation needs them no more, as others go on with its tables.
  var keepsIndexes = false
  private var insideOfComponent: (number: Int, predicates: Set<Int>) = (-1, [])
  private var matchers: [Matcher.Key: Matcher] = [:]

  /// Prepares the evaluation of a theory: its facts are in the tables.
  convenience init(_ theory: Theory, limits: Limits) {
    self.init(
      theory, theory.program.values,
      tables: theory.program.predicates.map { Table(arity: $0.arity) }, limits: limits)
    loadFacts()
    for literal in theory.assumed {
      note(literal.predicate, literal.arguments.map(\.raw), isOpen: false)
    }
  }

  /// Takes up the tables of a finished evaluation, for explaining it.
  convenience init(_ theory: Theory, _ values: ValueTable, tables: [Table], limits: Limits) {
    self.init(theory, Values(values), tables: tables, limits: limits)
  }

  /// Takes up tables, finished or not.
  init(_ theory: Theory, _ values: Values, tables: [Table], limits: Limits) {
    self.theory = theory
    self.values = values
    self.tables = tables
    budget = Budget(limits)
    hasFired = Array(repeating: false, count: theory.program.rules.count)
  }

  /// Decides every literal.
  func run() throws(LimitReached) { try run(upTo: theory.classes.components.count) }

  /// Decides the literals of the components before one with a number.
  func run(upTo end: Int) throws(LimitReached) {
    defer { forgetMatchers() }
    let uses = keepsIndexes ? nil : IndexUses(in: theory)
    try budget.lookAtMemory()
    for (number, component) in theory.classes.components.prefix(end).enumerated() {
      try budget.work(8)
      switch component.recursion {
      case .none: try decide(theory.classes.predicates[component.classes[0]], component.classes[0])
      case .premises: try decideByRising(component)
      case .attack: try decideByAlternation(number)
      }
      guard let unused = uses?.ending(with: number, among: tables), !unused.isEmpty else {
        continue
      }
      forgetMatchers()
      for predicate in unused { tables[predicate].forgetIndexes() }
    }
  }

  /// The predicates of a component of the class graph; none for -1.
  func predicates(ofComponent number: Int) -> Set<Int> {
    guard number >= 0 else { return [] }
    if insideOfComponent.number != number {
      let classes = theory.classes.components[number].classes
      insideOfComponent = (number, Set(classes.flatMap { theory.classes.predicates[$0] }))
    }
    return insideOfComponent.predicates
  }

  /// The matcher for an alternative of a rule, made once for each use.
  func matcher(_ key: Matcher.Key) -> Matcher {
    if let matcher = matchers[key] { return matcher }
    let matcher = Matcher(key, in: self)
    matchers[key] = matcher
    return matcher
  }

  /// Forgets the matchers, whose join orders are those of tables still growing.
  ///
  /// Whoever has asked for one must: it knows this evaluation, and both would stay for ever.
  func forgetMatchers() { matchers.removeAll(keepingCapacity: true) }

  /// Accounts for the memory the tables and `instances` more records of some 64 bytes take.
  func checkMemory(of predicates: [Int], instances: Int) throws(LimitReached) {
    var bytes = instances * 64
    for predicate in predicates {
      bytes += tables[predicate].count * (tables[predicate].arity * 16 + 3)
    }
    try budget.hold(bytes: bytes)
  }

  /// Puts the facts into the tables, but for the first ones, which are there already.
  func loadFacts(after first: Int = 0) {
    for run in theory.program.facts.runs where run.range.upperBound > first {
      if case .rows(let rows) = run.content, run.range.lowerBound >= first,
        theory.factStates[run.range].allSatisfy({ $0 == .holds })
      {
        state(rows, as: rows.predicate)
        if let companion = rows.companion { state(rows, as: companion) }
      } else {
        for index in run.range where index >= first { note(index) }
      }
    }
  }

  /// The limit that stops the evaluation, if one does; all literals are decided else.
  func limitReached() -> Limits.Kind? {
    do {
      try run()
      return nil
    } catch {
      return error.kind
    }
  }

  private func state(_ rows: FactRows, as predicate: SignedPredicate) {
    tables[Int(predicate.predicate.raw)].state(
      rows.columns, count: rows.count, isPositive: predicate.isPositive)
  }

  private func note(_ fact: Int) {
    let state = theory.factStates[fact]
    guard state == .holds || state == .open else { return }
    let arguments = theory.program.facts.arguments(at: fact).map(\.raw)
    note(theory.program.facts[fact].predicate, arguments, isOpen: state == .open)
  }

  private func note(_ predicate: SignedPredicate, _ tuple: [UInt32], isOpen: Bool) {
    let table = Int(predicate.predicate.raw)
    let row = tables[table].insert(tuple)
    if isOpen {
      tables[table].leaveOpen(row, isPositive: predicate.isPositive)
    } else {
      tables[table].state(row, isPositive: predicate.isPositive)
      tables[table].setStanding(.established, row, isPositive: predicate.isPositive)
    }
  }
}
