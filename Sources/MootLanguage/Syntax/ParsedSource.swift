/// A syntax tree, with what was wrong.
public struct ParsedSource: Sendable {
  /// The statements.
  public let tree: SyntaxTree
  /// What was wrong; the tokens' diagnostics are not repeated.
  public let diagnostics: [Diagnostic]
}
