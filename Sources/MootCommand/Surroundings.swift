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
}
