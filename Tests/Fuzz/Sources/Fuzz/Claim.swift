/// Traps unless something is so, which makes the input a finding.
///
/// A function of its own, as the message of `precondition` is dropped in release builds.
func claim(_ isSo: Bool, _ message: @autoclosure () -> String) {
  if !isSo { fatalError("claim: \(message())") }
}

/// Traps unless two values are equal, and shows both.
func claim<Value: Equatable>(
  _ found: Value, equals expected: Value, _ message: @autoclosure () -> String
) {
  if found != expected {
    fatalError("claim: \(message())\n--- found\n\(found)\n--- expected\n\(expected)")
  }
}
