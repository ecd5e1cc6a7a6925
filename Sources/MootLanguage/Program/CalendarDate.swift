/// A year, a month or a day of the proleptic Gregorian calendar, with the precision it was stated in.
///
/// A date is the span of days it names (section "Time" of the language).
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12, or `nil` where only the year is known.
  public let month: Int?
  /// The day of the month, or `nil` where only the month is known.
  public let day: Int?

  /// Creates a date; `nil` when there is no such year, month or day.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(inMonth: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Creates a date whose parts are known to be right.
  init(known year: Int, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of the span, as days since 1 January of the year 1.
  public var firstDay: Int32 {
    Self.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day of the span, as days since 1 January of the year 1.
  public var lastDay: Int32 {
    let lastMonth = month ?? 12
    return Self.dayNumber(
      year: year, month: lastMonth, day: day ?? Self.days(inMonth: lastMonth, of: year))
  }

  /// The number of days in a month.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    let leapDay = month > 2 && isLeap(year) ? 1 : 0
    let past = year - 1
    return Int32(past * 365 + past / 4 - past / 100 + past / 400 + before + leapDay + day - 1)
  }
}
