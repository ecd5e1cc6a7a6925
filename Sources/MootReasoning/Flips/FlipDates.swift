import MootLanguage

/// The dates at which something begins or ends on which a literal can depend, or which rules compare with that of
/// the answer, as stretches of days during which nothing of that comes out otherwise.
///
/// Of the dates that rules work out, those are among them that come up as things stand, or where all that is open
/// is so.
struct FlipDates {
  /// One day for each stretch but the present one, that nearest to the present; in the order of time.
  let days: [CalendarDate]
  /// How many stretches had to be left out, for there were too many.
  let omitted: Int
  /// Whether rules count from the date of the answer, or to it, so that the answer may change on other days too.
  let isCounted: Bool

  /// How many stretches before the present and after it are candidates at most.
  private static let most = 100

  /// The limit that stopped working out dates, if one did.
  let reachedLimit: Limits.Kind?

  /// Finds the dates for a literal, whatever counts at present.
  init(for literal: Literal, in scenario: Scenario, open: [OpenFact], limits: Limits) {
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
    var starts = Transitions(relevance, in: theory).days
    let clock = ClockUse(relevance, in: program)
    isCounted = clock == .counted
    var reachedLimit: Limits.Kind?
    if clock.isCompared {
      var dates = relevance.dates(in: theory, and: [literal] + open.map(\.literal))
      let allOpen = open.filter(\.changingValue).map(\.change)
      for supposed in allOpen.isEmpty ? [[]] : [[], allOpen] {
        let changed = Scenario(program, changes: scenario.changes + supposed)
        let theory = Theory(changed)
        let slice = theory.checked(TheorySlice(relevance, in: theory))
        let outcome = evaluate(changed, theory, slice, limits: limits)
        dates.formUnion(outcome.datesWorkedOut)
        reachedLimit = reachedLimit ?? outcome.reachedLimit
      }
      starts += dates.flatMap(\.turningDays)
    }
    self.reachedLimit = reachedLimit
    let all = Self.days(in: Set(starts.map { Int($0) }).sorted(), around: scenario.asOf)
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
