import MootLanguage
import MootReasoning
import MootReporting

/// A posed question with what is open about it: what table, interview and flip work on.
struct Opened {
  /// The question, with the program that has the values of all that was typed.
  let posed: Posed
  /// What is supposed whatever the open facts are.
  let scenario: Scenario
  /// The unknowns of the file, and what `--vary` names.
  let facts: [OpenFact]
  /// What `--vary` names.
  let varied: [Sentence]
}

extension Arguments {
  /// Reads the files, the question, and what is open.
  func readOpened(in surroundings: Surroundings) throws(CommandFailure) -> Opened {
    let posed = try readPosed(in: surroundings)
    var program = posed.program
    var sentences: [Sentence] = []
    for text in varied { sentences.append(try variedSentence(text, in: &program, surroundings)) }
    let scenario = Scenario(program, changes: posed.changes)
    return Opened(
      posed: Posed(
        ruleBase: posed.ruleBase, program: program, question: posed.question,
        literal: posed.literal, changes: posed.changes),
      scenario: scenario, facts: scenario.openFacts(varying: sentences), varied: sentences)
  }

  /// Reads a sentence of `--vary`, which may bring values into the program.
  private func variedSentence(
    _ text: String, in program: inout Program, _ surroundings: Surroundings
  ) throws(CommandFailure) -> Sentence {
    let reading =
      isTheory
      ? program.literal(reading: text, from: "--vary")
      : program.sentence(reading: text, from: "--vary")
    guard let sentence = reading.sentence else {
      let typed = RuleBase(
        program: nil, diagnostics: reading.diagnostics, sources: reading.program.sources)
      throw CommandFailure(
        .usage,
        messages: typed.text(of: typed.diagnostics, isColored: surroundings.hasColoredMessages))
    }
    let isGround = sentence.terms.allSatisfy { term in
      switch term {
      case .value: true
      case .variable, .any: false
      }
    }
    guard isGround else {
      throw .usage(
        "--vary \"\(text.shown)\" leaves \"?\" open; name one thing, and repeat --vary for others",
        of: verb)
    }
    program = reading.program
    return sentence
  }

  /// Fails where nothing is open, with how to name something.
  func requireOpenFacts(_ opened: Opened) throws(CommandFailure) {
    guard opened.facts.isEmpty else { return }
    let file = (files.first ?? "FILE").shown
    let question = self.question.map { $0.contains(" ") ? "\"\($0)\"" : $0 } ?? "QUESTION"
    throw CommandFailure(
      .usage,
      messages: "moot: nothing is open: the files have no unknown that is not settled\n"
        + "  name what may be so or not: moot \(verb.rawValue) \(file) \(question.shown) "
        + "--vary \"SENTENCE\"\n"
        + "  or write it into a file: unknown SENTENCE\n")
  }

  /// What a command prints that a limit stopped from working the question out for every choice.
  func stopped(
    by limit: VerdictFunctionLimit, _ opened: Opened, in surroundings: Surroundings
  ) -> CommandResult {
    let question = StoppedQuestion(
      opened.posed.literal, name: opened.posed.question?.name, facts: opened.facts,
      outcome: evaluate(opened.scenario, limits: limits.forTelling), limit: limit.kind)
    var result = CommandResult(exitCode: .limit)
    switch format {
    case .text, .markdown:
      result.output = surroundings.text(of: Report(question), as: format)
    case .json:
      result.output = question.json(
        command: verb.rawValue,
        receipt: opened.posed.ruleBase.receipt(asOf: opened.scenario.asOf))
    case .csv:
      result.messages = Report(question).text(width: surroundings.width)
    case .github:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
