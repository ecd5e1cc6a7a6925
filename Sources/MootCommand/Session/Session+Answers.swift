import MootLanguage
import MootReporting

extension Session {
  /// What a line gives.
  mutating func answer(_ line: SessionLine) throws(CommandFailure) -> CommandResult {
    switch line.action {
    case .load:
      let files = line.rest.split(separator: " ").map(String.init)
      guard !files.isEmpty else { throw lacking(line) }
      try load(files)
      (changes, past, question) = ([], [], nil)
      return CommandResult(output: "loaded \(files.joined(separator: ", ").shown)\n")
    case .ask: return try ask(line.rest.isEmpty ? nil : line.rest)
    case .why: return try perform(.why, asking: line.rest)
    case .flip: return try perform(.flip, asking: line.rest)
    case .table: return try perform(.table, asking: line.rest)
    case .whatif: return try compare(line)
    case .assume: return try suppose(line, [.typed(line.rest)])
    case .without, .prefer: return try suppose(line, [.typed(line.text)])
    case .asOf, .onArguments: return try suppose(line, [.typed(line.text)])
    case .scenario: return try suppose(line, [.scenario(line.rest)])
    case .retract: return try retract(line)
    case .undo: return try undo()
    case .reset:
      suppose([])
      return CommandResult(output: "nothing is supposed\n")
    case .changes: return CommandResult(output: try listedChanges())
    case .questions: return CommandResult(output: try listedQuestions())
    case .history:
      let lines = history.enumerated().map { "\($0.offset + 1)  \($0.element.shown)\n" }
      return CommandResult(output: lines.joined())
    case .help: return CommandResult(output: Self.help)
    case .quit, .exit:
      isOver = true
      return CommandResult()
    case nil: return try askInWords(line)
    }
  }

  /// The only place where a session runs commands: what `verb` does with the rule base and what is supposed.
  func run(
    _ verb: Verb, asking question: String?, comparing: [TypedChange] = []
  ) throws(CommandFailure) -> CommandResult {
    var command = arguments
    _ = try loadedProgram()
    command.verb = verb
    command.question = question
    command.changes = changes
    if verb == .whatif { (command.given, command.changes) = (changes, comparing) }
    return try command.performed(in: surroundings)
  }

  /// Runs a command that needs a question: the one named, or the last one.
  private mutating func perform(
    _ verb: Verb, asking words: String
  ) throws(CommandFailure) -> CommandResult {
    guard let asked = words.isEmpty ? question : words else {
      throw CommandFailure(
        .usage, "\(verb.rawValue) needs a question; \"questions\" lists those of the files")
    }
    let result = try run(verb, asking: asked)
    question = asked
    return result
  }

  private mutating func ask(_ words: String?) throws(CommandFailure) -> CommandResult {
    let result = try run(.ask, asking: words)
    if let words { question = words }
    return result
  }

  /// A line that begins with no known word: a question, or a mistyped line.
  private mutating func askInWords(_ line: SessionLine) throws(CommandFailure) -> CommandResult {
    let first = String(line.text.prefix { $0 != " " })
    let actions = SessionLine.Action.allCases.map(\.rawValue)
    do throws(CommandFailure) {
      return try ask(line.rest)
    } catch {
      guard let near = nearest(to: first, in: actions) else { throw error }
      let help = "moot: no line begins with \"\(first.shown)\"; did you mean \"\(near)\"?\n"
      throw CommandFailure(error.exitCode, messages: help)
    }
  }

  /// Compares with what is supposed already; nothing of it is kept.
  ///
  /// What is compared is the question named before the changes, or the last one, or else all.
  private mutating func compare(_ line: SessionLine) throws(CommandFailure) -> CommandResult {
    var changes = line.rest
    let first = String(changes.prefix { $0 != " " })
    if try loadedProgram().questions.contains(where: { $0.name == first }) {
      question = first
      changes = String(changes.dropFirst(first.count + 1))
    }
    guard !changes.isEmpty else { throw lacking(line) }
    let scenario = changes.split(separator: " ", maxSplits: 1)
    let isNamed = scenario.count == 2 && scenario[0] == "scenario"
    let compared: TypedChange = isNamed ? .scenario(String(scenario[1])) : .joined(changes)
    return try run(.whatif, asking: question, comparing: [compared])
  }

  /// The program that is loaded, or why there is none.
  func loadedProgram() throws(CommandFailure) -> Program {
    guard let program else {
      throw CommandFailure(.usage, "nothing is loaded; load a file: load Rules/allofmp3.moot")
    }
    return program
  }

  /// A line that lacks what it speaks of.
  func lacking(_ line: SessionLine) -> CommandFailure {
    CommandFailure(.usage, "write \(line.action?.usage ?? line.text.shown)")
  }

  private func listedQuestions() throws(CommandFailure) -> String {
    let questions = try loadedProgram().questions
    guard !questions.isEmpty else { return "the files ask no question\n" }
    return questions.map { "\($0.name)\($0.title.map { "   \($0)" } ?? "")".shown + "\n" }.joined()
  }

  private static let help = SessionLine.Action.allCases.map { action in
    let gap = String(repeating: " ", count: max(2, 29 - action.usage.count))
    return action.usage + gap + action.summary + "\n"
  }.joined()
}
