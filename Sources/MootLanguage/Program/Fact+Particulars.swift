extension Fact.Particulars {
  /// From this number of facts in a file on, the place of each is not kept: it would take more memory than
  /// the facts.
  static let mostPlaces = 100_000

  /// A fact of which nothing is stated but the place.
  init(stated span: SourceSpan) {
    self.init(period: .always, attribution: .none, cites: [], span: span)
  }
}

extension Program {
  /// Whether any fact of a run may be stated from or until a date.
  public func statesPeriods(_ run: FactRun) -> Bool {
    switch run.content {
    case .written: return true
    case .rows(let rows):
      switch rows.particulars {
      case .shared(let index): return particulars[Int(index)].period != .always
      case .successive(let first):
        return !particulars.arePlaces(from: Int(first), count: rows.count)
      case .listed: return true
      }
    }
  }
}
