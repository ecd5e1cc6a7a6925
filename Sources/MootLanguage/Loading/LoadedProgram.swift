/// A program read from files, with what was wrong.
public struct LoadedProgram: Sendable {
  /// The program, or `nil` when there is any error.
  public let program: Program?
  /// What was wrong, in source order.
  public let diagnostics: [Diagnostic]
  /// The files, by the indices that spans have.
  public let sources: [SourceFile]
}
