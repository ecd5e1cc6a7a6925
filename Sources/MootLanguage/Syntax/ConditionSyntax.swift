/// A premise, or a member of an exception, as written.
public enum ConditionSyntax: Sendable {
  case sentence(TokenRange, standard: Grade?)
  case comparison(ComparisonSyntax)
  /// `every ?x such that …`: the variable, and what follows; only the words of the relations show whether a
  /// colon in it ends what singles out the kind.
  case universal(of: TokenIndex, TokenRange)
  /// `?n = number of ?x such that …`.
  case aggregate(
    result: TokenIndex, Aggregate.Function, over: TokenIndex, TokenRange, tokens: TokenRange)
  /// `at ?day, …`, or `at some time, …`.
  case past(day: ExpressionSyntax?, TokenRange, tokens: TokenRange)

  /// Whether `where` lines may follow.
  var isExtensible: Bool {
    switch self {
    case .universal, .aggregate: true
    case .sentence, .comparison, .past: false
    }
  }
}
