/// A conclusion as written.
public struct ConclusionSyntax: Sendable {
  /// How it is drawn.
  public let force: Rule.Force
  /// What is concluded.
  public let content: Content

  /// What is concluded.
  public enum Content: Sendable {
    case sentence(TokenRange)
    /// `RULE does not apply`, or `RULE does apply`.
    case applicability(rule: TokenIndex, applies: Bool)
  }
}
