/// A premise, or a member of an exception, as written.
public enum ConditionSyntax: Sendable {
  case sentence(TokenRange, standard: Grade?)
  case comparison(left: TokenIndex, relation: Comparison.Relation, right: TokenIndex)
}
