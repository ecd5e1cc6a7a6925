import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot flip`: the smallest changes that change a verdict.
  func flipped(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    if let mostChanges, mostChanges < 1 {
      throw .usage("--max is a number of changes, at least 1", of: verb)
    }
    let opened = try readOpened(in: surroundings)
    var request = FlipRequest()
    request.target = verdict
    request.varied = opened.varied
    request.most = mostChanges
    let flips = opened.scenario.flips(of: opened.posed.literal, request, limits: limits)
    try flips.outcome.requireOrderedPreferences()
    var result = CommandResult(exitCode: flips.isComplete ? .answered : .limit)
    if !isTheory {
      result.messages = strangers(
        in: opened.scenario.program, askedOf: opened.posed.ruleBase.program)
    }
    switch format {
    case .text, .markdown:
      result.output = surroundings.text(of: Report(flipping: flips), as: format)
    case .json:
      result.output = flips.json(
        question: opened.posed.question?.name,
        receipt: opened.posed.ruleBase.receipt(asOf: flips.outcome.asOf))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
