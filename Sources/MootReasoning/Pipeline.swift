public import MootLanguage

/// Evaluates a scenario: the grade of every literal, at once.
///
/// The way data goes: text is parsed and checked into a `Program` (MootLanguage); here a scenario of it is
/// compiled into a theory, evaluated into an `Outcome`, and the outcome answers and explains; MootReporting
/// puts that into words.
public func evaluate(_ scenario: Scenario, limits: Limits = Limits()) -> Outcome {
  evaluate(scenario, Theory(scenario), nil, limits: limits)
}

/// Evaluates no more of a scenario than some sentences ask for.
///
/// Answers to these sentences, and explanations of them, are what evaluating everything gives; other literals
/// may be missing from the outcome. Takes time for what the sentences can depend on, and a look at each fact;
/// where they can depend on most of the facts, everything is evaluated.
public func evaluate(
  _ scenario: Scenario, asking sentences: [Sentence], limits: Limits = Limits()
) -> Outcome {
  let theory = Theory(scenario)
  return evaluate(
    scenario, theory, TheorySlice(of: [theory], for: sentences), limits: limits)
}

/// Evaluates a theory of a scenario: a slice of it, where one is given.
func evaluate(
  _ scenario: Scenario, _ theory: Theory, _ slice: TheorySlice?, limits: Limits
) -> Outcome {
  let evaluation =
    slice.map { Evaluation(theory.limited(to: $0), facts: $0.facts, limits: limits) }
    ?? Evaluation(theory, limits: limits)
  let reachedLimit = evaluation.limitReached()
  return outcome(of: scenario, evaluation, reachedLimit)
}

private func outcome(
  of scenario: Scenario, _ evaluation: Evaluation, _ reachedLimit: Limits.Kind?
) -> Outcome {
  let theory = evaluation.theory
  return Outcome(
    scenario: scenario, asOf: theory.asOf,
    setAside: theory.setAside,
    preferenceCycles: evaluation.preferenceCycles.map { ring in
      ring.map { RuleID(raw: UInt32($0)) }
    },
    firedRules: evaluation.hasFired.indices.filter { evaluation.hasFired[$0] }
      .map { RuleID(raw: UInt32($0)) },
    stop: reachedLimit.map { Stop($0, evaluation, limits: evaluation.budget.limits) },
    program: theory.program.extended(with: evaluation.values.table), theory: theory,
    tables: evaluation.tables,
    knownDatesWorkedOut: evaluation.values.datesWorkedOut.sorted())
}
