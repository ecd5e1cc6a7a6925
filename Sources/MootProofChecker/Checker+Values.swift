import FoundationEssentials
import MootLanguage

extension Checker {
  /// The value of a variable or term; `nil` where it has none.
  func value(at id: UInt32?) -> Value? {
    guard let id, id < values.count else { return nil }
    return values[ValueID(raw: id)]
  }

  /// Compares two values; `nil` where the precision of dates leaves it open.
  func compare(_ left: Term, _ relation: Comparison.Relation, _ right: Term) -> Bool? {
    guard let first = value(of: left), let second = value(of: right) else { return false }
    switch relation {
    case .equal: return isSame(first, second)
    case .notEqual: return isSame(first, second).map { !$0 }
    case .before, .less: return precedes(first, second, orIsSame: false)
    case .after, .greater: return precedes(second, first, orIsSame: false)
    case .onOrBefore, .lessOrEqual: return precedes(first, second, orIsSame: true)
    case .onOrAfter, .greaterOrEqual: return precedes(second, first, orIsSame: true)
    }
  }

  private func isSame(_ first: UInt32, _ second: UInt32) -> Bool? {
    guard first != second, case .date(let one)? = value(at: first),
      case .date(let other)? = value(at: second), one.day == nil || other.day == nil
    else { return first == second }
    return one.lastDay < other.firstDay || other.lastDay < one.firstDay ? false : nil
  }

  private func precedes(_ first: UInt32, _ second: UInt32, orIsSame: Bool) -> Bool? {
    guard first < values.count, second < values.count else { return false }
    let (one, other) = (values.words[Int(first)], values.words[Int(second)])
    if ValueWord.areOrdered(one, other) { return one < other || orIsSame && one == other }
    switch (value(at: first), value(at: second)) {
    case (.number(let one)?, .number(let other)?): return one < other || orIsSame && one == other
    case (.date(let one)?, .date(let other)?):
      let slack: Int32 = orIsSame ? 1 : 0
      if one.lastDay < other.firstDay + slack { return true }
      return one.firstDay < other.lastDay + slack ? nil : false
    default: return false
    }
  }

  /// The value of an expression under the bindings; `nil` where it has none.
  func value(of expression: Calculation.Expression) throws(Rejection) -> Value? {
    switch expression {
    case .term(let term): return value(at: value(of: term))
    case .today: return asOf.map { .date($0) }
    case .arithmetic(let operation, let left, let right):
      guard case .number(let first)? = try value(of: left),
        case .number(let second)? = try value(of: right)
      else { return nil }
      return try exact(first, operation, second).map { .number($0) }
    case .shifted(let count, let unit, let direction, let date):
      guard case .number(let number)? = try value(of: count), number.magnitude <= 10_000_000,
        case .date(let start)? = try value(of: date), let steps = Int(number.description)
      else { return nil }
      return start.shifted(by: direction == .after ? steps : -steps, unit).map { .date($0) }
    case .later(let left, let right), .earlier(let left, let right), .days(let left, let right):
      guard case .date(let first)? = try value(of: left),
        case .date(let second)? = try value(of: right)
      else { return nil }
      if case .days = expression {
        let isExact = first.day != nil && second.day != nil
        return isExact ? .number(Decimal(Int(second.firstDay) - Int(first.firstDay))) : nil
      }
      var isLater = false
      if case .later = expression { isLater = true }
      if first == second || first.lastDay < second.firstDay {
        return .date(isLater ? second : first)
      }
      return second.lastDay < first.firstDay ? .date(isLater ? first : second) : nil
    }
  }

  /// The exact result; a quotient is rounded to 38 digits, and there is none by nothing.
  func exact(
    _ first: Decimal, _ operation: Calculation.Operator, _ second: Decimal
  ) throws(Rejection) -> Decimal? {
    var result = first
    var isExact = true
    switch operation {
    case .plus:
      result = first + second
      isExact = result - second == first && result - first == second
    case .minus:
      result = first - second
      isExact = result + second == first && first - result == second
    case .times:
      result = first * second
      isExact = first.digitCount + second.digitCount <= 38
    case .dividedBy:
      guard second != 0 else { return nil }
      result = first / second
    }
    guard isExact, !result.isNaN else { throw Rejection(condition: .digits) }
    return result
  }
}

extension Value {
  /// Where a number or date stands among others: dates by their first and then their last day.
  var rank: (Decimal, Decimal)? {
    switch self {
    case .number(let number): (number, 0)
    case .date(let date): (Decimal(Int(date.firstDay)), Decimal(Int(date.lastDay)))
    case .entity: nil
    }
  }
}

extension Decimal {
  /// The number of its digits, without leading zeros.
  fileprivate var digitCount: Int {
    description.utf8.filter { (48...57).contains($0) }.drop { $0 == 48 }.count
  }
}

extension Period {
  /// Whether the period covers every day of some; `nil` where its dates leave that open.
  func covers(_ firstDay: Int32, _ lastDay: Int32) -> Bool? {
    if let from, from.firstDay > lastDay { return false }
    if let until, until.lastDay < firstDay { return false }
    let begins = from.map { $0.lastDay <= firstDay } ?? true
    let ends = until.map { lastDay <= $0.firstDay } ?? true
    return begins && ends ? true : nil
  }

  /// Whether it counts on the date of an answer; without one, what has no end does.
  func counts(_ date: CalendarDate?) -> Bool? {
    guard let date else { return until == nil }
    return covers(date.firstDay, date.lastDay)
  }
}
