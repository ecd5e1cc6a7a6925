public import MootLanguage

/// Evaluates a scenario: every literal's grade, at once.
public func evaluate(_ scenario: Scenario, limits: Limits = Limits()) -> Outcome {
  fatalError("in progress")
}

extension Outcome {
  /// The answers to a question of the program: one, or one for each instance that is at all arguable.
  public func answers(to question: Int) -> [Answer] { fatalError("in progress") }

  /// The answers to a sentence asked directly; its variables are those given.
  public func answers(to sentence: Sentence, variables: [Variable]) -> [Answer] {
    fatalError("in progress")
  }

  /// The reasons for an answer.
  public func explanation(of answer: Answer, limits: Limits = Limits()) -> Explanation {
    fatalError("in progress")
  }

  /// Every literal whose upper grade is not unsupported, undercutters and preferences left out, sorted by
  /// its JSON notation as bytes.
  public func conclusions(only key: String? = nil) -> [Conclusion] { fatalError("in progress") }

  /// The outcome of an `expect` line of the scenario's program (each evaluated in its own scenario).
  public static func result(of expectation: Expectation, in program: Program, limits: Limits)
    -> ExpectationResult
  { fatalError("in progress") }
}

/// One literal with its grade.
public struct Conclusion: Sendable {
  /// The literal.
  public let literal: Literal
  /// Its grade.
  public let grade: GradeInterval
}

/// What came of an `expect` line.
public struct ExpectationResult: Sendable {
  /// Whether it came out as expected.
  public let isMet: Bool
  /// The answer that was compared, where there is exactly one.
  public let answer: Answer?
  /// The rules, contentions and preferences that fired in the evaluation, for coverage.
  public let firedRules: [RuleID]
  /// The outcome, for a cycle of preferences or a reached limit.
  public let outcome: Outcome
}
