public import MootLanguage
public import MootReasoning

/// The answers to one question, with the evaluation they are from.
public struct Answers: Sendable {
  /// One answer; to a question with variables, one for each instance that is at all arguable.
  public let all: [Answer]
  /// What was evaluated: no more than the question asks for.
  public let outcome: Outcome

  /// The verdict on a question without variables, and on one that has a single instance; `nil` otherwise.
  public var verdict: Verdict? { all.count == 1 ? all[0].verdict : nil }

  /// How well supported it is, where there is a single answer.
  public var grade: GradeInterval? { all.count == 1 ? all[0].grade : nil }

  /// Whether no limit was reached.
  public var isComplete: Bool { outcome.reachedLimit == nil }
}
