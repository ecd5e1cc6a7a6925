extension Condition {
  /// Every sentence in the condition, also inside `every` and aggregates, in the order they are written.
  public var sentences: [Sentence] {
    switch self {
    case .sentence(let sentence, _): [sentence]
    case .comparison, .calculation: []
    case .universal(let universal): universal.domain.flatMap(\.sentences) + [universal.body]
    case .aggregate(let aggregate): aggregate.conditions.flatMap(\.sentences)
    case .past(let past): [past.sentence]
    }
  }
}
