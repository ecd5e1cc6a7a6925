import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot test`: what comes of the `expect` lines, and the rules that none of them tries.
  func tested(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let ruleBase = try readRuleBase(in: surroundings)
    let program = try ruleBase.checkedProgram(in: surroundings)
    var results: [ExpectationResult] = []
    for expectation in program.expectations {
      let result = expectation.result(in: program, limits: limits)
      try result.outcome.requireOrderedPreferences()
      results.append(result)
    }
    let tests = TestResults(results, of: program)
    var result = CommandResult(exitCode: tests.failed == 0 ? .answered : .findings)
    if results.contains(where: { $0.outcome.reachedLimit != nil }) { result.exitCode = .limit }
    switch format {
    case .text, .markdown:
      guard !results.isEmpty else {
        result.output = "No `expect` lines: nothing is tested.\n"
        break
      }
      result.output = surroundings.text(of: Report(of: tests), as: format)
    case .json:
      result.output = tests.json(receipt: ruleBase.receipt(asOf: program.asOf))
    case .github:
      result.output = tests.githubText
    case .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
