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
    let explanations = answers.map { outcome.explanation(of: $0, limits: limits) }
    var result = CommandResult(exitCode: outcome.exitCode)
    result.messages = strangers(in: known, askedOf: ruleBase.program)
    if explanations.contains(where: { $0.omittedSections > 0 }) { result.exitCode = .limit }
    switch format {
    case .text, .markdown:
      var report = Report()
      for (index, explanation) in explanations.enumerated() {
        if index > 0 {
          report.add(.gap)
          report.add(.gap)
        }
        report.add(Report(explaining: explanation, in: outcome, options: trace))
      }
      if explanations.isEmpty {
        let sentence = asked.reading(in: program)
        report.add(.heading(level: 1, Report.Phrase(sentence, .strong), aside: Report.Phrase()))
        report.add(.paragraph(depth: 0, "Nothing of the kind is at all arguable."))
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
