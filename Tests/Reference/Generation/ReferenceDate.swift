/// A year, a month or a day, as the span of days it names; counted by hand, apart from the engine's calendar.
struct ReferenceDate: Hashable, Sendable {
  let year: Int
  let month: Int?
  let day: Int?

  /// A year, a month of it or a day of that.
  init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day so many days after the last of 1999.
  init(dayNumber: Int) {
    var rest = dayNumber
    var (year, month) = (2000, 1)
    while rest > Self.length(year, month) {
      rest -= Self.length(year, month)
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    self.init(year, month, rest)
  }

  /// The first day it covers, 1 being the first of 2000.
  var first: Int { Self.number(year, month ?? 1, day ?? 1) }

  /// The last day it covers.
  var last: Int {
    let lastMonth = month ?? 12
    return Self.number(year, lastMonth, day ?? Self.length(year, lastMonth))
  }

  /// How it is written.
  var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)" + (month.map { "-" + padded($0) } ?? "") + (day.map { "-" + padded($0) } ?? "")
  }

  /// Whether it lies before `other`: with its last day before the other's first; open where a choice of days decides.
  func isBefore(_ other: ReferenceDate) -> ReferenceTruth {
    if last < other.first { return .holds }
    return first < other.last ? .open : .fails
  }

  /// Whether it lies on or before `other`.
  func isOnOrBefore(_ other: ReferenceDate) -> ReferenceTruth {
    if last <= other.first { return .holds }
    return first <= other.last ? .open : .fails
  }

  /// Whether it is the same date; open where one is within the other.
  func isSame(as other: ReferenceDate) -> ReferenceTruth {
    if self == other { return .holds }
    return last < other.first || other.last < first ? .fails : .open
  }

  /// The date so many days later; nil unless it is a day.
  func adding(days: Int) -> ReferenceDate? {
    day == nil ? nil : ReferenceDate(dayNumber: first + days)
  }

  /// The date so many months later: the same day, or the last of a shorter month; nil for a year.
  func adding(months: Int) -> ReferenceDate? {
    guard let month else { return nil }
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return ReferenceDate(newYear, newMonth, day.map { min($0, Self.length(newYear, newMonth)) })
  }

  /// The number of a day from the first of 2000, month by month.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = (2000..<year).reduce(0) { sum, year in
      sum + (1...12).reduce(0) { $0 + length(year, $1) }
    }
    return years + (1..<month).reduce(0) { $0 + length(year, $1) } + day
  }

  /// The days of a month; no century but 2000 is asked about.
  private static func length(_ year: Int, _ month: Int) -> Int {
    [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
