public import MootLanguage

extension Scenario {
  /// The answer about a literal over time: one evaluation for each date on which it can change.
  ///
  /// - Parameters:
  ///   - from: The first date; `nil` to begin before the first change.
  ///   - to: The last date; `nil` to end after the last change.
  ///   - limits: `time` is for all evaluations together.
  public func timeline(
    of literal: Literal, from: CalendarDate? = nil, to: CalendarDate? = nil,
    limits: Limits = Limits()
  ) -> Timeline {
    var tracing = Tracing(self, literal, from: from, to: to, limits: limits)
    return tracing.timeline()
  }
}

/// The state of going through the dates.
private struct Tracing {
  let scenario: Scenario
  let literal: Literal
  let from: CalendarDate?
  let to: CalendarDate?
  let limits: Limits
  let clock: ClockUse
  /// What is evaluated on each date.
  let slice: TheorySlice
  let transitions: Transitions
  /// The days on which the answer can change, as far as they are known, ascending.
  private var days: [Int32]
  private var segments: [TimelineSegment] = []
  private var reachedLimit: Limits.Kind?
  private var lastOutcome: Outcome?
  /// The dates that rules may compare with that of the answer, as far as they are known.
  private var turningDates: Set<CalendarDate> = []
  /// A day to look at because the day before may be a date that was first worked out on that very day.
  private var echo: Int32?

  /// The last day of the calendar.
  private static let lastDay: Int32 = 3_652_058

  init(
    _ scenario: Scenario, _ literal: Literal, from: CalendarDate?, to: CalendarDate?, limits: Limits
  ) {
    self.scenario = scenario
    self.literal = literal
    self.from = from
    self.to = to
    self.limits = limits.begun
    let theory = Theory(scenario)
    let relevance = Relevance(of: literal, in: theory)
    slice = TheorySlice(relevance, in: theory)
    clock = ClockUse(relevance, in: theory.program)
    transitions = Transitions(relevance, in: theory)
    if clock != .ignored { turningDates = relevance.dates(in: theory, and: [literal]) }
    days = Set(transitions.days + turningDates.flatMap(\.turningDays)).sorted()
  }

  mutating func timeline() -> Timeline {
    let (first, last) = range()
    var day = first
    repeat {
      guard let moment = moment(on: day) else { break }
      let next = min(nextDay(after: day), last + 1)
      note(moment, from: day, to: next - 1)
      day = next
    } while day <= last
    let telling = EntryTelling(
      segments: segments, transitions: transitions, clock: clock,
      turningDates: turningDates.sorted { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) })
    // Where days are counted, nothing is known of the time before and after the range.
    let isOpenEnded = clock != .counted
    let from = from ?? (isOpenEnded ? nil : CalendarDate(dayNumber: Int(first)))
    // Where a limit stopped it, nothing is known of what comes after.
    let lastKnown = day > last ? nil : segments.last?.lastDay
    let to =
      lastKnown.flatMap { CalendarDate(dayNumber: Int($0)) } ?? to
      ?? (isOpenEnded ? nil : CalendarDate(dayNumber: Int(last)))
    let entries = telling.entries(from: from, to: to) { during(of: $0) }
    let outcome = lastOutcome ?? evaluated(scenario)
    return Timeline(
      literal: literal, from: from, to: to,
      stretches: segments.map {
        Timeline.Stretch(firstDay: $0.firstDay, lastDay: $0.lastDay, answer: $0.first.answer)
      },
      entries: entries, reachedLimit: reachedLimit, lastOutcome: outcome)
  }

  /// The days to go through: what was asked for, or from the day before the first change until after the last.
  private func range() -> (first: Int32, last: Int32) {
    let known = days.filter { (0...Self.lastDay).contains($0) }
    let asked = scenario.asOf?.firstDay
    let first = from?.firstDay ?? max(0, (known.first ?? asked ?? 1) - 1)
    if let to { return (first, max(first, to.lastDay)) }
    switch clock {
    case .ignored, .compared: return (first, Self.lastDay)
    case .counted:
      let latest = max(known.last ?? first, asked ?? first)
      return (first, min(Self.lastDay, max(first, latest + 366)))
    }
  }

  private func nextDay(after day: Int32) -> Int32 {
    if clock == .counted { return day + 1 }
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    let known = low < days.count ? days[low] : Self.lastDay + 1
    return min(known, echo ?? known)
  }

  /// The answer on a day; `nil` where a limit or a circle of preferences stops it.
  private mutating func moment(on day: Int32) -> Moment? {
    guard let date = CalendarDate(dayNumber: Int(day)), let outcome = outcome(asOf: date) else {
      return nil
    }
    if clock.isCompared { noteDates(of: outcome, on: date) }
    let moment = Moment(of: literal, in: outcome, clock, limits: limits)
    if moment.isCutShort { reachedLimit = .explanation }
    return moment
  }

  /// An evaluation, where the time that is left is enough and preferences are in order.
  private mutating func outcome(asOf date: CalendarDate) -> Outcome? {
    guard reachedLimit == nil || reachedLimit == .explanation else { return nil }
    guard limits.timeLeft > 0 || lastOutcome == nil else {
      reachedLimit = .time
      return nil
    }
    let outcome = evaluated(
      Scenario(scenario.program, changes: scenario.changes + [.asOf(date)]))
    lastOutcome = outcome
    if let reached = outcome.reachedLimit { reachedLimit = reached }
    return outcome.reachedLimit == nil && outcome.preferenceCycles.isEmpty ? outcome : nil
  }

  /// Evaluates what the literal can depend on.
  private func evaluated(_ scenario: Scenario) -> Outcome {
    let theory = Theory(scenario)
    return evaluate(scenario, theory, theory.checked(slice), limits: limits)
  }

  private mutating func note(_ moment: Moment, from first: Int32, to last: Int32) {
    if let known = segments.last, known.first.isLike(moment) {
      segments[segments.count - 1].lastDay = last
      segments[segments.count - 1].last = moment
    } else {
      segments.append(
        TimelineSegment(firstDay: first, lastDay: last, first: moment, last: moment))
    }
  }

  private mutating func during(of date: CalendarDate) -> Answer? {
    outcome(asOf: date).map { Moment(of: literal, in: $0, clock, limits: limits).answer }
  }

  /// Takes in the dates that an evaluation worked out: rules may compare the date of the answer with them.
  ///
  /// The date of the answer is one of these itself. What else is worked out to be that very day turns on the
  /// next one, which is looked at wherever something may have changed on this day.
  private mutating func noteDates(of outcome: Outcome, on date: CalendarDate) {
    let new = outcome.datesWorkedOut.filter { $0 != date }
    turningDates.formUnion(new)
    let known = Set(days)
    let turning = new.flatMap(\.turningDays).filter { !known.contains($0) }
    if !turning.isEmpty { days = Array(known.union(turning)).sorted() }
    let isKnown = known.contains(date.firstDay) || turning.contains(date.firstDay)
    echo = isKnown ? date.firstDay + 1 : nil
  }
}

/// Days that follow each other with one answer for the same reasons.
struct TimelineSegment {
  /// The first day.
  let firstDay: Int32
  /// The last day.
  var lastDay: Int32
  /// What the first day's evaluation found.
  let first: Moment
  /// What the last evaluation found.
  var last: Moment
}
