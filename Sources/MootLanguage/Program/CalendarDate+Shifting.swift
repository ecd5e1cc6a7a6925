extension CalendarDate {
  /// The date so many days, months or years later; earlier for a negative count.
  ///
  /// Months and years keep the day or take the month's last one. `nil` where the date is not precise enough,
  /// or the result leaves the calendar.
  public func shifted(by count: Int, _ unit: Calculation.Unit) -> CalendarDate? {
    switch unit {
    case .days:
      guard day != nil else { return nil }
      return CalendarDate(dayNumber: Int(firstDay) + count)
    case .months:
      guard let month else { return nil }
      return moved(toMonth: year * 12 + month - 1 + count)
    case .years:
      guard let month else { return CalendarDate(year: year + count) }
      return moved(toMonth: (year + count) * 12 + month - 1)
    }
  }

  /// The same day of another month, counted from the year 0, or that month's last.
  private func moved(toMonth index: Int) -> CalendarDate? {
    guard index >= 12, let start = CalendarDate(year: index / 12, month: index % 12 + 1) else {
      return nil
    }
    guard let day else { return start }
    let last = Int(start.lastDay - start.firstDay) + 1
    return CalendarDate(year: start.year, month: start.month, day: min(day, last))
  }

  /// The day with a number, as `firstDay` counts.
  public init?(dayNumber: Int) {
    guard dayNumber >= 0, dayNumber < 3_652_059 else { return nil }
    var year = dayNumber / 366 + 1
    while let next = CalendarDate(year: year + 1), Int(next.firstDay) <= dayNumber { year += 1 }
    var month = 1
    while month < 12, let next = CalendarDate(year: year, month: month + 1),
      Int(next.firstDay) <= dayNumber
    { month += 1 }
    guard let start = CalendarDate(year: year, month: month) else { return nil }
    self.init(year: year, month: month, day: dayNumber - Int(start.firstDay) + 1)
  }
}
