import MootReporting

/// What a command needs to know of where it runs.
struct Surroundings {
  /// How stress is shown on standard output.
  var outputStyle = TextStyle.plain
  /// Whether messages may have colours.
  var hasColoredMessages = false
  /// The columns of text.
  var width = 100
  /// Reads all of standard input.
  var standardInput: () throws(FileFailure) -> [UInt8] = { () throws(FileFailure) in [] }
  /// Whether questions are read from a terminal, so that a prompt helps.
  var isInteractive = false
  /// Reads a line of standard input, without its end; `nil` after the last one.
  var readLine: () throws(FileFailure) -> String? = { () throws(FileFailure) in nil }
  /// Writes to standard output at once: for commands that talk, and cannot wait for their end.
  var write: (String) throws(FileFailure) -> Void = { _ throws(FileFailure) in }
  /// Writes a message to standard error at once.
  var writeMessage: (String) -> Void = { _ in }
  /// Reads what standard input has next, and nothing at its end; an interruption is a failure.
  var readBytes: () throws(FileFailure) -> [UInt8] = { () throws(FileFailure) in [] }
  /// Writes bytes to standard output at once; called from several threads, one at a time.
  var writeBytes: ([UInt8]) throws(FileFailure) -> Void = { _ throws(FileFailure) in }
  /// Measures the bytes of memory that the process has; `nil` where estimates have to do.
  var memoryInUse: (@Sendable () -> Int)?
  /// How many threads work on cases.
  var threadCount = 1
  /// Whether what a long run has done is told on standard error while it goes on.
  var showsProgress = false
  /// Begins to note when the user wants a run to stop, instead of ending at once.
  var watchInterruptions: () -> Void = {}
  /// Whether the user wants the run to stop.
  var isInterrupted: () -> Bool = { false }
}
