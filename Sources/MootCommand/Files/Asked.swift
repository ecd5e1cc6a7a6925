import MootLanguage
import MootReasoning

/// What is asked of a rule base.
enum Asked {
  /// All its questions.
  case everything
  /// One of its questions, by index.
  case question(Int)
  /// A sentence, with its variables.
  case sentence(Sentence, variables: [Variable])

  /// The sentences asked.
  func sentences(in program: Program) -> [Sentence] {
    switch self {
    case .everything: program.questions.map(\.sentence)
    case .question(let index): [program.questions[index].sentence]
    case .sentence(let sentence, _): [sentence]
    }
  }
}

extension Arguments {
  /// Reads the files, and the question with them: a name, or a sentence of theirs.
  func readQuestion(
    in surroundings: Surroundings
  ) throws(CommandFailure) -> (ruleBase: RuleBase, program: Program, asked: Asked) {
    let ruleBase = try readRuleBase(in: surroundings)
    let program = try ruleBase.checkedProgram(in: surroundings)
    guard let question else { return (ruleBase, program, .everything) }
    if let index = program.questions.firstIndex(where: { $0.name == question }) {
      return (ruleBase, program, .question(index))
    }
    let reading =
      isTheory
      ? program.literal(reading: question) : program.sentence(reading: question, from: "question")
    guard let sentence = reading.sentence else {
      throw unread(question, reading, in: surroundings)
    }
    return (ruleBase, reading.program, .sentence(sentence, variables: reading.variables))
  }

  /// Names in a typed question that the files do not know, with the nearest they do.
  func strangers(in program: Program, askedOf known: Program?) -> String {
    guard let known else { return "" }
    // A case may bring the names that the question speaks of.
    let names = verb == .batch ? "" : unknownNames(in: program, of: known)
    return unknownRelations(in: program, of: known) + names
  }

  /// Predicates in a typed question that a theory does not have.
  private func unknownRelations(in program: Program, of known: Program) -> String {
    program.relations.dropFirst(known.relations.count).map { stranger in
      let near = nearest(to: stranger.key, in: known.relations.map(\.key))
      let help = near.map { "; did you mean \"\($0)\"?" } ?? ""
      let count = stranger.holes.count
      let arguments = count == 1 ? "1 argument" : "\(count) arguments"
      return "moot: the files have no \"\(stranger.key.shown)\" with \(arguments)\(help.shown)\n"
    }.joined()
  }

  private func unknownNames(in program: Program, of known: Program) -> String {
    guard known.values.count < program.values.count else { return "" }
    func name(_ index: Int) -> String? {
      guard case .entity(let name) = program[ValueID(raw: UInt32(index))] else { return nil }
      return name
    }
    let names = (0..<known.values.count).compactMap(name)
    return (known.values.count..<program.values.count).compactMap(name).map { stranger in
      let printed = known.names.keys.sorted().first { known.names[$0] == stranger }
      let near = printed.flatMap { name(Int($0.raw)) } ?? nearest(to: stranger, in: names)
      let help = near.map { "; did you mean \"\($0)\"?" } ?? ""
      return "moot: the files name no \"\(stranger.shown)\"\(help.shown)\n"
    }.joined()
  }

  /// Why a question could not be asked: no question has this name, or no relation reads so.
  private func unread(
    _ question: String, _ reading: SentenceReading, in surroundings: Surroundings
  ) -> CommandFailure {
    let names = reading.program.questions.map(\.name)
    let near = nearest(to: question, in: names)
    guard question.contains(" "), near == nil else {
      let help = near.map { "; did you mean \"\($0.shown)\"?" } ?? ""
      let known = names.isEmpty ? "" : "  questions: \(names.joined(separator: ", ").shown)\n"
      return CommandFailure(
        .usage, messages: "moot: no question is named \"\(question.shown)\"\(help)\n\(known)")
    }
    let typed = RuleBase(
      program: nil, diagnostics: reading.diagnostics, sources: reading.program.sources)
    return CommandFailure(
      .usage,
      messages: typed.text(of: typed.diagnostics, isColored: surroundings.hasColoredMessages))
  }
}

extension Asked {
  /// The instances of what is asked that are argued and lose, in words that can be asked.
  func lost(in outcome: Outcome, _ limits: Limits) -> [String] {
    let sentence: Sentence
    switch self {
    case .everything: return []
    case .question(let index): sentence = outcome.program.questions[index].sentence
    case .sentence(let asked, _): sentence = asked
    }
    return outcome.lostInstances(of: sentence, limits: limits).map {
      outcome.program.text(of: $0.predicate, arguments: $0.arguments)
    }
  }
}
