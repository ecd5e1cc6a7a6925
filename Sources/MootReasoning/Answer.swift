public import MootLanguage

/// The answer to one question, or to one instance of it.
public struct Answer: Sendable {
  /// The index of the question in `Program.questions`; `nil` for a sentence asked directly.
  public let question: Int?
  /// What is asked.
  public let literal: Literal
  /// The values of the question's variables, in the order of their names' first use.
  public let bindings: [Binding]
  /// The date of the answer, or `nil` where none is set.
  public let asOf: CalendarDate?
  /// The verdict (section 3 of the semantics).
  public let verdict: Verdict
  /// The grade of what is asked.
  public let grade: GradeInterval
  /// The greatest ends over the literals that conflict with it.
  public let contrary: GradeInterval
  /// For "may a" that does not prevail: whether "must not a" stays below prevailing (weak permission).
  public let isNotForbidden: Bool
  /// Where it is not forbidden: whether a prohibition is arguable all the same.
  public let isProhibitionArguable: Bool
  /// Whether something inconsistent stands among what it rests on.
  public let restsOnInconsistency: Bool
  /// The arguments for it, one entry a rule, strongest first.
  public let supporting: [Side]
  /// The arguments against it (for the literals that conflict), one entry a rule, strongest first.
  public let opposing: [Side]

  /// The value of a question's variable.
  public struct Binding: Sendable {
    /// The variable's name without the question mark.
    public let name: String
    /// Its value.
    public let value: ValueID
  }

  /// What one rule, contention or fact contributes to a side.
  public struct Side: Sendable {
    /// What argues.
    public let source: Argument.Source
    /// The firing grade of its best instance (the upper end), at most clear unless it is strict.
    public let grade: Grade
    /// How many of its instances fire.
    public let instances: Int
    /// The rules that beat it.
    public let beatenBy: [RuleID]
  }
}
