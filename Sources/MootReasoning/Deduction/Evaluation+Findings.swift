import MootLanguage

extension Evaluation {
  /// The standing of a literal, as decided.
  func standing(of literal: Literal) -> Standing {
    let predicate = Int(literal.predicate.predicate.raw)
    guard let row = tables[predicate].row(of: literal.arguments.map(\.raw)) else { return .none }
    return tables[predicate].standing(row, isPositive: literal.predicate.isPositive)
  }

  /// What came of a literal.
  func finding(of literal: Literal) -> Finding {
    guard preferenceCycles.isEmpty else { return .preferenceCycle }
    let others =
      [standing(of: literal.contrary)]
      + incompatible(with: literal).map {
        tables[$0.predicate].standing($0.row, isPositive: $0.isPositive)
      }
    let contrary = Standing(
      lower: others.map(\.lower).max() ?? 0, upper: others.map(\.upper).max() ?? 0)
    return .verdict(
      Verdict(grade: standing(of: literal).interval, contrary: contrary.interval))
  }
}
