/// A change that a user typed, read by the templates and names of a program.
public struct ChangeReading: Sendable {
  /// The change, or `nil` when it could not be read.
  public let change: Change?
  /// What was wrong; the places are in the last source of the program.
  public let diagnostics: [Diagnostic]
}

/// Changes that a user typed on one line, joined by `and`.
public struct ChangesReading: Sendable {
  /// The changes in their order; none when they could not be read.
  public let changes: [Change]
  /// What was wrong; the places are in the last source of the program.
  public let diagnostics: [Diagnostic]
}
