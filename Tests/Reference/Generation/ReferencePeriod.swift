/// From when until when something holds, either end left out.
struct ReferencePeriod: Equatable, Sendable {
  var from: ReferenceDate?
  var until: ReferenceDate?

  /// Always.
  static let always = ReferencePeriod()

  /// Whether it counts for an answer as of a date; without one, whether it has no end.
  func counts(asOf date: ReferenceDate?) -> ReferenceTruth {
    guard let date else { return until == nil ? .holds : .fails }
    return covers(date)
  }

  /// Whether it covers the whole of a date.
  func covers(_ date: ReferenceDate) -> ReferenceTruth {
    (from?.isOnOrBefore(date) ?? .holds).and(until.map { date.isOnOrBefore($0) } ?? .holds)
  }

  /// Whether it has begun by the end of a date; without one, that is so.
  func hasBegun(by date: ReferenceDate?) -> ReferenceTruth {
    guard let date else { return .holds }
    let lastDay = ReferenceDate(dayNumber: date.last)
    return from?.isOnOrBefore(lastDay) ?? .holds
  }

  /// Its clauses, as facts and contentions have them.
  var clauses: [String] {
    [from.map { "  from \($0.text)" }, until.map { "  until \($0.text)" }].compactMap(\.self)
  }

  /// Its words after "in force".
  var words: String {
    [from.map { "from \($0.text)" }, until.map { "until \($0.text)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}
