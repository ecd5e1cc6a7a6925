import MootLanguage

/// What a command prints, and how it ends.
struct CommandResult {
  /// The data, for standard output or the file named by `-o`.
  var output = ""
  /// The messages, for standard error.
  var messages = ""
  /// How it ends.
  var exitCode = ExitCode.answered
  /// The file that takes the data, or `nil` for standard output.
  var destination: String?
  /// The files that get another content.
  var rewritten: [SourceFile] = []
}

/// Why a command could not do what it was asked to.
struct CommandFailure: Error {
  /// How it ends.
  let exitCode: ExitCode
  /// What is wrong, for standard error; ends with a line feed.
  let messages: String

  /// Creates a failure with a line of its own.
  init(_ exitCode: ExitCode, _ message: String) {
    self.init(exitCode, messages: "moot: \(message)\n")
  }

  /// Creates a failure with messages that are complete.
  init(_ exitCode: ExitCode, messages: String) {
    self.exitCode = exitCode
    self.messages = messages
  }

  /// A mistake on the command line, with where to read more.
  static func usage(_ message: String, of verb: Verb? = nil) -> CommandFailure {
    let help = verb.map { "moot help \($0.rawValue)" } ?? "moot help"
    return CommandFailure(.usage, messages: "moot: \(message)\n  see: \(help)\n")
  }
}
