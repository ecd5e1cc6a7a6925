public import MootLanguage

/// From what an answer was made: part of every JSON document.
public struct Receipt: Encodable, Sendable {
  /// The date of the answers.
  public let asOf: CalendarDate?
  /// The SHA-256 of each file read, by its name.
  public let inputs: [String: String]
  /// The version of Moot.
  public let version: String

  /// Creates a receipt.
  public init(asOf: CalendarDate?, inputs: [String: String], version: String) {
    self.asOf = asOf
    self.inputs = inputs
    self.version = version
  }

  /// Creates the receipt of an answer from some texts, by this version of Moot.
  ///
  /// A file of which neither the whole text nor a digest is kept is left out.
  public init(asOf: CalendarDate?, of sources: [SourceFile]) {
    let inputs = sources.compactMap { source in
      (source.isWhole ? sha256(source.bytes) : source.digest).map { (source.name, $0) }
    }
    self.init(
      asOf: asOf, inputs: Dictionary(inputs, uniquingKeysWith: { first, _ in first }),
      version: Self.currentVersion)
  }

  /// The version of Moot.
  public static let currentVersion = "0.1.0"

  private enum CodingKeys: String, CodingKey {
    case asOf, inputs, version
  }

  /// Writes the receipt with all its members, also those that are null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Nullable(asOf?.text), forKey: .asOf)
    try container.encode(inputs, forKey: .inputs)
    try container.encode(version, forKey: .version)
  }
}
