/// Checks that every variable of a rule's conclusion, comparisons and calculations is bound by its premises.
struct SafetyCheck {
  /// The rule.
  private let rule: Rule
  /// The rule as it was read.
  private let draft: RuleDraft
  /// The variables that stand for those of the rules spoken of.
  private let shared: Set<VariableID>
  /// The variables that some alternative binds.
  private var somewhere: Set<VariableID> = []
  /// The variables that every alternative binds.
  private var everywhere: Set<VariableID>
  /// The variables that were complained about.
  private var reported: Set<VariableID> = []
  /// The variable that nothing binds, by the index of the diagnostic that says so.
  private(set) var unsafe: [Int: VariableID] = [:]
  /// What is wrong.
  private var found: [Diagnostic] = []

  /// Prepares the check.
  init(rule: Rule, draft: RuleDraft, shared: Set<VariableID>) {
    self.rule = rule
    self.draft = draft
    self.shared = shared
    everywhere = shared
  }

  /// What is wrong, one message a variable.
  mutating func diagnostics() -> [Diagnostic] {
    if rule.variables.isEmpty || isPlainlySafe { return [] }
    let bindings = rule.alternatives.map { VariableBindings($0, given: shared).bound }
    let intended = zip(rule.alternatives, bindings).map { $1.union($0.flatMap(\.results)) }
    everywhere = intended.dropFirst().reduce(intended.first ?? shared) { $0.intersection($1) }
    if intended.count > 1 { for bound in intended { somewhere.formUnion(bound) } }
    for (alternative, bound) in zip(rule.alternatives, bindings) {
      check(alternative, bound: bound)
    }
    for exception in rule.exceptions {
      check(exception, bound: VariableBindings(exception, given: everywhere).bound)
    }
    for conclusion in rule.conclusions.prefix(1) {
      demand(conclusion.variables, at: conclusion.span, bound: everywhere)
    }
    if let (id, span) = draft.lawOfDay { demand([id], at: span, bound: everywhere) }
    return found
  }

  /// Whether every variable that must have a value has it from the sentences of the only premises, as in
  /// nearly all rules.
  private var isPlainlySafe: Bool {
    guard rule.alternatives.count == 1, rule.exceptions.isEmpty, draft.lawOfDay == nil else {
      return false
    }
    var isBound = Array(repeating: false, count: rule.variables.count)
    for case .sentence(let sentence, _) in rule.alternatives[0] {
      for case .variable(let id) in sentence.terms { isBound[Int(id.raw)] = true }
    }
    func isSafe(_ term: Term) -> Bool {
      if case .variable(let id) = term { isBound[Int(id.raw)] } else { true }
    }
    let areConditionsSafe = rule.alternatives[0].allSatisfy { condition in
      switch condition {
      case .sentence: true
      case .comparison(let comparison): isSafe(comparison.left) && isSafe(comparison.right)
      case .calculation, .universal, .aggregate, .past: false
      }
    }
    return areConditionsSafe
      && rule.conclusions.prefix(1).allSatisfy { $0.terms.allSatisfy(isSafe) }
  }

  /// Checks conditions that stand together; a value that cannot be worked out is no mistake of its own where
  /// something it needs was complained about.
  private mutating func check(_ conditions: [Condition], bound: Set<VariableID>) {
    let intended = bound.union(conditions.flatMap(\.results))
    for condition in conditions { check(condition, bound: intended) }
    for condition in conditions {
      guard let (needed, span) = condition.needed else { continue }
      let missing = needed.filter { !bound.contains($0) }
      guard let first = missing.first, reported.isDisjoint(with: missing) else { continue }
      reported.formUnion(missing)
      reported.formUnion(conditions.flatMap(\.results))
      found.append(.circularCalculation(rule.variables[Int(first.raw)].name, at: span))
    }
  }

  /// Complains of the variables of a condition that must have a value where it is tried, and have none.
  private mutating func check(_ condition: Condition, bound: Set<VariableID>) {
    switch condition {
    case .sentence: break
    case .comparison(let comparison):
      demand(comparison.variables, at: comparison.span, bound: bound)
    case .calculation(let calculation):
      demand(calculation.expression.variables, at: calculation.span, bound: bound)
    case .past(let past): demand(past.dayVariables, at: past.span, bound: bound)
    case .aggregate(let aggregate):
      let matched = variables(ofSentencesIn: aggregate.conditions)
      demand(aggregate.groups, at: aggregate.span, bound: bound)
      demand(aggregate.inside, at: aggregate.span, bound: bound.union(matched))
    case .universal(let universal):
      let matched = variables(ofSentencesIn: universal.domain)
      demand(universal.inside, at: universal.span, bound: bound.union(matched))
      let own = Set(universal.variables)
      demand(
        universal.inside.filter { !own.contains($0) }, at: universal.span, bound: bound)
    }
  }

  /// Complains of the variables among some that have no value, each once in the rule.
  private mutating func demand(
    _ variables: [VariableID], at span: SourceSpan, bound: Set<VariableID>
  ) {
    // A value in between has no name, and what it is worked out from is complained about.
    for id in variables
    where !bound.contains(id) && !rule.variables[Int(id.raw)].name.isEmpty
      && reported.insert(id).inserted
    {
      unsafe[found.count] = id
      found.append(
        .unsafeVariable(
          rule.variables[Int(id.raw)].name, inSomeAlternative: somewhere.contains(id), at: span))
    }
  }

  /// The variables of the sentences among some conditions.
  private func variables(ofSentencesIn conditions: [Condition]) -> Set<VariableID> {
    var variables: Set<VariableID> = []
    for case .sentence(let sentence, _) in conditions { variables.formUnion(sentence.variables) }
    return variables
  }
}

extension Condition {
  /// The variables to which it gives a value when others have theirs.
  fileprivate var results: [VariableID] {
    switch self {
    case .calculation(let calculation): [calculation.result]
    case .aggregate(let aggregate): [aggregate.result]
    case .past(let past): past.sentence.variables
    case .sentence, .comparison, .universal: []
    }
  }

  /// What must have a value before it can give another one.
  fileprivate var needed: (variables: [VariableID], span: SourceSpan)? {
    switch self {
    case .calculation(let calculation): (calculation.expression.variables, calculation.span)
    case .aggregate(let aggregate): (aggregate.groups, aggregate.span)
    case .past(let past): (past.dayVariables, past.span)
    case .sentence, .comparison, .universal: nil
    }
  }
}
