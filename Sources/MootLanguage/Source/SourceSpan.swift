/// A stretch of bytes in one of a program's files.
public struct SourceSpan: Hashable, Sendable {
  /// The index of the file in `Program.sources`.
  public let file: UInt32
  /// The offset of the first byte.
  public let lower: UInt32
  /// The offset after the last byte.
  public let upper: UInt32

  /// Creates a span.
  public init(file: UInt32, lower: UInt32, upper: UInt32) {
    self.file = file
    self.lower = lower
    self.upper = upper
  }
}
