/// A premise of a rule, or a member of an exception.
public enum Condition: Sendable {
  /// A sentence that must hold; `standard` is the grade it must reach, where one is named.
  case sentence(Sentence, standard: Grade?)
  /// A comparison of two values.
  case comparison(Comparison)
}

/// A comparison between two terms.
public struct Comparison: Sendable {
  /// The left side.
  public let left: Term
  /// How they are compared.
  public let relation: Relation
  /// The right side.
  public let right: Term
  /// Where it is written.
  public let span: SourceSpan

  /// The comparisons of the language; `before` to `onOrAfter` compare dates as spans.
  public enum Relation: String, Sendable, CaseIterable {
    case before
    case after
    case onOrBefore = "on or before"
    case onOrAfter = "on or after"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }
}
