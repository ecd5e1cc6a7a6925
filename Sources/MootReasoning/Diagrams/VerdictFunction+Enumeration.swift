public import MootLanguage

/// A limit that kept a question from being worked out as a function of open changes.
public struct VerdictFunctionLimit: Error {
  /// The limit.
  public let kind: Limits.Kind
}

extension VerdictFunction {
  /// Works out what comes of a literal for every choice among open changes, made after those of `scenario`.
  ///
  /// - Parameter changes: anything but `.asOf`.
  public init(
    of literal: Literal, in scenario: Scenario, open changes: [Change], limits: Limits = Limits()
  ) throws(VerdictFunctionLimit) {
    let table = DiagramTable(variableCount: changes.count, budget: Budget(limits))
    func diagram(_ made: [Change], _ level: Int) throws(LimitReached) -> Diagram {
      guard level < changes.count else {
        let outcome = evaluate(
          Scenario(scenario.program, changes: scenario.changes + made), limits: limits)
        if let limit = outcome.reachedLimit { throw LimitReached(kind: limit) }
        return .leaf(outcome.finding(of: literal).code)
      }
      let whenFalse = try diagram(made, level + 1)
      let whenTrue = try diagram(made + [changes[level]], level + 1)
      return try table.decision(on: level, whenTrue: whenTrue, whenFalse: whenFalse)
    }
    do {
      let root = try diagram([], 0)
      self.init(root, of: table, changes: changes, order: Array(changes.indices))
    } catch {
      throw VerdictFunctionLimit(kind: error.kind)
    }
  }
}

extension Outcome {
  /// What came of a literal.
  public func finding(of literal: Literal) -> Finding {
    guard preferenceCycles.isEmpty else { return .preferenceCycle }
    return .verdict(Judgement(of: literal, Inquiry(self, limits: Limits())).verdict)
  }
}
