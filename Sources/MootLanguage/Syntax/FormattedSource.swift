/// A rule file in the canonical layout, or what keeps it from being read.
public struct FormattedSource: Sendable {
  /// The bytes of the file in the canonical layout; `nil` when its lines cannot all be read.
  public let bytes: [UInt8]?
  /// What was wrong with its lines; names and sentences are not looked at.
  public let diagnostics: [Diagnostic]
}
