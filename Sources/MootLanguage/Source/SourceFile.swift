/// The text of a file, with the name it is reported under.
public struct SourceFile: Sendable {
  /// The path as the user gave it, or as `use` resolves it.
  public let name: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// Creates a source file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
