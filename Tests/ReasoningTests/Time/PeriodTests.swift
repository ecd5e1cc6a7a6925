import MootLanguage
import Testing

@testable import MootReasoning

/// Dates as spans, against their definition day by day.
struct PeriodTests {
  private static let dates = [
    "2006", "2007", "2006-12", "2007-01", "2007-02", "2006-12-31", "2007-01-01", "2007-01-15",
    "2007-01-31", "2007-02-01", "2008-02-29",
  ].compactMap { Value.date(reading: Array($0.utf8)) }

  @Test(arguments: dates, dates)
  func `before and on or before hold when every choice of days makes them true`(
    first: CalendarDate, second: CalendarDate
  ) {
    var values = ValueTable()
    let left = values.intern(.date(first)).raw
    let right = values.intern(.date(second)).raw
    let order = ValueOrder(values)
    func truth(_ relation: (Int32, Int32) -> Bool) -> ValueOrder.Truth {
      let corners = [first.firstDay, first.lastDay].flatMap { day in
        [second.firstDay, second.lastDay].map { relation(day, $0) }
      }
      return corners.allSatisfy { $0 } ? .holds : corners.contains(true) ? .open : .fails
    }
    #expect(order.compare(left, .before, right) == truth(<))
    #expect(order.compare(left, .onOrBefore, right) == truth(<=))
    #expect(order.compare(left, .after, right) == truth(>))
    #expect(order.compare(left, .onOrAfter, right) == truth(>=))
    let isSame = first == second
    #expect(order.compare(left, .equal, right) == (isSame ? .holds : overlap(first, second)))
  }

  @Test(arguments: dates, dates)
  func `a period counts when it covers every day of the date`(
    from: CalendarDate, asOf: CalendarDate
  ) {
    let period = Period(from: from)
    let expected: ValueOrder.Truth =
      from.lastDay <= asOf.firstDay ? .holds : from.firstDay > asOf.lastDay ? .fails : .open
    #expect(period.counts(asOf: asOf) == expected)
    let end = Period(until: from)
    let expectedEnd: ValueOrder.Truth =
      asOf.lastDay <= from.firstDay ? .holds : asOf.firstDay > from.lastDay ? .fails : .open
    #expect(end.counts(asOf: asOf) == expectedEnd)
  }

  @Test func `without a date a state counts that has no end`() {
    #expect(Period(from: Self.dates[0]).counts(asOf: nil) == .holds)
    #expect(Period(until: Self.dates[0]).counts(asOf: nil) == .fails)
  }

  @Test(arguments: [
    ("2006-01-31", 1, Calculation.Unit.months, "2006-02-28"),
    ("2008-02-29", 1, .years, "2009-02-28"), ("2007-12-31", 1, .days, "2008-01-01"),
    ("2008-03-01", -1, .days, "2008-02-29"), ("2006-09", 4, .months, "2007-01"),
    ("2006", 6, .years, "2012"), ("2000-01-01", 3652, .days, "2009-12-31"),
    ("2006-03-31", -1, .months, "2006-02-28"),
  ])
  func `months and years keep the day or take the last of the month`(
    start: String, count: Int, unit: Calculation.Unit, expected: String
  ) throws {
    let date = try #require(Value.date(reading: Array(start.utf8)))
    #expect(date.shifted(by: count, unit) == Value.date(reading: Array(expected.utf8)))
  }

  @Test func `a date that is not precise enough cannot be shifted`() throws {
    let month = try #require(Value.date(reading: Array("2006-09".utf8)))
    #expect(month.shifted(by: 1, .days) == nil)
    let year = try #require(Value.date(reading: Array("2006".utf8)))
    #expect(year.shifted(by: 1, .months) == nil)
    #expect(year.shifted(by: 9_000, .years) == nil)
  }

  @Test func `shifting by days visits each day of a century once`() throws {
    var date = try #require(CalendarDate(year: 1950, month: 1, day: 1))
    for _ in 0..<36_525 {
      let next = try #require(date.shifted(by: 1, .days))
      #expect(next.firstDay == date.firstDay + 1)
      date = next
    }
    #expect(date == CalendarDate(year: 2050, month: 1, day: 1))
  }

  private func overlap(_ first: CalendarDate, _ second: CalendarDate) -> ValueOrder.Truth {
    first.lastDay < second.firstDay || second.lastDay < first.firstDay ? .fails : .open
  }
}
