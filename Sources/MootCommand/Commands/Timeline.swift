import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot timeline`: the verdict over time.
  func traced(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    if let firstDate, let lastDate, lastDate.lastDay < firstDate.firstDay {
      throw .usage("--to \(lastDate.text) is before --from \(firstDate.text)", of: verb)
    }
    let posed = try readPosed(in: surroundings)
    let timeline = Scenario(posed.program, changes: posed.changes)
      .timeline(of: posed.literal, from: firstDate, to: lastDate, limits: limits)
    try timeline.lastOutcome.requireOrderedPreferences()
    var result = CommandResult(exitCode: timeline.reachedLimit == nil ? .answered : .limit)
    if !isTheory { result.messages = strangers(in: posed.program, askedOf: posed.ruleBase.program) }
    switch format {
    case .text, .markdown:
      result.output = surroundings.text(of: Report(tracing: timeline), as: format)
    case .json:
      result.output = timeline.json(
        question: posed.question?.name, receipt: posed.ruleBase.receipt(asOf: nil))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
