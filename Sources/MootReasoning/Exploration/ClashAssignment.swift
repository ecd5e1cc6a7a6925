import MootLanguage

/// Values for the variables of two rules, under which their comparisons hold.
struct ClashAssignment {
  /// The values of the program and the fresh ones.
  private(set) var values: ValueTable
  /// A date on which both rules are in force; `nil` where none is needed.
  let date: CalendarDate?
  /// Which variables stand for the same.
  private var unifier: Unifier
  /// The value of each variable that stands for others.
  private var assigned: [ValueID?]

  /// How many combinations of values are tried.
  private static let mostCombinations = 5_000

  /// Finds values; `nil` when there are none, or the premises need more than names, dates and numbers.
  init?(of rules: [Rule], _ premises: [[Condition]], _ unifier: Unifier, in program: Program) {
    guard let date = Self.date(of: rules, in: program) else { return nil }
    self.date = date.value
    self.unifier = unifier
    values = program.values
    assigned = []
    var comparisons: [(rule: Int, comparison: Comparison)] = []
    for (rule, conditions) in premises.enumerated() {
      for condition in conditions {
        switch condition {
        case .sentence: break
        case .comparison(let comparison) where comparison.relation == .equal:
          guard self.unifier.unify(comparison.left, of: rule, comparison.right, of: rule) else {
            return nil
          }
        case .comparison(let comparison): comparisons.append((rule, comparison))
        case .calculation, .universal, .aggregate, .past: return nil
        }
      }
    }
    assigned = (0..<self.unifier.count).map { self.unifier.value(of: $0) }
    var names = FreshNames(program)
    var open: [(root: Int, candidates: [ValueID])] = []
    for (rule, variables) in rules.map(\.variables).enumerated() {
      for (index, variable) in variables.enumerated() {
        let root = self.unifier.root(VariableID(raw: UInt32(index)), of: rule)
        guard assigned[root] == nil, !open.contains(where: { $0.root == root }) else { continue }
        let name = names.name(for: variable, index, of: rules[rule], in: program)
        let candidates = ClashCandidates(
          for: variable, named: name, comparisons.map(\.comparison), rules.map(\.period))
        open.append((root, candidates.all(in: program).map { values.intern($0) }))
      }
    }
    guard assign(open, comparisons, rules) else { return nil }
  }

  /// A sentence of a rule with values for its variables.
  func instance(of sentence: Sentence, rule: Int) -> Sentence {
    let terms = sentence.terms.map { value(of: $0, rule: rule).map { Term.value($0) } ?? $0 }
    return Sentence(predicate: sentence.predicate, terms: terms, span: sentence.span)
  }

  /// A date on which two rules are in force: that of the program, or one at which a period begins or ends.
  private static func date(
    of rules: [Rule], in program: Program
  ) -> (value: CalendarDate?, Void)? {
    let periods = rules.filter { $0.lawOfDay == nil }.map(\.period)
    let candidates = [program.asOf] + periods.flatMap { [$0.from, $0.until] }
    for candidate in candidates {
      let isInForce = periods.allSatisfy { period in
        switch period.counts(asOf: candidate) {
        case .holds: true
        case .fails, .open: false
        }
      }
      if isInForce { return (candidate, ()) }
    }
    return nil
  }

  /// Tries the candidates until all comparisons hold.
  private mutating func assign(
    _ open: [(root: Int, candidates: [ValueID])],
    _ comparisons: [(rule: Int, comparison: Comparison)], _ rules: [Rule]
  ) -> Bool {
    let order = ValueOrder(values)
    var choices = Array(repeating: 0, count: open.count)
    for _ in 0..<Self.mostCombinations {
      for (variable, choice) in zip(open, choices) {
        assigned[variable.root] = variable.candidates[choice]
      }
      if areSatisfied(comparisons, order), areInForce(rules, order) { return true }
      var place = 0
      while place < open.count, choices[place] + 1 == open[place].candidates.count {
        choices[place] = 0
        place += 1
      }
      guard place < open.count else { return false }
      choices[place] += 1
    }
    return false
  }

  private func areSatisfied(
    _ comparisons: [(rule: Int, comparison: Comparison)], _ order: ValueOrder
  ) -> Bool {
    comparisons.allSatisfy { rule, comparison in
      guard let left = value(of: comparison.left, rule: rule),
        let right = value(of: comparison.right, rule: rule)
      else { return false }
      return order.compare(left.raw, comparison.relation, right.raw) == .holds
    }
  }

  /// Whether rules that go by the law of a day are in force on it.
  private func areInForce(_ rules: [Rule], _ order: ValueOrder) -> Bool {
    rules.enumerated().allSatisfy { index, rule in
      guard let day = rule.lawOfDay, let value = value(of: .variable(day), rule: index) else {
        return true
      }
      return order.covers(rule.period, value.raw) == .holds
    }
  }

  private func value(of term: Term, rule: Int) -> ValueID? {
    switch term {
    case .value(let value): value
    case .variable(let variable): assigned[unifier.root(variable, of: rule)]
    case .any: nil
    }
  }
}
