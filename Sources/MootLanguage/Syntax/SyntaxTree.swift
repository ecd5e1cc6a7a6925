/// The statements of a file as they are written, each with its clauses.
public struct SyntaxTree: Sendable {
  /// The index of the file in `Program.sources`.
  public let file: UInt32
  /// The tokens of the file.
  public let tokens: [Token]
  /// The statements, in source order.
  public internal(set) var statements: [Statement] = []
  /// The clauses of all statements, in source order.
  public internal(set) var clauses: [Clause] = []
  /// The outcomes that `expect` statements demand.
  public internal(set) var outcomes: [ExpectedOutcome] = []

  /// The clauses of a statement.
  func clauses(of statement: Statement) -> ArraySlice<Clause> {
    clauses[Int(statement.clauses.lowerBound)..<Int(statement.clauses.upperBound)]
  }

  /// The token at an index.
  subscript(index: TokenIndex) -> Token { tokens[Int(index.raw)] }

  /// The tokens of a stretch.
  subscript(range: TokenRange) -> ArraySlice<Token> { tokens[range.indices] }

  /// The place of a token.
  func span(of index: TokenIndex) -> SourceSpan { span(of: self[index]) }

  /// The place of a token.
  func span(of token: Token) -> SourceSpan {
    SourceSpan(file: file, lower: token.lower, upper: token.upper)
  }

  /// The place of a stretch of tokens that is not empty.
  func span(of range: TokenRange) -> SourceSpan {
    SourceSpan(
      file: file, lower: tokens[Int(range.lower)].lower, upper: tokens[Int(range.upper) - 1].upper)
  }
}
