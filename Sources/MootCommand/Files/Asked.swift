import MootLanguage

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
    guard let question else {
      let ruleBase = try readRuleBase(in: surroundings)
      return (ruleBase, try ruleBase.checkedProgram(in: surroundings), .everything)
    }
    let isWord = !question.contains(" ")
    var names: [String] = []
    if isWord, !files.contains("-") {
      let ruleBase = try readRuleBase(in: surroundings)
      let program = try ruleBase.checkedProgram(in: surroundings)
      names = program.questions.map(\.name)
      if let index = names.firstIndex(of: question) { return (ruleBase, program, .question(index)) }
    }
    let file = questionFile(asking: question)
    let ruleBase = try readRuleBase(with: file, in: surroundings)
    guard let program = ruleBase.program else {
      throw ruleBase.failure(asking: question, names: isWord ? names : nil, in: surroundings)
    }
    return (ruleBase, program, try asked(in: program))
  }

  /// A file that asks a sentence, to be read along with the others.
  private func questionFile(asking sentence: String) -> SourceFile {
    let line = sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
    let text =
      isTheory
      ? "\(askedName): \(line) => \(askedName)\n" : "question \(askedName)\n  ask \(line)\n"
    return SourceFile(name: questionFileName, bytes: Array(text.utf8))
  }

  /// What the file of the question asks, once it is checked.
  private func asked(in program: Program) throws(CommandFailure) -> Asked {
    if isTheory {
      guard let rule = program.rules.last(where: { $0.name == askedName }),
        case .sentence(let sentence, _)? = rule.alternatives.first?.first,
        rule.alternatives[0].count == 1, rule.exceptions.isEmpty
      else { throw .usage("a question is one literal, such as \"flies(tweety)\"", of: verb) }
      return .sentence(sentence, variables: rule.variables)
    }
    guard let question = program.questions.last(where: { $0.name == askedName }) else {
      preconditionFailure("a question that was read is in the program")
    }
    return .sentence(question.sentence, variables: question.variables)
  }
}

/// The name of the question that the command line asks.
private let askedName = "asked-on-the-command-line"

extension RuleBase {
  /// Why a question could not be asked: the files are wrong, or it is.
  fileprivate func failure(
    asking question: String, names: [String]?, in surroundings: Surroundings
  ) -> CommandFailure {
    let errors = diagnostics.filter { $0.severity == .error }
    let isQuestionWrong = errors.allSatisfy { sources[Int($0.span.file)].name == questionFileName }
    guard isQuestionWrong else {
      return CommandFailure(
        .badInput, messages: text(of: errors, isColored: surroundings.hasColoredMessages))
    }
    guard let names else {
      return CommandFailure(
        .usage, messages: text(of: errors, isColored: surroundings.hasColoredMessages))
    }
    let known = names.isEmpty ? "" : "\n  questions: " + names.joined(separator: ", ")
    let near = nearest(to: question, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
    return CommandFailure(.usage, "no question is named \"\(question.shown)\"\(near)\(known.shown)")
  }
}
