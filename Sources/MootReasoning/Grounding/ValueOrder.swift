import MootLanguage

import struct FoundationEssentials.Decimal

/// The values of a program in a form that comparisons read: spans of days, and ranks of numbers.
struct ValueOrder: Sendable {
  private enum Sort: UInt8 {
    case entity
    case number
    case date
  }

  private var sorts: [Sort] = []
  private var lows: [Int32] = []
  private var highs: [Int32] = []
  /// The numbers, by the place that `lows` gives.
  private var numbers: [Decimal] = []

  /// The number of values.
  var count: Int { sorts.count }

  /// What a comparison comes to.
  enum Truth {
    case holds
    case fails
    /// The precision of the dates leaves it open.
    case open
  }

  /// Reads the values of a table.
  init(_ values: ValueTable) {
    sorts.reserveCapacity(values.count)
    for index in 0..<values.count { append(values[ValueID(raw: UInt32(index))]) }
  }

  /// Adds the next value.
  mutating func append(_ value: Value) {
    switch value {
    case .entity: append(.entity, 0, 0)
    case .date(let date): append(.date, date.firstDay, date.lastDay)
    case .number(let number):
      append(.number, Int32(numbers.count), 0)
      numbers.append(number)
    }
  }

  /// Forgets the values that were added last, until so many are left.
  mutating func shrink(to count: Int) {
    for index in sorts.indices.dropFirst(count) where sorts[index] == .number {
      numbers.removeLast()
    }
    sorts.removeLast(sorts.count - count)
    lows.removeLast(lows.count - count)
    highs.removeLast(highs.count - count)
  }

  /// Compares two values (section "Time" of the language for dates; by value for all else).
  func compare(_ left: UInt32, _ relation: Comparison.Relation, _ right: UInt32) -> Truth {
    switch relation {
    case .equal: return equality(left, right)
    case .notEqual: return negated(equality(left, right))
    case .before, .less: return precedes(left, right, strictly: true)
    case .after, .greater: return precedes(right, left, strictly: true)
    case .onOrBefore, .lessOrEqual: return precedes(left, right, strictly: false)
    case .onOrAfter, .greaterOrEqual: return precedes(right, left, strictly: false)
    }
  }

  /// Whether a period covers the date `value`.
  func covers(_ period: Period, _ value: UInt32) -> Truth {
    guard sorts[Int(value)] == .date else { return .fails }
    return period.covers(firstDay: lows[Int(value)], lastDay: highs[Int(value)])
  }

  private mutating func append(_ sort: Sort, _ low: Int32, _ high: Int32) {
    sorts.append(sort)
    lows.append(low)
    highs.append(high)
  }

  private func equality(_ left: UInt32, _ right: UInt32) -> Truth {
    if left == right { return .holds }
    guard sorts[Int(left)] == .date, sorts[Int(right)] == .date else { return .fails }
    let isApart =
      highs[Int(left)] < lows[Int(right)] || highs[Int(right)] < lows[Int(left)]
    return isApart ? .fails : .open
  }

  private func precedes(_ left: UInt32, _ right: UInt32, strictly: Bool) -> Truth {
    guard sorts[Int(left)] == sorts[Int(right)] else { return .fails }
    switch sorts[Int(left)] {
    case .entity: return .fails
    case .number:
      let (first, second) = (numbers[Int(lows[Int(left)])], numbers[Int(lows[Int(right)])])
      return first < second || !strictly && first == second ? .holds : .fails
    case .date: break
    }
    let slack: Int32 = strictly ? 0 : 1
    if highs[Int(left)] < lows[Int(right)] + slack { return .holds }
    return lows[Int(left)] < highs[Int(right)] + slack ? .open : .fails
  }

  private func negated(_ truth: Truth) -> Truth {
    switch truth {
    case .holds: .fails
    case .fails: .holds
    case .open: .open
    }
  }
}

extension Period {
  /// Whether the period covers every day of a date (section "Time" of the language).
  func covers(_ date: CalendarDate) -> ValueOrder.Truth {
    covers(firstDay: date.firstDay, lastDay: date.lastDay)
  }

  /// Whether the period covers every day from `firstDay` to `lastDay`.
  func covers(firstDay: Int32, lastDay: Int32) -> ValueOrder.Truth {
    var truth = ValueOrder.Truth.holds
    if let from, from.lastDay > firstDay {
      guard from.firstDay <= lastDay else { return .fails }
      truth = .open
    }
    if let until, lastDay > until.firstDay {
      guard firstDay <= until.lastDay else { return .fails }
      truth = .open
    }
    return truth
  }

  /// Whether the period counts on the date of an answer; without a date, a state counts that has no end.
  func counts(asOf date: CalendarDate?) -> ValueOrder.Truth {
    guard let date else { return until == nil ? .holds : .fails }
    return covers(date)
  }
}
