import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot why`: the reasons for the verdict on a question, one explanation for each instance.
  func explained(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    var program = known
    let supposed = try readChanges(into: &program, in: surroundings)
    var evaluation = Evaluation(of: program, self, changes: supposed, asking: [asked])
    let (outcome, question, answers) = try evaluation.answers(to: asked)
    let explanations = outcome.explanations(of: answers, limits: limits)
    var result = CommandResult(exitCode: outcome.exitCode)
    result.messages = strangers(in: known, askedOf: ruleBase.program)
    if explanations.contains(where: { $0.reachedLimit != nil }) { result.exitCode = .limit }
    if explanations.count < answers.count {
      result.exitCode = .limit
      let left = answers.count - explanations.count
      result.messages +=
        "moot: incomplete: \(left) of \(answers.count) answers are not explained, as a limit was reached\n"
    }
    switch format {
    case .text, .markdown:
      var report = Report()
      for (index, explanation) in explanations.enumerated() {
        if index > 0 {
          report.add(.gap)
          report.add(.gap)
        }
        report.add(Report(explaining: explanation, in: outcome, options: trace, limits: limits))
      }
      if explanations.isEmpty {
        let sentence = asked.reading(in: program)
        report.add(.heading(level: 1, Report.Phrase(sentence, .strong), aside: Report.Phrase()))
        report.add(.paragraph(depth: 0, Report.Phrase(outcome.nothingFound)))
        report.addLost(asked.lost(in: outcome, limits), depth: 0)
      }
      result.output = surroundings.text(of: report, as: format)
    case .json:
      result.output = outcome.json(
        explaining: explanations, question: question?.name,
        receipt: ruleBase.receipt(asOf: outcome.asOf))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
