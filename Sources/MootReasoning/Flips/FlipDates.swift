import MootLanguage

/// The dates at which something begins or ends on which a literal can depend, as stretches of days during
/// which no period begins or ends.
struct FlipDates {
  /// One day for each stretch but the present one, that nearest to the present; in the order of time.
  let days: [CalendarDate]
  /// How many stretches had to be left out, for there were too many.
  let omitted: Int

  /// How many stretches before the present and after it are candidates at most.
  private static let most = 30

  /// Finds the dates for a literal, whatever counts at present.
  init(for literal: Literal, in scenario: Scenario, open: [OpenFact]) {
    let theory = Theory(scenario)
    let program = theory.program
    func counts(_ rule: Int) -> Bool {
      switch theory.ruleStates[rule] {
      case .active, .notInForce, .uncertain: true
      case .switchedOff: false
      }
    }
    let usable = UsableRules(
      in: theory, supposing: open.flatMap { program.literals(supposing: $0.sentence) },
      where: counts, factsWhere: { theory.factStates[$0] != .dropped })
    let relevance = Relevance(of: literal, in: theory) { usable.rules[$0] }
    let starts = Set(Transitions(relevance, in: theory).days.map { Int($0) })
    let all = Self.days(in: starts.sorted(), around: scenario.asOf)
    let past = all.count { day in scenario.asOf.map { day.firstDay < $0.firstDay } ?? true }
    days = Array(all[max(0, past - Self.most)..<min(all.count, past + Self.most)])
    omitted = all.count - days.count
  }

  /// The day nearest to the present in each stretch; no date is after all of them.
  private static func days(in starts: [Int], around present: CalendarDate?) -> [CalendarDate] {
    guard let last = starts.last else { return [] }
    let first = present.map { Int($0.firstDay) } ?? last
    let end = present.map { Int($0.lastDay) } ?? last
    var days: [CalendarDate?] = []
    for (index, start) in ([0] + starts).enumerated() {
      let next = index < starts.count ? starts[index] : Int.max
      if start <= first, end < next { continue }
      days.append(CalendarDate(dayNumber: next <= first ? next - 1 : start))
    }
    return days.compactMap { $0 }
  }
}
