/// A word of the texts of a program, as a number: equal words have equal symbols.
public struct Symbol: Hashable, Sendable {
  /// The index in the lexicon.
  public let raw: UInt32
}
