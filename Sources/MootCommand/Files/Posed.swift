import MootLanguage
import MootReasoning

/// One question about one literal, under changes: what whatif, flip, table, timeline and interview work on.
struct Posed {
  /// The files.
  let ruleBase: RuleBase
  /// The program, with the values and preferences that what was typed brought.
  let program: Program
  /// The question of the file, or `nil` for a sentence asked directly.
  let question: Question?
  /// What is asked.
  let literal: Literal
  /// What is supposed on the command line, the question's own date or the one typed among it.
  let changes: [Change]
}

extension Arguments {
  /// Reads the files, the changes and the one literal asked: that of the question named, or of the only
  /// question of the file.
  ///
  /// A question with variables is asked of its only instance that is at all arguable.
  func readPosed(in surroundings: Surroundings) throws(CommandFailure) -> Posed {
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    var program = known
    var changes = try readChanges(into: &program, in: surroundings)
    let (sentence, variables, question) = try posed(asked, in: program)
    if let date = asOf ?? question?.asOf { changes.insert(.asOf(date), at: 0) }
    let scenario = Scenario(program, changes: changes)
    let (literal, outcome) = try literal(of: sentence, variables, in: scenario)
    // What is asked of may have been worked out; from here on the program has the values of it.
    program = program.extended(with: outcome.program.values)
    return Posed(
      ruleBase: ruleBase, program: program, question: question, literal: literal, changes: changes)
  }

  /// Reads what is supposed on the command line; it may bring values and preferences into the program.
  func readChanges(
    into program: inout Program, in surroundings: Surroundings
  ) throws(CommandFailure) -> [Change] {
    try read(changes, into: &program, in: surroundings)
  }

  /// Reads typed changes; they may bring values and preferences into the program.
  func read(
    _ typed: [TypedChange], into program: inout Program, in surroundings: Surroundings
  ) throws(CommandFailure) -> [Change] {
    var read: [Change] = []
    for change in typed {
      switch change {
      case .typed(let text): read.append(try self.change(text, in: &program, surroundings))
      case .joined(let text): read += try self.changes(text, in: &program, surroundings)
      case .scenario(let name): read += try scenario(name, in: program)
      }
    }
    return read
  }

  /// Reads changes joined by `and`.
  private func changes(
    _ text: String, in program: inout Program, _ surroundings: Surroundings
  ) throws(CommandFailure) -> [Change] {
    let reading =
      isTheory ? program.theoryChanges(reading: text) : program.changes(reading: text)
    guard reading.diagnostics.isEmpty else {
      throw refusal(reading.diagnostics, in: program, surroundings)
    }
    return reading.changes
  }

  private func change(
    _ text: String, in program: inout Program, _ surroundings: Surroundings
  ) throws(CommandFailure) -> Change {
    let reading =
      isTheory ? program.theoryChange(reading: text) : program.change(reading: text)
    if let change = reading.change { return change }
    throw refusal(reading.diagnostics, in: program, surroundings)
  }

  private func refusal(
    _ diagnostics: [Diagnostic], in program: Program, _ surroundings: Surroundings
  ) -> CommandFailure {
    let typed = RuleBase(program: nil, diagnostics: diagnostics, sources: program.sources)
    return CommandFailure(
      .usage,
      messages: typed.text(of: typed.diagnostics, isColored: surroundings.hasColoredMessages))
  }

  private func scenario(_ name: String, in program: Program) throws(CommandFailure) -> [Change] {
    if let scenario = program.scenarios.first(where: { $0.name == name }) {
      return scenario.changes
    }
    let names = program.scenarios.map(\.name)
    let near = nearest(to: name, in: names).map { "; did you mean \"\($0.shown)\"?" } ?? ""
    throw .usage("no scenario is named \"\(name.shown)\"\(near)", of: verb)
  }

  private func posed(_ asked: Asked, in program: Program)
    throws(CommandFailure) -> (Sentence, [Variable], Question?)
  {
    switch asked {
    case .sentence(let sentence, let variables): return (sentence, variables, nil)
    case .question(let index):
      let question = program.questions[index]
      return (question.sentence, question.variables, question)
    case .everything:
      guard program.questions.count == 1 else {
        let names = program.questions.map(\.name).joined(separator: ", ")
        let known = names.isEmpty ? "; the file asks none" : "; questions: \(names.shown)"
        throw .usage("\(verb.rawValue) needs a question: a name, or a sentence\(known)", of: verb)
      }
      return (program.questions[0].sentence, program.questions[0].variables, program.questions[0])
    }
  }

  /// The one instance of a sentence, and the outcome whose program has its values.
  private func literal(
    of sentence: Sentence, _ variables: [Variable], in scenario: Scenario
  ) throws(CommandFailure) -> (Literal, Outcome) {
    var outcome = evaluate(scenario, limits: limits)
    try outcome.requireOrderedPreferences()
    let answers = outcome.answers(to: sentence, variables: variables, limits: limits)
    if answers.count == 1 { return (answers[0].literal, outcome) }
    let asked = scenario.program.text(of: sentence, variables: variables).shown
    guard !answers.isEmpty else {
      throw .usage(
        "\(verb.rawValue) needs one instance; none of \"\(asked)\" is arguable", of: verb)
    }
    let instances = answers.prefix(5).map {
      "  \"\(outcome.program.text(of: $0.literal.predicate, arguments: $0.literal.arguments).shown)\""
    }
    let more = answers.count > 5 ? ["  and \(answers.count - 5) more"] : []
    throw CommandFailure(
      .usage,
      messages: "moot: \(verb.rawValue) needs one instance of \"\(asked)\"; ask one of:\n"
        + (instances + more).joined(separator: "\n") + "\n")
  }
}
