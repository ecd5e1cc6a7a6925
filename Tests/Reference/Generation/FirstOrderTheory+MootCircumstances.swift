extension FirstOrderTheory {
  /// The statements that declare who speaks.
  var speakerStatements: [String] {
    speakers.enumerated().map { number, principal in
      let word = Self.word(speaker: number)
      return "speaker \(word) \"\(word)\""
        + (principal.map { "\n  for \(Self.word(speaker: $0))" } ?? "")
    }
  }

  /// The name of a speaker.
  static func word(speaker: Int) -> String { "Voice\(speaker)" }

  /// A fact with its dates.
  func text(_ state: State) -> String {
    (["fact \(text(state.sentence))"] + state.period.clauses).joined(separator: "\n")
  }

  /// The clauses that tell when a rule is in force.
  func forceClauses(_ rule: Rule) -> [String] {
    guard rule.period != .always else { return [] }
    let law = rule.lawOfDay.map { ["  by the law of \(Self.word(variable: $0))"] } ?? []
    return ["  in force \(rule.period.words)"] + law
  }

  /// A condition about numbers, dates, all of something, totals or other dates.
  func circumstanceText(_ condition: Condition) -> String {
    switch condition {
    case .sentence, .comparison: preconditionFailure("no circumstance")
    case .order(let left, let order, let right):
      return "\(word(left)) \(sign(order, isOfDates: isDate(left) || isDate(right))) \(word(right))"
    case .calculation(let result, let expression):
      return "\(Self.word(variable: result)) = \(text(expression))"
    case .every(let every):
      let body = text(.sentence(every.body, standard: every.standard))
      return "every \(Self.word(variable: every.variable)) such that "
        + lines(every.domain) + ": " + body
    case .total(let total):
      return "\(Self.word(variable: total.result)) = \(total.function.rawValue)"
        + (total.function == .number || total.function == .sum ? " of" : "")
        + " \(Self.word(variable: total.over)) such that " + lines(total.conditions)
    case .past(let sentence, let day):
      return (day.map { "at \(word($0)), " } ?? "at some time, ") + text(sentence)
    }
  }

  /// Conditions inside another, the later ones on lines of their own.
  private func lines(_ conditions: [Condition]) -> String {
    conditions.map(text).joined(separator: "\n    where ")
  }

  /// The sign of a comparison.
  private func sign(_ order: Order, isOfDates: Bool) -> String {
    switch order {
    case .before: isOfDates ? "before" : "<"
    case .after: isOfDates ? "after" : ">"
    case .onOrBefore: isOfDates ? "on or before" : "<="
    case .onOrAfter: isOfDates ? "on or after" : ">="
    case .same: "="
    case .notSame: "!="
    }
  }

  /// Whether a term is a date.
  private func isDate(_ term: Term) -> Bool {
    switch term {
    case .variable(let variable): ReferenceSort(ofVariable: variable) == .date
    case .constant(let constant): value(of: constant).sort == .date
    case .today: true
    case .anyone: false
    }
  }

  /// What is worked out, in words.
  private func text(_ expression: Expression) -> String {
    switch expression {
    case .sum(let left, let right): "\(word(left)) + \(word(right))"
    case .difference(let left, let right): "\(word(left)) - \(word(right))"
    case .times(let term, let tenths):
      "\(word(term)) * \(ReferenceValue.number(tenths * 100).text)"
    case .daysLater(let count, let term):
      "\(abs(count)) days \(count < 0 ? "before" : "after") \(word(term))"
    case .monthsLater(let count, let term):
      "\(abs(count)) months \(count < 0 ? "before" : "after") \(word(term))"
    case .later(let left, let right): "later of \(word(left)), \(word(right))"
    case .earlier(let left, let right): "earlier of \(word(left)), \(word(right))"
    case .days(let from, let to): "days from \(word(from)) to \(word(to))"
    case .today: "today"
    }
  }
}
