/// A program, with what was wrong.
public struct CheckedProgram: Sendable {
  /// The program, or `nil` when there is any error.
  public let program: Program?
  /// What was wrong, in source order.
  public let diagnostics: [Diagnostic]
}
