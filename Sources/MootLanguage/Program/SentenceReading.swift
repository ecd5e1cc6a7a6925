/// A sentence that a user typed, read by the templates of a program.
public struct SentenceReading: Sendable {
  /// The program with the values the sentence brought, and with the typed text as its last source.
  public let program: Program
  /// The sentence, or `nil` when it could not be read.
  public let sentence: Sentence?
  /// The sentence's variables.
  public let variables: [Variable]
  /// What was wrong; the places are in the last source of `program`.
  public let diagnostics: [Diagnostic]
}
