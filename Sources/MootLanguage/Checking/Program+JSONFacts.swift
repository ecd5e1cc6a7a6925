extension Program {
  /// Appends the facts of a JSON file: `{"acquitted": [["Kvasov"]], "headed": [{"person": "Kvasov", …}]}`.
  ///
  /// Keys are those of relations and actions, also with `not`, `may`, `must`, `must not` or `need not` before
  /// them. A row is an array in the order of the holes, or an object with their names, in which `from`,
  /// `until` and `cites` date and source the state where no hole has that name. The file becomes the last of
  /// `sources`, into which the spans of the diagnostics point; when there are any, nothing else of the
  /// program is changed. Linear in the size of the file.
  ///
  /// - Parameter watch: stops the reading; then nothing is appended, and a diagnostic says so.
  public mutating func appendFacts(
    fromJSON file: SourceFile, watch: Watch = Watch()
  ) -> [Diagnostic] {
    let index = UInt32(sources.count)
    sources.append(file)
    if let error = file.encodingError(file: index) { return [error] }
    var reader = JSONReader(file, file: index)
    do throws(Diagnostic) {
      try reader.read(watch)
    } catch {
      return [error]
    }
    let checked = checkedRows(in: reader.document, at: 0, of: file, file: index, watch)
    if checked.diagnostics.isEmpty { append(checked.rows, checked.arguments) }
    return checked.diagnostics
  }

  /// Checks the rows of an object of a text.
  ///
  /// The checker, which has a copy of the program, is gone before the program changes: else all of the
  /// program would be copied for it.
  func checkedRows(
    in document: JSONDocument, at node: Int, of file: SourceFile, file index: UInt32,
    _ watch: Watch
  ) -> (rows: [JSONFactsChecker.Row], arguments: [Value], diagnostics: [Diagnostic]) {
    var checker = JSONFactsChecker(
      document, source: file, file: index, program: self, watch: watch)
    checker.check(node)
    return (checker.rows, checker.arguments, checker.diagnostics)
  }

  /// Appends checked rows, each with its place unless there are too many; those that follow one another and
  /// state the same are kept in columns together.
  mutating func append(_ rows: [JSONFactsChecker.Row], _ arguments: [Value]) {
    let isShared = rows.count > Fact.Particulars.mostPlaces
    var shared: [FactColumns.Circumstances: UInt32] = [:]
    var start = 0
    var first = 0
    while first < rows.count {
      let target = rows[first].target
      let end = rows[first...].firstIndex { !$0.target.statesSame(as: target) } ?? rows.count
      let arity = self[target.relation].holes.count
      var columns: [[UInt32]] = Array(repeating: [], count: arity)
      var listed: [UInt32] = []
      for row in rows[first..<end] {
        for hole in 0..<arity { columns[hole].append(values.intern(arguments[start + hole]).raw) }
        start += arity
        let known = isShared ? shared[row.circumstances] : nil
        let place = known ?? UInt32(particulars.count)
        if known == nil {
          particulars.append(
            Fact.Particulars(
              period: row.circumstances.period, attribution: .none, cites: row.circumstances.cites,
              span: row.span))
          shared[row.circumstances] = place
        }
        listed.append(place)
      }
      appendRows(target, columns, count: end - first, particulars: .listed(listed))
      first = end
    }
  }
}

extension FactTableTarget {
  /// Whether two targets are the same.
  fileprivate func statesSame(as other: FactTableTarget) -> Bool {
    stated == other.stated && isPositive == other.isPositive
  }
}
