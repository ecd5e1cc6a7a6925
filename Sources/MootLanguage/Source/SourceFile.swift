/// The text of a file, with the name it is reported under.
public struct SourceFile: Sendable {
  /// The path as the user gave it, or as `use` resolves it.
  public let name: String
  /// The bytes of the file; of one that is not kept whole, the first row.
  public let bytes: [UInt8]
  /// Whether all bytes are kept.
  public let isWhole: Bool
  /// The digest of the whole file, where not all bytes are kept and one was asked for.
  public let digest: String?

  /// Creates a source file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    isWhole = true
    digest = nil
  }

  /// Creates what is kept of a large file.
  init(_ file: SourceFile, upTo end: Int, digest: String?) {
    name = file.name
    bytes = Array(file.bytes[..<end])
    isWhole = false
    self.digest = digest
  }
}
