import MootLanguage

extension ConditionReader {
  /// An `every … such that` with the body's literal for each of the kind.
  func gathered(_ universal: Universal, under binding: [UInt32]) -> Conditions.Condition {
    let kinds = universal.domain.map { words(of: $0, under: binding) }.joined(separator: " and ")
    let body = words(universal.body, under: binding)
    let parts = instances(of: universal.domain, under: binding).compactMap { found in
      literal(universal.body, under: found.binding)
    }
    return .gathered("for every case in which \(kinds): \(body)", parts: parts)
  }

  /// An aggregate with the literals it is worked out from.
  func gathered(_ aggregate: Aggregate, under binding: [UInt32]) -> Conditions.Condition {
    let result = words(.variable(aggregate.result), under: binding)
    let over = words(.variable(aggregate.over), under: binding)
    let conditions = aggregate.conditions.map { words(of: $0, under: binding) }
    var parts: [Literal] = []
    for found in instances(of: aggregate.conditions, under: binding, for: .premises) {
      for sentence in aggregate.conditions.flatMap(\.sentences) {
        guard let literal = literal(sentence, under: found.binding) else { continue }
        if !parts.contains(literal) { parts.append(literal) }
      }
    }
    let text =
      "\(result) = \(aggregate.function.rawValue) of \(over) such that "
      + conditions.joined(separator: " and ")
    return isLeftOpen(aggregate, under: binding)
      ? .comparison(text, isOpen: true) : .gathered(text, parts: parts)
  }

  /// Whether the precision of dates leaves open whether an aggregate comes to the value that it is held against.
  private func isLeftOpen(_ aggregate: Aggregate, under binding: [UInt32]) -> Bool {
    let register = Int(aggregate.result.raw)
    guard binding[register] != Block.unbound else { return false }
    var open = binding
    open[register] = Block.unbound
    let found = instances(of: [.aggregate(aggregate)], under: open, for: .premises)
    let truths = found.map {
      inquiry.evaluation.values.order.equality(binding[register], $0.binding[register])
    }
    return truths.contains(.open) && !truths.contains(.holds)
  }

  /// A state on another date with the fact that states it.
  func past(_ past: PastState, under binding: [UInt32]) -> Conditions.Condition {
    let moment = past.day.map { "on \(words($0, under: binding))" } ?? "at some time"
    let text = "\(moment), \(words(past.sentence, under: binding))"
    guard let literal = literal(past.sentence, under: binding) else {
      return .pattern(text, standard: nil)
    }
    switch truth(of: past, literal, under: binding) {
    case .holds: return .past(text, fact: inquiry.fact(stating: literal))
    case .open: return .comparison(text, isOpen: true)
    case .fails: return .pattern(text, standard: nil)
    }
  }

  /// Whether a state was so on the day it is read, or at some time.
  private func truth(of past: PastState, _ literal: Literal, under binding: [UInt32])
    -> ValueOrder.Truth
  {
    let evaluation = inquiry.evaluation
    return evaluation.history(of: literal.predicate) { history in
      guard let row = history.table.row(of: literal.arguments.map(\.raw)) else { return .fails }
      guard let day = past.day else { return history.truth(row, upTo: evaluation.theory.asOf) }
      guard let value = self.value(day, under: binding),
        case .date(let date) = evaluation.values.table[ValueID(raw: value)]
      else { return .fails }
      return history.truth(row, from: date.firstDay, to: date.lastDay)
    }
  }

  /// A calculation with its result; where something else gave that, it compares the two.
  func calculation(_ calculation: Calculation, under binding: [UInt32]) -> Conditions.Condition {
    let expression = words(calculation.expression, under: binding)
    guard let known = value(.variable(calculation.result), under: binding) else {
      return .pattern(expression, standard: nil)
    }
    let result = words(.variable(calculation.result), under: binding)
    let text: String
    switch calculation.expression {
    case .today: text = "today is \(result)"
    case .term, .arithmetic: text = "\(result) = \(expression)"
    case .shifted, .later, .earlier, .days: text = "\(result) is \(expression)"
    }
    let evaluation = inquiry.evaluation
    let found = try? evaluation.value(of: calculation.expression) { value($0, under: binding) }
    guard let found else { return .pattern(text, standard: nil) }
    let truth = evaluation.values.order.equality(known, evaluation.values.intern(found))
    return .comparison(text, truth)
  }

  /// An expression in words with its values in place.
  func words(_ expression: Calculation.Expression, under binding: [UInt32]) -> String {
    switch expression {
    case .term(let term): return words(term, under: binding)
    case .today: return "today"
    case .arithmetic(let operation, let left, let right):
      let first = operand(left, of: operation, isRight: false, under: binding)
      let second = operand(right, of: operation, isRight: true, under: binding)
      return "\(first) \(operation.rawValue) \(second)"
    case .shifted(let count, let unit, let direction, let date):
      let number = words(count, under: binding)
      let name = number == "1" ? String(unit.rawValue.dropLast()) : unit.rawValue
      return "\(number) \(name) \(direction.rawValue) \(words(date, under: binding))"
    case .later(let left, let right):
      return "the later of \(words(left, under: binding)) and \(words(right, under: binding))"
    case .earlier(let left, let right):
      return "the earlier of \(words(left, under: binding)) and \(words(right, under: binding))"
    case .days(let from, let to):
      return "the days from \(words(from, under: binding)) to \(words(to, under: binding))"
    }
  }

  /// One side of a calculation, in brackets where without them it would be read another way.
  private func operand(
    _ side: Calculation.Expression, of operation: Calculation.Operator, isRight: Bool,
    under binding: [UInt32]
  ) -> String {
    let words = words(side, under: binding)
    guard case .arithmetic(let inner, _, _) = side else { return words }
    let isLooser = inner.isAdditive && !operation.isAdditive
    let isRegrouped = isRight && inner.isAdditive == operation.isAdditive
    return isLooser || isRegrouped ? "(\(words))" : words
  }
}

extension Calculation.Operator {
  /// Whether it comes after multiplying and dividing.
  fileprivate var isAdditive: Bool {
    switch self {
    case .plus, .minus: true
    case .times, .dividedBy: false
    }
  }
}
