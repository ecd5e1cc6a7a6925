/// A value worked out from others, exactly.
public struct Calculation: Sendable {
  /// The variable that gets the value; where it has one already, both must be equal.
  public let result: VariableID
  /// How it is worked out.
  public let expression: Expression
  /// Where it is written.
  public let span: SourceSpan

  /// A way to work out a value.
  public indirect enum Expression: Sendable {
    case term(Term)
    /// The date of the answer; there is no value without one.
    case today
    case arithmetic(Operator, Expression, Expression)
    /// So many days, months or years before or after a date.
    case shifted(Expression, Unit, Direction, of: Expression)
    case later(Expression, Expression)
    case earlier(Expression, Expression)
    /// The number of days from one date to another.
    case days(from: Expression, to: Expression)
  }

  /// The operations on numbers.
  public enum Operator: String, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
  }

  /// What is counted from a date.
  public enum Unit: String, Sendable, CaseIterable {
    case days
    case months
    case years
  }

  /// Which way it is counted.
  public enum Direction: String, Sendable, CaseIterable {
    case before
    case after
  }
}
