import MootLanguage
public import MootReasoning

extension Limits.Kind {
  /// What stopped an evaluation, as a clause.
  public var reason: String {
    switch self {
    case .instances, .memory, .time, .depth, .explanation:
      "the limit on \(rawValue) stopped the evaluation"
    case .diagram: "the verdict depends on the open facts in too many ways"
    case .rounds: "a rule goes on working out new values from its own"
    case .digits: "a number that was worked out needs more than 38 digits"
    }
  }
}

extension Outcome {
  /// What stopped the evaluation, with the rule that was being applied; `nil` when nothing did.
  public var limitInWords: String? {
    guard let reachedLimit else { return nil }
    let rule = limitedRule.map { " (at \"\(program[$0].name)\")" } ?? ""
    return reachedLimit.reason + rule
  }
}
