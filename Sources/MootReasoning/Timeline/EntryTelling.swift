import MootLanguage

/// Makes the entries of a timeline from stretches of days: changes that belong to one month or year, of which
/// no more is known, make one entry.
struct EntryTelling {
  /// The stretches, at least one day each.
  let segments: [TimelineSegment]
  /// What begins and ends.
  let transitions: Transitions
  /// How rules read the date of the answer.
  let clock: ClockUse
  /// The dates they may compare it with.
  let turningDates: [CalendarDate]

  /// Where one stretch goes over into the next.
  private struct Boundary {
    let day: Int32
    let causes: [Timeline.Cause]

    /// The one month or year that all causes name, where there is one.
    var span: CalendarDate? {
      guard let date = causes.first?.date, date.day == nil,
        causes.allSatisfy({ $0.date == date && $0.isTransition })
      else { return nil }
      return date
    }
  }

  /// The entries in order; `during` finds the answer as of a month or year.
  func entries(
    from: CalendarDate?, to: CalendarDate?, during: (CalendarDate) -> Answer?
  ) -> [Timeline.Entry] {
    guard let first = segments.first else { return [] }
    let boundaries = segments.indices.dropFirst().map { boundary(before: $0) }
    var drafts: [(label: CalendarDate?, causes: [Timeline.Cause], segment: Int)] = [(from, [], 0)]
    var next = 0
    while next < boundaries.count {
      let end = endOfRun(from: next, in: boundaries)
      let span = boundaries[next].span
      let isWhole = span.map { isAlone(next..<end, $0, boundaries) } ?? false
      if let span, isWhole {
        drafts.append((span, allCauses(of: span, boundaries[next..<end]), end))
        next = end
      } else {
        let day = CalendarDate(dayNumber: Int(boundaries[next].day))
        drafts.append((day, boundaries[next].causes, next + 1))
        next += 1
      }
    }
    var previous = first.first
    var entries: [Timeline.Entry] = []
    for (index, draft) in drafts.enumerated() {
      let segment = segments[draft.segment]
      let before = index == 0 ? [] : previous.reasons
      let isSpan = index > 0 && draft.label?.day == nil
      let follower = index + 1 < drafts.count ? drafts[index + 1].label : nil
      entries.append(
        Timeline.Entry(
          from: draft.label, to: follower.map { Self.end(before: $0) } ?? to,
          answer: segment.first.answer, during: isSpan ? draft.label.flatMap(during) : nil,
          causes: draft.causes,
          begun: segment.first.reasons.filter { !before.contains($0) },
          ended: before.filter { !segment.first.reasons.contains($0) },
          open: open(at: segment).filter { !draft.causes.contains($0) },
          program: segment.first.program))
      previous = segment.first
    }
    return entries
  }

  /// What an entry lasts until when another begins at `label`.
  private static func end(before label: CalendarDate) -> CalendarDate {
    guard label.day != nil, let day = CalendarDate(dayNumber: Int(label.firstDay) - 1) else {
      return label
    }
    return day
  }

  /// The causes of the change on the first day of a stretch: those that either explanation speaks of.
  private func boundary(before index: Int) -> Boundary {
    let (before, after) = (segments[index - 1].last, segments[index].first)
    let day = segments[index].firstDay
    let turning = transitions.all.filter { $0.firstDay == day || $0.settledDay == day }
    let mattering = turning.filter { transition in
      guard let source = transition.cause.source else { return true }
      return before.mentions(source) || after.mentions(source)
    }
    let isClockwork = mattering.isEmpty && clock != .ignored
    var causes = isClockwork ? [] : (mattering.isEmpty ? turning : mattering).map(\.cause)
    if causes.isEmpty { causes = clockCauses(on: day) }
    return Boundary(day: day, causes: causes)
  }

  private func clockCauses(on day: Int32) -> [Timeline.Cause] {
    let reached = turningDates.filter { $0.firstDay == day }.map { Timeline.Cause.reached($0) }
    let passed = turningDates.filter { $0.lastDay + 1 == day }.map { Timeline.Cause.passed($0) }
    let known = clock.isCompared ? passed + reached : []
    return known.isEmpty ? [.counted] : known
  }

  /// The end of the boundaries from `start` that belong to the same month or year.
  private func endOfRun(from start: Int, in boundaries: [Boundary]) -> Int {
    guard let span = boundaries[start].span else { return start + 1 }
    return boundaries[start...].firstIndex { $0.span != span } ?? boundaries.count
  }

  /// Whether nothing else happens inside a month or year, so that it can be told as one.
  private func isAlone(_ run: Range<Int>, _ span: CalendarDate, _ boundaries: [Boundary]) -> Bool {
    boundaries.indices.allSatisfy { index in
      let boundary = boundaries[index]
      return run.contains(index)
        || !(span.firstDay...span.lastDay).contains(boundary.day)
          && !boundary.causes.contains { $0.date == span && $0.isTransition }
    }
  }

  /// The causes of a run, with what else begins or ends in the same span and is spoken of.
  private func allCauses(of span: CalendarDate, _ run: ArraySlice<Boundary>) -> [Timeline.Cause] {
    let named = Set(run.flatMap(\.causes))
    let range = run.startIndex...run.endIndex
    return transitions.all.map(\.cause).filter { cause in
      guard cause.date == span, let source = cause.source else { return false }
      return named.contains(cause)
        || range.contains {
          segments[$0].first.mentions(source) || segments[$0].last.mentions(source)
        }
    }
  }

  /// What may or may not have begun or ended already, and is spoken of.
  private func open(at segment: TimelineSegment) -> [Timeline.Cause] {
    transitions.all.filter { transition in
      guard let source = transition.cause.source else { return false }
      return transition.firstDay <= segment.firstDay && segment.firstDay < transition.settledDay
        && segment.first.mentions(source)
    }.map(\.cause)
  }
}

extension Timeline.Cause {
  /// What begins or ends.
  public var source: Argument.Source? {
    switch self {
    case .begins(let source, _), .ends(let source, _): source
    case .reached, .passed, .counted: nil
    }
  }

  /// Whether a fact, contention or rule begins or ends.
  fileprivate var isTransition: Bool { source != nil }
}
