public import MootLanguage
public import MootReasoning

/// What came of all `expect` lines of a program.
public struct TestResults: Sendable {
  /// The rule base.
  public let program: Program
  /// What came of each `expect` line, in the order of `Program.expectations`.
  public let results: [ExpectationResult]

  /// Creates the results; there is one for each `expect` line.
  public init(_ results: [ExpectationResult], of program: Program) {
    self.program = program
    self.results = results
  }

  /// How many came out as expected.
  public var passed: Int { results.count { $0.isMet } }

  /// How many did not.
  public var failed: Int { results.count - passed }

  /// The rules, contentions and preferences that fired in no evaluation, in source order.
  var neverFired: [RuleID] {
    var fired = [Bool](repeating: false, count: program.rules.count)
    for result in results {
      for rule in result.outcome.firedRules where rule.raw < fired.count {
        fired[Int(rule.raw)] = true
      }
    }
    return fired.indices.filter { !fired[$0] }.map { RuleID(raw: UInt32($0)) }
  }

  /// Where a statement begins: "FILE:LINE".
  func place(of span: SourceSpan) -> String {
    let source = program.sources[Int(span.file)]
    return "\(source.name):\(source.position(at: Int(span.lower)).line)"
  }

  /// The answers that are not as expected.
  func unmetAnswers(of index: Int) -> [Answer] {
    results[index].answers.filter { !program.expectations[index].outcome.isMet(by: $0) }
  }

  /// What came out for an `expect` line, in words.
  func result(of index: Int) -> String {
    let result = results[index]
    if let limit = result.outcome.limitInWords {
      return "INCOMPLETE: \(limit)"
    }
    if result.answers.isEmpty { return "nothing of the kind is at all arguable" }
    return unmetAnswers(of: index).map { answer in
      let words = ([answer.headline] + answer.remarks).joined(separator: ". ")
      return result.answers.count == 1
        ? words : result.outcome.program.reading(answer.literal) + ": " + words
    }.joined(separator: "; ")
  }
}
