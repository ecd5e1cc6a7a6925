/// A premise of a rule, or a member of an exception.
public enum Condition: Sendable {
  /// A sentence that must hold; `standard` is the grade it must reach, where one is named.
  case sentence(Sentence, standard: Grade?)
  /// A comparison of two values.
  case comparison(Comparison)
  /// A value worked out from others.
  case calculation(Calculation)
  /// Something that must hold for all of a kind (`every … such that`).
  case universal(Universal)
  /// A number, sum, least or greatest over all that match.
  case aggregate(Aggregate)
  /// A state on another date than that of the answer.
  case past(PastState)
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

/// For all of a kind, something holds: at level v when for each binding of the domain's own variables the
/// body holds at v or the domain does not hold at b(v) (section 2, "For all, and aggregates").
public struct Universal: Sendable {
  /// The variables that stand for each of the kind, and the others that occur only inside.
  public let variables: [VariableID]
  /// What singles out the kind: sentences and comparisons.
  public let domain: [Condition]
  /// What must hold for each.
  public let body: Sentence
  /// The standard of proof the body names.
  public let standard: Grade?
  /// Where it is written.
  public let span: SourceSpan
}

/// A value over all bindings that match, read from the tuples at prevailing or more.
public struct Aggregate: Sendable {
  /// The variable that gets the value.
  public let result: VariableID
  /// What is worked out.
  public let function: Function
  /// The variable counted, summed or compared.
  public let over: VariableID
  /// What must match: sentences and comparisons; each distinct binding of all variables inside counts once.
  public let conditions: [Condition]
  /// The variables inside that are also used outside: there is one value for each binding of them.
  public let groups: [VariableID]
  /// Where it is written.
  public let span: SourceSpan

  /// What is worked out over the bindings.
  public enum Function: String, Sendable, CaseIterable {
    case number
    case sum
    case least
    case greatest
  }
}

/// A state read on another date, or at any time up to the date of the answer; of a relation that only facts
/// state.
public struct PastState: Sendable {
  /// The state.
  public let sentence: Sentence
  /// The day it is read on, or `nil` for any time.
  public let day: Term?
  /// Where it is written.
  public let span: SourceSpan
}
