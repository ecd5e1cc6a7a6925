import MootLanguage

import struct FoundationEssentials.Decimal

/// Comparison of the values of a table, by their words.
struct ValueOrder: Sendable {
  /// The values.
  private(set) var table: ValueTable

  /// What a comparison comes to.
  enum Truth {
    case holds
    case fails
    /// The precision of the dates leaves it open.
    case open
  }

  /// Creates the order of the values of a table.
  init(_ table: ValueTable) { self.table = table }

  /// The id of a value, which is added if it is new.
  mutating func intern(_ value: Value) -> UInt32 { table.intern(value).raw }

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
    let word = table.words[Int(value)]
    guard ValueWord.sort(word) == .date else { return .fails }
    return period.covers(table.date(of: word))
  }

  /// Whether two values are the same, as `=` has it.
  func equality(_ left: UInt32, _ right: UInt32) -> Truth {
    if left == right { return .holds }
    let (first, second) = (table.words[Int(left)], table.words[Int(right)])
    // Only a month or a year can be the same as another date.
    guard ValueWord.sort(first) == .date, ValueWord.sort(second) == .date,
      ValueWord.tag(first) == ValueWord.span || ValueWord.tag(second) == ValueWord.span
    else { return .fails }
    let (one, other) = (table.date(of: first), table.date(of: second))
    return one.lastDay < other.firstDay || other.lastDay < one.firstDay ? .fails : .open
  }

  private func precedes(_ left: UInt32, _ right: UInt32, strictly: Bool) -> Truth {
    let (first, second) = (table.words[Int(left)], table.words[Int(right)])
    if ValueWord.areOrdered(first, second) {
      return first < second || !strictly && first == second ? .holds : .fails
    }
    guard ValueWord.sort(first) == ValueWord.sort(second) else { return .fails }
    switch ValueWord.sort(first) {
    case .name: return .fails
    case .number:
      let (one, other) = (table.number(of: first), table.number(of: second))
      return one < other || !strictly && one == other ? .holds : .fails
    case .date: break
    }
    let (one, other) = (table.date(of: first), table.date(of: second))
    let slack: Int32 = strictly ? 0 : 1
    if one.lastDay < other.firstDay + slack { return .holds }
    return one.firstDay < other.lastDay + slack ? .open : .fails
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
