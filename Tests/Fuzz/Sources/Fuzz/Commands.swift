import MootReasoning
import MootReporting

@testable import MootCommand
@testable import MootLanguage

/// Commands on a program that is loaded already, so that none reads a file.
struct Commands {
  /// The program.
  let program: Program
  /// The name of its file.
  let file: String
  /// What is asked, where something can be.
  let question: String?
  /// Changes, as they are typed.
  let changes: [String]

  /// The commands that are tried; a batch reads its cases elsewhere.
  private static let verbs: [MootCommand.Verb] = [
    .ask, .why, .whatif, .flip, .table, .positions, .timeline, .interview, .run, .check, .test,
    .convert,
  ]

  /// Runs one command in one of its formats.
  ///
  /// It ends in one of the ways that commands end, with text that does nothing to a terminal, or with JSON.
  func runOne(_ draws: inout Draws) {
    guard let verb = draws.pick(Self.verbs), let format = draws.pick(verb.formats) else { return }
    var words = [verb.rawValue, file]
    if verb == .convert { words += ["--to", "dfl"] }
    if verb.options.contains(.format) { words += ["--format", format.rawValue] }
    if verb == .run, draws.below(2) == 0 { words.append("--summary") }
    for change in changes where verb.options.contains(.assume) { words += Self.option(for: change) }
    if verb.takesQuestion, let question { words += ["--", question] }
    do throws(CommandFailure) {
      var arguments = try Arguments(reading: words)
      arguments.limits = .ofFuzzing
      arguments.loaded = RuleBase(program: program, diagnostics: [], sources: program.sources)
      let result = try arguments.performed(in: surroundings(&draws))
      examine(result, format, isSummary: arguments.isSummary)
    } catch {
      examine(printed: error.messages)
      claim(
        error.exitCode != .file && error.exitCode != .bug, "\(words) end with \(error.exitCode)")
    }
  }

  /// Types some lines to a session.
  func converse(_ draws: inout Draws) {
    guard var arguments = try? Arguments(reading: ["repl", file]) else { return }
    arguments.limits = .ofFuzzing
    arguments.loaded = RuleBase(program: program, diagnostics: [], sources: program.sources)
    var session = Session(arguments, in: surroundings(&draws))
    let asked = question ?? ""
    var lines = [
      "why \(asked)", "ask \(asked)", "flip", "table", "undo", "changes", "reset", "why",
    ]
    lines += ["questions", "history", "whatif \(changes.joined(separator: " and "))"]
    lines += changes.map { Session.isChange($0) ? $0 : "assume \($0)" }
    for _ in 0..<4 {
      guard let line = draws.pick(lines) else { return }
      let reply = session.reply(to: line)
      examine(printed: reply.output)
      examine(printed: reply.messages)
      claim(reply.exitCode != .file && reply.exitCode != .bug, "\"\(line)\" ends badly")
    }
  }

  private func examine(_ result: CommandResult, _ format: Format, isSummary: Bool) {
    examine(printed: result.messages)
    switch format {
    case .json where !isSummary:
      claim(isJSON(Array(result.output.utf8)), "no JSON: \(result.output)")
    case .csv: examine(printed: result.output.replacing("\r\n", with: "\n"))
    case .json, .text, .markdown, .github: examine(printed: result.output)
    }
    claim(result.exitCode != .file && result.exitCode != .bug, "a command ends badly")
  }

  private func examine(printed text: String) { Fuzz.examine(printed: text) }

  /// Surroundings in which somebody answers questions.
  private func surroundings(_ draws: inout Draws) -> Surroundings {
    var surroundings = Surroundings()
    surroundings.width = 60 + draws.below(60)
    var answers = (0..<6).map { _ in draws.pick(["yes", "no", "why", "back", "dk", "?"]) ?? "" }[
      ...]
    surroundings.readLine = { () throws(FileFailure) in answers.popFirst() }
    return surroundings
  }

  /// The option that makes a change.
  private static func option(for change: String) -> [String] {
    let options: [(String, Option)] = [
      ("retract ", .retract), ("without ", .without), ("prefer ", .prefer), ("as of ", .asOf),
      ("on the arguments of ", .onArgumentsOf),
    ]
    guard let (prefix, option) = options.first(where: { change.hasPrefix($0.0) }) else {
      return ["--assume=\(change)"]
    }
    return ["--\(option.rawValue)=\(change.dropFirst(prefix.count))"]
  }
}

extension Session {
  /// Whether a line begins with the words of a change.
  fileprivate static func isChange(_ line: String) -> Bool {
    ["retract ", "without ", "prefer ", "as of ", "on the arguments of "].contains {
      line.hasPrefix($0)
    }
  }
}
