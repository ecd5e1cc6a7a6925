/// What an evaluation may use up at most.
public struct Limits: Sendable {
  /// Rule instances joined.
  public var instances = 2_000_000_000
  /// Bytes held by relations and instances, as estimated.
  public var memory = 4 << 30
  /// Seconds of wall time.
  public var time = 60.0
  /// Rounds in which a rule works out new values from those it worked out before.
  public var rounds = 10_000
  /// Nodes of the decision diagrams that a question as a function of open facts needs.
  public var diagram = 2_000_000
  /// Depth of an explanation in conclusions that rest on one another.
  public var depth = 1_000
  /// Sections of an explanation.
  public var explanation = 500

  /// Creates the default limits.
  public init() {}

  /// A limit that was reached.
  public enum Kind: String, Sendable, CaseIterable {
    case instances
    case memory
    case time
    case depth
    case explanation
    case rounds
    case diagram
    /// A number worked out needs more than 38 digits.
    case digits

    /// The limits that can be set; the digits of a number are fixed.
    public static let adjustable: [Kind] = [
      .instances, .memory, .time, .depth, .explanation, .rounds, .diagram,
    ]
  }
}
