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
    if isTheory {
      let (extended, asked) = try readLiteral(question, in: surroundings)
      return (ruleBase, extended, asked)
    }
    let reading = program.sentence(reading: question, from: "question")
    guard let sentence = reading.sentence else {
      throw unread(question, reading, in: surroundings)
    }
    return (ruleBase, reading.program, .sentence(sentence, variables: reading.variables))
  }

  /// Names in a typed question that the files do not know, with the nearest they do.
  func strangers(in program: Program, askedOf known: Program?) -> String {
    guard let known, known.values.count < program.values.count else { return "" }
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

  /// Reads a literal of a theory: as the premise of a rule that is read along with it.
  private func readLiteral(
    _ question: String, in surroundings: Surroundings
  ) throws(CommandFailure) -> (program: Program, asked: Asked) {
    let line = question.split(whereSeparator: \.isNewline).joined(separator: " ")
    let text = "\(askedName): \(line) => \(askedName)\n"
    let file = SourceFile(name: "question", bytes: Array(text.utf8))
    let ruleBase = try readRuleBase(with: file, in: surroundings)
    guard let program = ruleBase.program else {
      throw CommandFailure(
        .usage,
        messages: ruleBase.text(
          of: ruleBase.diagnostics, isColored: surroundings.hasColoredMessages))
    }
    guard let rule = program.rules.last(where: { $0.name == askedName }),
      rule.alternatives.count == 1, rule.alternatives[0].count == 1, rule.exceptions.isEmpty,
      case .sentence(let sentence, _) = rule.alternatives[0][0]
    else { throw .usage("a question is one literal, such as \"flies(tweety)\"", of: verb) }
    return (program, .sentence(sentence, variables: rule.variables))
  }
}

/// The name of the rule that asks a question of a theory.
private let askedName = "asked-on-the-command-line"

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
