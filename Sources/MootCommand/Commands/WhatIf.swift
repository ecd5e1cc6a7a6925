import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot whatif`: the answers without some changes and with them, and where the reasoning parts.
  func compared(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    guard !changes.isEmpty || asOf != nil else {
      throw CommandFailure(
        .usage,
        messages: "moot: whatif needs a change, for example:\n"
          + verb.examples.map { "  \($0)\n" }.joined() + "  see: moot help whatif\n")
    }
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    var program = known
    let given = try read(given, into: &program, in: surroundings)
    var supposed = try readChanges(into: &program, in: surroundings)
    if let asOf { supposed.append(.asOf(asOf)) }
    let sentences = Asked.everything.sentences(in: program) + asked.sentences(in: program)
    var contrasts = Contrasts(
      of: program, given: given, changes: supposed, asking: sentences, limits: limits)
    return try contrasted(asked, &contrasts, ruleBase, in: surroundings)
  }

  /// What changes make of what is asked.
  private func contrasted(
    _ asked: Asked, _ contrasts: inout Contrasts, _ ruleBase: RuleBase,
    in surroundings: Surroundings
  ) throws(CommandFailure) -> CommandResult {
    let (program, changes) = (contrasts.program, contrasts.changes)
    let contrasted = try contrasts.contrasted(asked)
    let others = try contrasts.otherQuestions(than: asked)
    let contrast: Contrast
    if let first = contrasted.first {
      contrast = first.contrast
    } else {
      contrast = try contrasts.contrast()
    }
    var result = CommandResult(exitCode: contrasts.exitCode)
    result.messages = strangers(in: program, askedOf: ruleBase.program)
    let scenario = Scenario(program, changes: contrasts.given + changes)
    let remarks = scenario.remarks.filter {
      $0.change >= contrasts.given.count && (!$0.isOpposed || format == .json)
    }
    result.messages += remarks.map {
      "moot: \($0.words(in: program, changes: scenario.changes).shown)\n"
    }.joined()
    switch format {
    case .text, .markdown:
      let report =
        if case .everything = asked {
          Report(contrasting: contrasted, changes: changes, in: contrast)
        } else {
          Report(contrasting: contrasted[0], changes: changes, others: others)
        }
      result.output = surroundings.text(of: report, as: format)
    case .json:
      result.output = contrast.json(
        contrasting: contrasted, others: others,
        receipt: ruleBase.receipt(asOf: contrast.after.asOf))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}

/// The contrasts that a what-if needs: one for each date that is asked for.
private struct Contrasts {
  let program: Program
  let given: [Change]
  let changes: [Change]
  /// What is going to be asked.
  let sentences: [Sentence]
  let limits: Limits
  /// The contrasts so far, by the date of a question that has one.
  private var contrasts: [CalendarDate?: Contrast] = [:]

  init(
    of program: Program, given: [Change], changes: [Change], asking sentences: [Sentence],
    limits: Limits
  ) {
    self.sentences = sentences
    self.program = program
    self.given = given
    self.changes = changes
    self.limits = limits
  }

  /// The contrast at the date of a question, or at that of the files.
  mutating func contrast(asOf date: CalendarDate? = nil) throws(CommandFailure) -> Contrast {
    if let contrast = contrasts[date] { return contrast }
    let contrast = Contrast(
      of: program, given: given, changes: changes, asOf: date, asking: sentences, limits: limits)
    try contrast.before.requireOrderedPreferences()
    try contrast.after.requireOrderedPreferences()
    contrasts[date] = contrast
    return contrast
  }

  /// The answers to a sentence at a date, and their contrast, which says so where answering stopped.
  private mutating func answers(
    to sentence: Sentence, _ variables: [Variable], question: Int?, asOf date: CalendarDate?
  ) throws(CommandFailure) -> (Contrast, [AnswerPair]) {
    var contrast = try contrast(asOf: date)
    let answers = contrast.answers(to: sentence, variables: variables, question: question)
    contrasts[date] = contrast
    return (contrast, answers)
  }

  /// What is asked, answered in both outcomes.
  mutating func contrasted(_ asked: Asked) throws(CommandFailure) -> [ContrastedQuestion] {
    switch asked {
    case .everything:
      var all: [ContrastedQuestion] = []
      for index in program.questions.indices { all.append(try contrasted(question: index)) }
      return all
    case .question(let index): return [try contrasted(question: index)]
    case .sentence(let sentence, let variables):
      let (contrast, answers) = try answers(to: sentence, variables, question: nil, asOf: nil)
      return [
        ContrastedQuestion(
          name: nil, title: nil, sentence: asked.reading(in: program), contrast: contrast,
          answers: answers)
      ]
    }
  }

  /// The questions of the files beside the one asked.
  mutating func otherQuestions(than asked: Asked) throws(CommandFailure) -> [ContrastedQuestion] {
    var others: [ContrastedQuestion] = []
    for index in program.questions.indices {
      switch asked {
      case .everything: continue
      case .question(index): continue
      case .question, .sentence: others.append(try contrasted(question: index))
      }
    }
    return others
  }

  private mutating func contrasted(question index: Int) throws(CommandFailure) -> ContrastedQuestion
  {
    let question = program.questions[index]
    let (contrast, answers) = try answers(
      to: question.sentence, question.variables, question: index, asOf: question.asOf)
    return ContrastedQuestion(
      name: question.name, title: question.title,
      sentence: Asked.question(index).reading(in: program), contrast: contrast, answers: answers)
  }

  /// How a command ends that printed these contrasts.
  var exitCode: ExitCode {
    contrasts.values.contains { $0.before.reachedLimit != nil || $0.after.reachedLimit != nil }
      ? .limit : .answered
  }
}
