/// A signed predicate applied to terms: a literal, or a pattern of literals.
public struct Sentence: Sendable {
  /// What it says.
  public let predicate: SignedPredicate
  /// The arguments in the order of the predicate's holes (or keys).
  public let terms: [Term]
  /// Where it is written.
  public let span: SourceSpan

  /// Creates a sentence.
  public init(predicate: SignedPredicate, terms: [Term], span: SourceSpan) {
    self.predicate = predicate
    self.terms = terms
    self.span = span
  }
}

/// An argument of a sentence in a rule, question or pattern.
public enum Term: Hashable, Sendable {
  /// A variable of the rule or question; each written `?` is one of its own.
  case variable(VariableID)
  /// A value.
  case value(ValueID)
  /// Any value at all: in the conclusion of a preference or undercutter, a key it does not speak of.
  case any
}

/// A variable of a rule or question.
public struct Variable: Sendable {
  /// Its name without the question mark; empty for a lone `?`.
  public let name: String
  /// What it ranges over.
  public let sort: Relation.Sort
}
