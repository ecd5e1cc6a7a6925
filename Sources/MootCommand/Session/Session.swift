import MootLanguage

/// The state of a session: the rule base that is loaded, and what is supposed.
///
/// What is supposed is kept as it was typed and read again for each answer, so that an answer is the same as
/// that of a command with these changes.
struct Session {
  /// The options of the session, with the rule base once there is one.
  private(set) var arguments: Arguments
  /// What is supposed, in the order it was typed.
  var changes: [TypedChange] = []
  /// What was supposed before each change, for `undo`.
  var past: [[TypedChange]] = []
  /// The lines so far.
  var history: [String] = []
  /// What was asked last, for a `why` or `whatif` that names nothing.
  var question: String?
  /// Whether `quit` was said.
  var isOver = false
  /// Where it runs.
  let surroundings: Surroundings

  /// What is printed before each line that is read from a terminal.
  static let prompt = "moot> "
  /// What is printed first on a terminal.
  static let greeting = "Ask a question, or suppose something; \"help\" lists what can be said.\n"

  /// Begins a session; a date among the options is supposed from the start.
  init(_ arguments: Arguments, in surroundings: Surroundings) {
    self.arguments = arguments
    self.surroundings = surroundings
    if let date = arguments.asOf { changes.append(.typed("as of \(date.text)")) }
    self.arguments.asOf = nil
  }

  /// The program that is loaded.
  var program: Program? { arguments.loaded?.program }

  /// Reads files, which take the place of those before.
  mutating func load(_ files: [String]) throws(CommandFailure) {
    var fresh = arguments
    fresh.loaded = nil
    fresh.files = files.filter { !isFactFile($0) }
    fresh.facts = arguments.facts + files.filter { isFactFile($0) }
    let ruleBase = try fresh.readRuleBase(in: surroundings)
    _ = try ruleBase.checkedProgram(in: surroundings)
    fresh.facts = arguments.facts
    fresh.loaded = ruleBase
    arguments = fresh
  }

  /// Supposes something else from now on.
  mutating func suppose(_ changes: [TypedChange]) {
    past.append(self.changes)
    self.changes = changes
  }

  /// The answer to a line; no mistake in it ends the session.
  mutating func reply(to line: String) -> CommandResult {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty, words[0].first != "#", !words[0].hasPrefix("--") else {
      return CommandResult()
    }
    history.append(words.joined(separator: " "))
    do throws(CommandFailure) {
      return try answer(SessionLine(words))
    } catch {
      return CommandResult(messages: error.messages, exitCode: error.exitCode)
    }
  }
}
