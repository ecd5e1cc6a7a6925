import MootLanguage

extension Relevance {
  /// The dates that what can matter is about, in facts and rules, and those in literals that are asked or supposed.
  ///
  /// Rules may compare the date of the answer with them, and with what they work out from them, which is not
  /// among them.
  func dates(in theory: Theory, and literals: [Literal]) -> Set<CalendarDate> {
    let program = theory.program
    var isNamed = [Bool](repeating: false, count: program.values.count)
    func name(_ values: some Sequence<ValueID>) {
      for value in values where value != .none { isNamed[Int(value.raw)] = true }
    }
    for literal in literals + theory.assumed { name(literal.arguments) }
    for fact in program.facts where includes(fact) { name(program.arguments(of: fact)) }
    for (index, rule) in program.rules.enumerated() where rules[index] {
      name(rule.conclusions.flatMap(\.terms).compactMap(\.constant))
      name((rule.alternatives + rule.exceptions).joined().flatMap(\.constants))
    }
    let dates = isNamed.indices.compactMap { index -> CalendarDate? in
      guard isNamed[index], case .date(let date) = program[ValueID(raw: UInt32(index))] else {
        return nil
      }
      return date
    }
    return Set(dates)
  }
}

extension Outcome {
  /// The dates that rules have worked out, whether the program had them before or not.
  var datesWorkedOut: [CalendarDate] {
    let new = theory.program.values.count..<program.values.count
    return (knownDatesWorkedOut + new.map { UInt32($0) }).compactMap { id in
      if case .date(let date) = program[ValueID(raw: id)] { date } else { nil }
    }
  }
}

extension Term {
  /// The value, where it is one.
  fileprivate var constant: ValueID? { if case .value(let value) = self { value } else { nil } }
}

extension Condition {
  /// The values that are written in it, also inside `every` and aggregates.
  fileprivate var constants: [ValueID] {
    switch self {
    case .sentence(let sentence, _): sentence.terms.compactMap(\.constant)
    case .comparison(let comparison): [comparison.left, comparison.right].compactMap(\.constant)
    case .calculation(let calculation): calculation.expression.constants
    case .universal(let universal):
      universal.domain.flatMap(\.constants) + universal.body.terms.compactMap(\.constant)
    case .aggregate(let aggregate): aggregate.conditions.flatMap(\.constants)
    case .past(let past):
      (past.sentence.terms + (past.day.map { [$0] } ?? [])).compactMap(\.constant)
    }
  }
}

extension Calculation.Expression {
  /// The values that are written in it.
  fileprivate var constants: [ValueID] {
    switch self {
    case .term(let term): term.constant.map { [$0] } ?? []
    case .today: []
    case .arithmetic(_, let left, let right), .later(let left, let right),
      .earlier(let left, let right), .days(let left, let right),
      .shifted(let left, _, _, of: let right):
      left.constants + right.constants
    }
  }
}
