/// What the command tells its caller by its exit code.
enum ExitCode: Int32 {
  /// Answered, whatever the verdict.
  case answered = 0
  /// A failed expectation, an error found by `check`, or a case that `batch` skipped.
  case findings = 1
  /// Wrong usage.
  case usage = 2
  /// The rule base, the facts or the preferences are wrong.
  case badInput = 3
  /// A limit stopped it; what is known is printed.
  case limit = 4
  /// A file could not be read or written.
  case file = 5
  /// The user stopped it.
  case interrupted = 130
  /// Our bug.
  case bug = 70
}
