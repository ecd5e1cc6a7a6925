import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot ask`: the verdict on a question, or on all questions of the files.
  func asked(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    var program = known
    let supposed = try readChanges(into: &program, in: surroundings)
    var evaluation = Evaluation(of: program, self, changes: supposed, asking: [asked])
    var questions: [AnsweredQuestion] = []
    for asked in try asked.each(in: program, self) {
      let (outcome, question, answers) = try evaluation.answers(to: asked)
      let reasons = reasons(for: answers, in: outcome)
      var answered =
        question.map { AnsweredQuestion($0, in: program, answers: answers, reasons: reasons) }
        ?? AnsweredQuestion(
          sentence: asked.reading(in: program), answers: answers, reasons: reasons)
      if answers.isEmpty { answered.lost = asked.lost(in: outcome, limits) }
      questions.append(answered)
    }
    let outcome = try evaluation.reportedOutcome()
    var result = CommandResult(exitCode: outcome.exitCode)
    result.messages = strangers(in: known, askedOf: ruleBase.program)
    switch format {
    case .text, .markdown:
      let report = Report(answering: questions, in: outcome)
      result.output = surroundings.text(of: report, as: format)
    case .json:
      let receipt = ruleBase.receipt(asOf: outcome.asOf)
      result.output = outcome.json(answering: questions, receipt: receipt)
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }

  /// What holds an answer down that is arguable and no more; nothing for all others, and for long lists.
  private func reasons(for answers: [Answer], in outcome: Outcome) -> [String] {
    guard format != .json, answers.count <= 20 else { return answers.map { _ in "" } }
    return answers.map { answer in
      guard answer.verdict == .arguable else { return "" }
      return outcome.explanation(of: answer, limits: limits).reason(in: outcome.program)
    }
  }
}

extension Asked {
  /// The questions one by one.
  func each(in program: Program, _ arguments: Arguments) throws(CommandFailure) -> [Asked] {
    switch self {
    case .question, .sentence: return [self]
    case .everything:
      guard !program.questions.isEmpty else {
        let file = (arguments.files.first ?? "FILE").shown
        let verb = arguments.verb.rawValue
        throw CommandFailure(
          .usage,
          messages:
            "moot: \"\(file)\" asks no question; ask one: moot \(verb) \(file) \"SENTENCE\"\n"
            + "  or see all it concludes: moot run \(file)\n")
      }
      return program.questions.indices.map { .question($0) }
    }
  }

  /// What is asked, in words.
  func reading(in program: Program) -> String {
    switch self {
    case .everything: ""
    case .question(let index):
      program.reading(
        of: program.questions[index].sentence, variables: program.questions[index].variables)
    case .sentence(let sentence, let variables):
      program.reading(of: sentence, variables: variables)
    }
  }
}
