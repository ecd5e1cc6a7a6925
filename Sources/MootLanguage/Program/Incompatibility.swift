/// Two sentences declared to conflict beyond contraries; a variable that occurs in both stands for the same.
///
/// No literal conflicts with itself, so a pattern that is paired with itself makes its instances exclusive.
public struct Incompatibility: Sendable {
  /// The variables of both sides.
  public let variables: [Variable]
  /// One side.
  public let first: Sentence
  /// The other side.
  public let second: Sentence
  /// The declaration.
  public let span: SourceSpan
}
