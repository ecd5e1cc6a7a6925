public import MootLanguage

/// What came of an `expect` line.
public struct ExpectationResult: Sendable {
  /// Whether it came out as expected.
  public let isMet: Bool
  /// The answers that were compared: those to the question, or to the one instance named.
  public let answers: [Answer]
  /// The outcome under the changes.
  public let outcome: Outcome
}

extension Expectation {
  /// Asks the question under the changes and compares.
  ///
  /// A question with variables and no instance named meets the demand when every instance that is at all
  /// arguable does, and there is one; with none, its verdict is unsupported.
  public func result(in program: Program, limits: Limits = Limits()) -> ExpectationResult {
    let question = program.questions[self.question]
    var changes = changes
    if let date = question.asOf, !changes.contains(where: \.setsDate) {
      changes.insert(.asOf(date), at: 0)
    }
    var outcome = evaluate(Scenario(program, changes: changes), limits: limits)
    let answers =
      if let instance {
        outcome.answers(to: instance, variables: [], limits: limits)
      } else {
        outcome.answers(to: self.question, limits: limits)
      }
    let isComplete = outcome.reachedLimit == nil && outcome.preferenceCycles.isEmpty
    let isMet =
      answers.isEmpty
      ? self.outcome.isMetByNothing : answers.allSatisfy { self.outcome.isMet(by: $0) }
    return ExpectationResult(isMet: isComplete && isMet, answers: answers, outcome: outcome)
  }
}

extension Change {
  /// Whether it sets the date of the answer.
  var setsDate: Bool {
    switch self {
    case .asOf: true
    case .assume, .retract, .without, .prefer, .onArguments: false
    }
  }
}

extension ExpectedOutcome {
  /// Whether an answer meets the demand.
  public func isMet(by answer: Answer) -> Bool {
    if mustBeNotForbidden, !answer.isNotForbidden { return false }
    switch demand {
    case .oneOf(let verdicts): return verdicts.contains(answer.verdict)
    case .noneOf(let verdicts): return !verdicts.contains(answer.verdict)
    case .atLeast(let grade): return answer.grade.lower >= grade
    case .refuted(let grade):
      return answer.verdict == .refuted && answer.contrary.lower == grade
    }
  }

  /// Whether it is met by a question that has no instance at all.
  var isMetByNothing: Bool {
    guard !mustBeNotForbidden else { return false }
    switch demand {
    case .oneOf(let verdicts): return verdicts.contains(.unsupported)
    case .noneOf(let verdicts): return !verdicts.contains(.unsupported)
    case .atLeast(let grade): return grade == .unsupported
    case .refuted: return false
    }
  }
}
