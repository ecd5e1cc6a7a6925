public import struct FoundationEssentials.Decimal

/// What stands in the hole of a sentence.
public enum Value: Hashable, Sendable {
  /// A bare or quoted name.
  case entity(String)
  /// An exact decimal number.
  case number(Decimal)
  /// A year, month or day.
  case date(CalendarDate)
}
