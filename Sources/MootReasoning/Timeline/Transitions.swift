import MootLanguage

/// The facts, contentions and rules that can matter and begin or end, and the days on which that can tell.
struct Transitions {
  /// What begins or ends, in source order, facts first.
  let all: [Transition]

  /// Something that begins or ends on a day of a span.
  struct Transition {
    /// What happens, with its date as it is stated.
    let cause: Timeline.Cause
    /// The first day on which it may have happened.
    let firstDay: Int32
    /// The first day on which it has happened for certain.
    let settledDay: Int32
  }

  /// Gathers them (language, "Time": a state holds when `from` is on or before the date and the date on or
  /// before `until`, as spans).
  init(_ relevance: Relevance, in theory: Theory) {
    var all: [Transition] = []
    let program = theory.program
    for run in program.facts.runs where program.statesPeriods(run) {
      for index in run.range {
        let fact = program.facts[index]
        guard theory.factStates[index] != .dropped, !fact.isImplied, relevance.includes(fact) else {
          continue
        }
        let period = program.particulars[Int(fact.particulars)].period
        all += Self.transitions(of: .fact(index), period)
      }
    }
    for (index, rule) in theory.program.rules.enumerated() where relevance.rules[index] {
      guard rule.lawOfDay == nil else { continue }
      if case .switchedOff = theory.ruleStates[index] { continue }
      all += Self.transitions(of: .rule(RuleID(raw: UInt32(index))), rule.period)
    }
    self.all = all
  }

  /// The days on which an answer can change.
  var days: [Int32] { all.flatMap { [$0.firstDay, $0.settledDay] } }

  private static func transitions(
    of source: Argument.Source, _ period: Period
  ) -> [Transition] {
    var transitions: [Transition] = []
    if let from = period.from {
      transitions.append(
        Transition(
          cause: .begins(source, from), firstDay: from.firstDay, settledDay: from.lastDay))
    }
    if let until = period.until {
      transitions.append(
        Transition(
          cause: .ends(source, until), firstDay: until.firstDay + 1, settledDay: until.lastDay + 1))
    }
    return transitions
  }
}

extension CalendarDate {
  /// The days on which a comparison of a date with that of the answer can come out otherwise than the day before.
  var turningDays: [Int32] { [firstDay, firstDay + 1, lastDay, lastDay + 1] }
}
