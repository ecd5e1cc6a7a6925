/// The place of a token in a syntax tree.
public struct TokenIndex: Sendable, Equatable {
  /// The index in `SyntaxTree.tokens`.
  public let raw: UInt32
}
