/// A word, name or mark of a text, with its place.
public struct Token: Sendable {
  /// What it is.
  public let kind: Kind
  /// Its spelling; for quoted names without the quotes and escapes.
  public let symbol: Symbol
  /// The offset of its first byte in the file.
  public let lower: UInt32
  /// The offset after its last byte.
  public let upper: UInt32

  /// The kinds of tokens.
  public enum Kind: UInt8, Sendable {
    /// A run of characters without space or quotation mark.
    case word
    /// A text between quotation marks.
    case quoted
    /// `?name`.
    case variable
    /// A lone `?`.
    case wildcard
    /// A `,`, `:` or `'s`, which no hole admits.
    case mark
  }
}
