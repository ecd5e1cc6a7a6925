extension Program {
  /// Appends the facts of a JSON file: `{"acquitted": [["Kvasov"]], "headed": [{"person": "Kvasov", …}]}`.
  ///
  /// Keys are those of relations and actions, also with `not`, `may`, `must`, `must not` or `need not` before
  /// them. A row is an array in the order of the holes, or an object with their names, in which `from`,
  /// `until` and `cites` date and source the state where no hole has that name. The file becomes the last of
  /// `sources`, into which the spans of the diagnostics point; when there are any, nothing else of the
  /// program is changed. Linear in the size of the file.
  public mutating func appendFacts(fromJSON file: SourceFile) -> [Diagnostic] {
    let index = UInt32(sources.count)
    sources.append(file)
    if let error = file.encodingError(file: index) { return [error] }
    var reader = JSONReader(file, file: index)
    do throws(Diagnostic) {
      try reader.read()
    } catch {
      return [error]
    }
    var checker = JSONFactsChecker(reader.document, source: file, file: index, program: self)
    checker.check()
    guard checker.diagnostics.isEmpty else { return checker.diagnostics }
    append(checker.rows, checker.arguments)
    return []
  }

  /// Appends checked rows, each with its place unless there are too many.
  private mutating func append(_ rows: [JSONFactsChecker.Row], _ arguments: [Value]) {
    var start = 0
    let isShared = rows.count > Fact.Particulars.mostPlaces
    var shared: [FactTableChecker.Circumstances: UInt32] = [:]
    var literals: [Predicate.Kind: PredicateID] = [:]
    for row in rows {
      let arity = self[row.target.relation].holes.count
      let place = isShared ? shared[row.circumstances] : nil
      if place == nil {
        particulars.append(
          Fact.Particulars(
            period: row.circumstances.period, attribution: .none, cites: row.circumstances.cites,
            span: row.span))
      }
      let particular = place ?? UInt32(particulars.count - 1)
      shared[row.circumstances] = particular
      for kind in [row.target.stated, row.target.companion].compactMap(\.self) {
        let predicate = literals[kind] ?? self.predicate(of: kind, arity)
        literals[kind] = predicate
        if kind == row.target.stated {
          let ids = arguments[start..<start + arity].map { values.intern($0) }
          facts.append(
            SignedPredicate(predicate, isPositive: row.target.isPositive), ids,
            particulars: particular)
        } else {
          facts.appendImplied(SignedPredicate(predicate, isPositive: false))
        }
      }
      start += arity
    }
  }
}
