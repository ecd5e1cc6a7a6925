extension Fact.Particulars {
  /// From this number of facts in a file on, the place of each is not kept: it would take more memory than
  /// the facts.
  static let mostPlaces = 100_000

  /// A fact of which nothing is stated but the place.
  init(stated span: SourceSpan) {
    self.init(period: .always, attribution: .none, cites: [], span: span)
  }
}
