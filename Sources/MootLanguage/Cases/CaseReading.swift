/// What was read of a case, whose facts are in the program now.
public struct CaseReading: Sendable {
  /// What the case calls itself.
  public internal(set) var name: Name?
  /// The date of its answers, where it says so.
  public internal(set) var asOf: CalendarDate?
  /// What it supposes, in order.
  public internal(set) var changes: [Change] = []
  /// What is wrong with it; when there is anything, it must not be answered.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Whether a limit stopped the reading.
  public var isStopped: Bool { diagnostics.contains { $0.code == "reading-stopped" } }

  /// Creates the reading of a case that says nothing yet.
  public init() {}

  /// Notes that the case cannot be read at all.
  public mutating func refuse(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What a case calls itself: a text, or a number as it is written.
  public enum Name: Hashable, Sendable {
    case text(String)
    case number(String)
  }
}
