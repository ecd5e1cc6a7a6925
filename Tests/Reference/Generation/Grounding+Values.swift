extension Grounding {
  /// The value a term has.
  private func value(_ term: FirstOrderTheory.Term, _ binding: [Int]) -> ReferenceValue? {
    guard term != .today else { return theory.asOf.map { .date($0) } }
    let constant = atoms.constant(term, binding)
    return constant < 0 ? nil : theory.value(of: constant)
  }

  /// Whether two numbers or dates are so related.
  func truth(
    _ left: FirstOrderTheory.Term, _ order: FirstOrderTheory.Order, _ right: FirstOrderTheory.Term,
    _ binding: [Int]
  ) -> ReferenceTruth {
    guard let one = value(left, binding), let other = value(right, binding) else { return .fails }
    return Self.truth(one, order, other)
  }

  /// What a comparison of two values comes to.
  static func truth(
    _ left: ReferenceValue, _ order: FirstOrderTheory.Order, _ right: ReferenceValue
  ) -> ReferenceTruth {
    switch (left, right) {
    case (.number(let one), .number(let other)): truth(one, order, other)
    case (.date(let one), .date(let other)): truth(one, order, other)
    default: .fails
    }
  }

  private static func truth(
    _ left: ReferenceDate, _ order: FirstOrderTheory.Order, _ right: ReferenceDate
  ) -> ReferenceTruth {
    switch order {
    case .before: left.isBefore(right)
    case .after: right.isBefore(left)
    case .onOrBefore: left.isOnOrBefore(right)
    case .onOrAfter: right.isOnOrBefore(left)
    case .same: left.isSame(as: right)
    case .notSame: left.isSame(as: right).negated
    }
  }

  private static func truth(_ left: Int, _ order: FirstOrderTheory.Order, _ right: Int)
    -> ReferenceTruth
  {
    let isTrue =
      switch order {
      case .before: left < right
      case .after: left > right
      case .onOrBefore: left <= right
      case .onOrAfter: left >= right
      case .same: left == right
      case .notSame: left != right
      }
    return isTrue ? .holds : .fails
  }

  /// The value of an expression, noted where it is no constant yet; nil where it has none.
  mutating func value(of expression: FirstOrderTheory.Expression, _ binding: [Int])
    -> ReferenceValue?
  {
    let terms = expression.terms.map { value($0, binding) }
    let result: ReferenceValue? =
      switch (expression, terms.first ?? nil, terms.last ?? nil) {
      case (.sum, .number(let one)?, .number(let other)?): .number(one + other)
      case (.difference, .number(let one)?, .number(let other)?): .number(one - other)
      case (.times(_, let tenths), .number(let number)?, _): .number(number * tenths / 10)
      case (.daysLater(let count, _), .date(let date)?, _):
        date.adding(days: count).map { .date($0) }
      case (.monthsLater(let count, _), .date(let date)?, _):
        date.adding(months: count).map { .date($0) }
      case (.later, .date(let one)?, .date(let other)?): Self.later(one, other).map { .date($0) }
      case (.earlier, .date(let one)?, .date(let other)?):
        Self.earlier(one, other).map { .date($0) }
      case (.days, .date(let from)?, .date(let to)?):
        from.day == nil || to.day == nil ? nil : .number((to.first - from.first) * 1000)
      case (.today, _, _): theory.asOf.map { .date($0) }
      default: nil
      }
    if let result { note(result) }
    return result
  }

  /// Notes a value that is no constant yet.
  mutating func note(_ value: ReferenceValue) {
    if constantByValue[value] == nil { newValues.insert(value) }
  }

  /// The later of two dates that are the same or do not overlap.
  private static func later(_ one: ReferenceDate, _ other: ReferenceDate) -> ReferenceDate? {
    one.isBefore(other) == .holds ? other : earlier(one, other).map { _ in one }
  }

  /// The earlier of two dates that are the same or do not overlap.
  private static func earlier(_ one: ReferenceDate, _ other: ReferenceDate) -> ReferenceDate? {
    if one == other || one.isBefore(other) == .holds { return one }
    return other.isBefore(one) == .holds ? other : nil
  }

  /// Whether facts state a sentence on another day, or at some time up to the date of the answer.
  func truth(
    of sentence: FirstOrderTheory.Sentence, on day: FirstOrderTheory.Term?, _ binding: [Int]
  ) -> ReferenceTruth {
    let literal = atoms.literal(sentence, binding)
    func isStated(_ stated: FirstOrderTheory.Sentence) -> Bool {
      atoms.weakenings(of: atoms.literal(stated, atoms.emptyBinding)).contains(literal)
    }
    if let day {
      guard case .date(let date)? = value(day, binding) else { return .fails }
      return truth(where: isStated) { $0.covers(date) }
    }
    return truth(where: isStated) { $0.hasBegun(by: theory.asOf) }
  }

  /// The most that any of the facts comes to.
  private func truth(
    where isStated: (FirstOrderTheory.Sentence) -> Bool,
    _ truth: (ReferencePeriod) -> ReferenceTruth
  ) -> ReferenceTruth {
    let plain = theory.facts.filter(isStated).map { _ in ReferencePeriod.always }
    let dated = theory.states.filter { isStated($0.sentence) }.map(\.period)
    return (plain + dated).map(truth).max { $0.rawValue < $1.rawValue } ?? .fails
  }
}
