public import MootReasoning

extension Limits.Kind {
  /// What stopped an evaluation, as a clause.
  public var reason: String {
    switch self {
    case .instances, .memory, .time, .depth, .explanation:
      "the limit on \(rawValue) stopped the evaluation"
    case .digits: "a number that was worked out needs more than 38 digits"
    }
  }
}
