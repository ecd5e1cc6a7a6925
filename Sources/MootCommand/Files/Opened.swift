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
    let reading = program.sentence(reading: text, from: "--vary")
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

  /// The question for every choice among the open facts, or what is known when a limit stops that.
  func question(
    _ opened: Opened, in surroundings: Surroundings
  ) throws(CommandFailure) -> OpenQuestion {
    do {
      return try OpenQuestion(
        of: opened.posed.literal, in: opened.scenario, facts: opened.facts, limits: limits)
    } catch {
      throw failure(stopping: error, opened)
    }
  }

  /// What is known when a limit stopped a question from being worked out for every choice.
  func failure(stopping limit: VerdictFunctionLimit, _ opened: Opened) -> CommandFailure {
    let outcome = evaluate(opened.scenario, limits: limits)
    let stopped = outcome.reachedLimit == nil ? "" : "so far "
    let program = opened.scenario.program
    let asked = program.text(
      of: opened.posed.literal.predicate, arguments: opened.posed.literal.arguments)
    let facts = opened.facts.map { fact in
      "    " + program.text(of: fact.literal.predicate, arguments: fact.literal.arguments).shown
        + "\n"
    }
    return CommandFailure(
      .limit,
      messages: "moot: incomplete: \(limit.kind.reason)\n"
        + "  as the files stand, \"\(asked.shown)\" is \(stopped)"
        + "\(outcome.finding(of: opened.posed.literal).name)\n"
        + "  open were:\n\(facts.joined())"
        + "  name fewer of them, settle some with --assume or --retract, or raise the limit with --limit\n"
    )
  }
}
