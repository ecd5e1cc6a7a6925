/// What is legal in a program but suspicious, in source order.
///
/// To be called when all facts are in, those from other files too.
public func warnings(for program: Program) -> [Diagnostic] {
  var check = SuspicionCheck(program)
  check.findAssumptions()
  check.findUncitedSources()
  check.findIdlePreferences()
  check.findUnprovidedPremises()
  check.findWordlessContraries()
  return check.log.inSourceOrder
}

/// The state of a search for what is suspicious.
private struct SuspicionCheck {
  /// The program.
  let program: Program
  /// What was found.
  var log = DiagnosticLog()

  /// Starts the search.
  init(_ program: Program) { self.program = program }

  /// Finds rules that nobody argues and nothing supports.
  mutating func findAssumptions() {
    for rule in program.rules where rule.isAssumption {
      log.report(.assumption(rule.name, at: program.firstLine(of: rule.span)))
    }
  }

  /// Finds sources that nothing cites.
  mutating func findUncitedSources() {
    var isCited = Array(repeating: false, count: program.citations.count)
    for id in program.rules.lazy.flatMap(\.cites) { isCited[Int(id.raw)] = true }
    for id in program.particulars.lazy.flatMap(\.cites) { isCited[Int(id.raw)] = true }
    for (index, citation) in program.citations.enumerated() where !isCited[index] {
      log.report(.sourceNotCited(citation.key, at: citation.span))
    }
  }

  /// Finds preferences between rules that never conflict.
  mutating func findIdlePreferences() {
    let conflicts = ConflictIndex(program)
    for rule in program.rules {
      guard case .preference(let preferred, let over) = rule.kind else { continue }
      let (first, second) = (program[preferred], program[over])
      if !conflicts.canConflict(first, second) {
        log.report(
          .idlePreference(first.name, over: second.name, at: program.firstLine(of: rule.span)))
      }
    }
  }

  /// Finds premises that no fact, rule or unknown provides, once a literal.
  mutating func findUnprovidedPremises() {
    var isProvided = Array(repeating: false, count: program.predicates.count * 2)
    func place(_ literal: SignedPredicate) -> Int {
      Int(literal.predicate.raw) * 2 + (literal.isPositive ? 1 : 0)
    }
    for fact in program.facts { isProvided[place(fact.predicate)] = true }
    for unknown in program.unknowns {
      isProvided[place(unknown.sentence.predicate)] = true
      if let implied = program.implied(by: unknown.sentence.predicate) {
        isProvided[place(implied)] = true
      }
    }
    for rule in program.rules where rule.force != .defeater {
      for conclusion in rule.conclusions { isProvided[place(conclusion.predicate)] = true }
    }
    for rule in program.rules {
      for sentence in rule.alternatives.joined().flatMap(\.sentences)
      where !isProvided[place(sentence.predicate)] {
        isProvided[place(sentence.predicate)] = true
        log.report(.unprovidedPremise(of: rule.name, at: sentence.span))
      }
    }
  }

  /// Finds negated sentences of relations that give no words for the contrary, once a relation.
  mutating func findWordlessContraries() {
    var isReported: Set<PredicateID> = []
    let ruleSentences = program.rules.lazy.flatMap { rule in
      rule.conclusions.prefix(rule.force == .defeater ? 0 : 1)
        + (rule.alternatives + rule.exceptions).joined().flatMap(\.sentences)
    }
    let others = program.questions.map(\.sentence) + program.unknowns.map(\.sentence)
    for sentence in Array(ruleSentences) + others where !sentence.predicate.isPositive {
      guard case .plain(let id) = program[sentence.predicate.predicate].kind,
        case .state(_, nil) = program[id].wording,
        isReported.insert(sentence.predicate.predicate).inserted
      else { continue }
      log.report(.wordlessContrary(at: sentence.span, relation: program[id].span))
    }
  }
}
