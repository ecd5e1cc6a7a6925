import MootLanguage

/// Evaluates a scenario: the grade of every literal, at once.
///
/// The way data goes: text is parsed and checked into a `Program` (MootLanguage); here a scenario of it is
/// compiled into a theory, evaluated into an `Outcome`, and the outcome answers and explains; MootReporting
/// puts that into words.
public func evaluate(_ scenario: Scenario, limits: Limits = Limits()) -> Outcome {
  let theory = Theory(scenario)
  let evaluation = Evaluation(theory, limits: limits)
  let reachedLimit = evaluation.limitReached()
  return outcome(of: scenario, evaluation, reachedLimit)
}

private func outcome(
  of scenario: Scenario, _ evaluation: Evaluation, _ reachedLimit: Limits.Kind?
) -> Outcome {
  let theory = evaluation.theory
  return Outcome(
    scenario: scenario, asOf: theory.asOf,
    setAside: Suspension(scenario, program: theory.program).setAside,
    preferenceCycles: evaluation.preferenceCycles.map { ring in
      ring.map { RuleID(raw: UInt32($0)) }
    },
    firedRules: evaluation.hasFired.indices.filter { evaluation.hasFired[$0] }
      .map { RuleID(raw: UInt32($0)) },
    reachedLimit: reachedLimit,
    limitedRule: reachedLimit == nil ? nil : evaluation.currentRule.map { RuleID(raw: UInt32($0)) },
    program: theory.program.extended(with: evaluation.values.table), theory: theory,
    tables: evaluation.tables)
}
