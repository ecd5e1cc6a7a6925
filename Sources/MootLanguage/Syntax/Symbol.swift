/// A word of the texts of a program, as a number: equal words have equal symbols.
public struct Symbol: Hashable, Sendable {
  /// The index in the lexicon.
  public let raw: UInt32

  /// Creates the symbol with index `raw`.
  init(raw: UInt32) { self.raw = raw }
}
