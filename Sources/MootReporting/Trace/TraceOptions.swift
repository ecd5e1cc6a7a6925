/// What of an explanation is told.
public struct TraceOptions: Sendable {
  /// The only side of the question that is told, or `nil` for both.
  public var side: Side?
  /// How many conclusions deep the arguments are told; what lies deeper is summed up in a line a side.
  public var depth: Int?

  /// Creates the options that tell everything.
  public init() {}

  /// A side of a dispute.
  public enum Side: String, Sendable, CaseIterable {
    case `for`
    case against
  }
}
