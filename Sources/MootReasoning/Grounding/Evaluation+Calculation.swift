import FoundationEssentials
import MootLanguage

extension Evaluation {
  /// The value of an expression under a binding; `nil` where it has none: no date of the answer, a division
  /// by nothing, a date too imprecise to count days from.
  func value(
    of expression: Calculation.Expression, _ read: (Term) -> UInt32?
  ) throws(LimitReached) -> Value? {
    switch expression {
    case .term(let term): return read(term).map { values.table[ValueID(raw: $0)] }
    case .today: return theory.asOf.map { .date($0) }
    case .arithmetic(let operation, let left, let right):
      guard case .number(let first)? = try value(of: left, read),
        case .number(let second)? = try value(of: right, read)
      else { return nil }
      return try result(of: operation, first, second).map { .number($0) }
    case .shifted(let count, let unit, let direction, let date):
      guard case .number(let number)? = try value(of: count, read),
        case .date(let start)? = try value(of: date, read), let steps = number.wholeNumber
      else { return nil }
      return start.shifted(by: direction == .after ? steps : -steps, unit).map { .date($0) }
    case .later(let left, let right): return try chosen(left, right, read) { $0 > $1 }
    case .earlier(let left, let right): return try chosen(left, right, read) { $0 < $1 }
    case .days(let from, let to):
      guard case .date(let first)? = try value(of: from, read),
        case .date(let last)? = try value(of: to, read), first.day != nil, last.day != nil
      else { return nil }
      return .number(Decimal(Int(last.firstDay) - Int(first.firstDay)))
    }
  }

  /// The later or earlier of two dates that do not overlap, or are the same.
  private func chosen(
    _ left: Calculation.Expression, _ right: Calculation.Expression, _ read: (Term) -> UInt32?,
    _ isChosen: (Int32, Int32) -> Bool
  ) throws(LimitReached) -> Value? {
    guard case .date(let first)? = try value(of: left, read),
      case .date(let second)? = try value(of: right, read)
    else { return nil }
    if first == second { return .date(first) }
    guard first.lastDay < second.firstDay || second.lastDay < first.firstDay else { return nil }
    return .date(isChosen(first.firstDay, second.firstDay) ? first : second)
  }

  /// The exact result; a quotient is rounded to 38 digits.
  private func result(
    of operation: Calculation.Operator, _ first: Decimal, _ second: Decimal
  ) throws(LimitReached) -> Decimal? {
    let result: Decimal
    let isExact: Bool
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
      isExact = true
    }
    guard isExact, !result.isNaN else { throw LimitReached(kind: .digits) }
    return result
  }
}

extension Decimal {
  /// The number as an integer, where it is one of a size that dates can be shifted by.
  fileprivate var wholeNumber: Int? {
    guard magnitude <= 10_000_000, let number = Int(description) else { return nil }
    return number
  }

  /// The number of its digits, without leading and trailing zeros.
  fileprivate var digitCount: Int {
    let digits = description.utf8.filter { (48...57).contains($0) }
    let significant = digits.drop { $0 == 48 }
    return significant.count
  }
}
