public import MootLanguage

/// What was found for one case: valid until the evaluator takes up the next one.
public struct CaseFindings: Sendable {
  /// For each question what was found.
  public internal(set) var findings: [Finding] = []
  /// The date of the answers, or `nil` where none is set; questions may have dates of their own.
  public let asOf: CalendarDate?
  /// Preferences that certainly go round in a circle, each ring by the names of its rules: such a case has no
  /// answer.
  public internal(set) var preferenceCycles: [[String]] = []
  /// The limit that stopped the evaluation, if one did.
  public internal(set) var reachedLimit: Limits.Kind?

  /// What was found for one question.
  public struct Finding: Sendable {
    /// The answers: one, or one for each instance that is at all arguable.
    public let answers: [Answer]
    /// The program of the case, whose ids the answers have.
    public let program: Program
  }
}
