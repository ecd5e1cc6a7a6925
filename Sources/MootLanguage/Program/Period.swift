/// When a state, a contention or a rule holds: from one date until another, either end open.
public struct Period: Hashable, Sendable {
  /// The date it begins, or `nil` where it has always been so.
  public let from: CalendarDate?
  /// The date it ends, or `nil` where it has not ended.
  public let until: CalendarDate?

  /// Creates the period.
  public init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }

  /// A period without ends.
  public static let always = Period()
}
