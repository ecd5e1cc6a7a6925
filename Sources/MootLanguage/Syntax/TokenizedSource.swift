/// The tokens of a file, line by line.
public struct TokenizedSource: Sendable {
  /// The index of the file in `Program.sources`.
  public let file: UInt32
  /// The tokens.
  public internal(set) var tokens: [Token] = []
  /// The lines that have tokens.
  public internal(set) var lines: [Line] = []
  /// What was wrong.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// A line that has tokens.
  public struct Line: Sendable {
    /// Its tokens.
    public let tokens: TokenRange
    /// Whether it begins with a space, and so belongs to the statement before it.
    public let isIndented: Bool
    /// Whether something in it was reported already.
    public let isBroken: Bool
  }
}
