/// A stretch of the tokens of a text.
public struct TokenRange: Sendable, Equatable {
  /// The index of the first token.
  public var lower: UInt32
  /// The index after the last token.
  public var upper: UInt32

  /// The number of tokens.
  public var count: Int { Int(upper - lower) }

  /// Whether there is no token.
  public var isEmpty: Bool { lower == upper }

  /// The indices of the tokens.
  var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// The stretch without its first tokens.
  func dropFirst(_ number: Int) -> TokenRange {
    TokenRange(lower: min(lower + UInt32(number), upper), upper: upper)
  }
}
