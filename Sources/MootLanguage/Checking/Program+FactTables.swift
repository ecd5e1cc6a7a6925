extension Program {
  /// Appends the facts of a table that was read from `file`, one for each row, and one more for what "must"
  /// implies.
  ///
  /// The file becomes the last of `sources`, into which the spans of the diagnostics point; when there are
  /// any, nothing else of the program is changed. Each fact has the place of its row, but in tables of
  /// 100,000 rows and more that would take more memory than the facts: there, facts with the same dates and
  /// sources share the place of the header.
  ///
  /// - Parameter watch: stops the reading; then nothing is appended, and a diagnostic says so.
  public mutating func appendFacts(
    from table: FactTable, file: SourceFile, watch: Watch = Watch()
  ) -> [Diagnostic] {
    let index = UInt32(sources.count)
    sources.append(file)
    if let error = file.encodingError(file: index) { return [error] }
    let (target, errors) = target(of: table, file: index)
    guard let target,
      let columns = columns(of: table, file: file, target: target, index: index, watch)
    else { return appendFactsCellByCell(from: table, file: file, target, errors, watch) }
    append(columns, of: table, target: target, file: index)
    return []
  }

  /// Appends the facts of a table that may have anything wrong with it, and says what that is.
  ///
  /// - Parameter errors: what to say when there is no `target`.
  mutating func appendFactsCellByCell(
    from table: FactTable, file: SourceFile, _ target: FactTableTarget?, _ errors: [Diagnostic],
    _ watch: Watch = Watch()
  ) -> [Diagnostic] {
    let index = UInt32(sources.count - 1)
    let table = table.withAllRows(of: file, watch)
    if watch.isStopped { return [.readingStopped(at: SourceSpan(index, 0, 0))] }
    let problems = table.problems.map { Diagnostic.quotation($0, file: index) }
    guard problems.isEmpty else { return problems }
    guard let target else { return errors }
    var checker = FactTableChecker(
      table: table, source: file, file: index, relation: self[target.relation],
      citations: citations)
    checker.check(watch)
    if watch.isStopped { return [.readingStopped(at: SourceSpan(index, 0, 0))] }
    guard checker.diagnostics.isEmpty else { return checker.diagnostics }
    append(FactColumns(checker, of: table, into: &values), of: table, target: target, file: index)
    return []
  }

  /// Finds the relation of a table: the one with its key, and among several the one with its columns.
  func target(
    of table: FactTable, file: UInt32
  ) -> (target: FactTableTarget?, errors: [Diagnostic]) {
    let span = SourceSpan(file, 0, 0)
    switch factTarget(named: table.name, width: table.rowCount > 0 ? table.row(0).count : 0) {
    case .target(let target): return (target, [])
    case .unknown(let key, let nearest):
      return (nil, [.unknownTable(key, nearest: nearest, span: span)])
    case .noAction(let prefix, let key):
      return (nil, [.modalTable(prefix.rawValue, of: key, span: span)])
    }
  }

  /// The columns of a well-formed table; `nil`, with everything as before, where it is anything else.
  private mutating func columns(
    of table: FactTable, file: SourceFile, target: FactTableTarget, index: UInt32,
    _ watch: Watch
  ) -> FactColumns? {
    let relation = self[target.relation]
    guard table.rowCount > 0, table.problems.isEmpty, !relation.holes.isEmpty else { return nil }
    var checker = FactTableChecker(
      table: table, source: file, file: index, relation: relation, citations: citations)
    checker.checkHeader()
    guard checker.diagnostics.isEmpty else { return nil }
    var reader = FactColumnReader(
      checker.columns, of: relation, citations: checker.citations)
    // The values are taken out of the program meanwhile, so that they are not copied.
    var known = ValueTable()
    swap(&known, &values)
    defer { swap(&known, &values) }
    let mark = known.mark
    let start = table.layout.hasHeader ? table.end : file.textStart
    let rows = reader.rows(
      of: file, from: start, layout: table.layout, into: &known, watch)
    if let rows { return rows }
    known.forget(since: mark)
    return nil
  }

  private mutating func append(
    _ rows: FactColumns, of table: FactTable, target: FactTableTarget, file: UInt32
  ) {
    let cells = table.rowCount > 0 ? table.row(0) : []
    let head = SourceSpan(file, cells.first?.lower ?? 0, cells.last?.upper ?? 0)
    let rowCount = rows.count + (table.layout.hasHeader ? 1 : 0)
    let places = appendParticulars(
      of: rows, isShared: rowCount > Fact.Particulars.mostPlaces, head: head)
    appendRows(target, rows.columns, count: rows.count, particulars: places)
  }

  /// Appends the facts of rows with their arguments in columns.
  mutating func appendRows(
    _ target: FactTableTarget, _ columns: [[UInt32]], count: Int,
    particulars: FactRows.Particulars
  ) {
    let arity = columns.count
    let stated = SignedPredicate(predicate(of: target.stated, arity), isPositive: target.isPositive)
    let companion = target.companion.map {
      SignedPredicate(predicate(of: $0, arity), isPositive: false)
    }
    facts.append(
      FactRows(
        predicate: stated, companion: companion, count: count, columns: columns,
        particulars: particulars))
  }

  /// Adds the particulars of rows: one entry a row, or, in a large table, one for the same dates and sources.
  private mutating func appendParticulars(
    of rows: FactColumns, isShared: Bool, head: SourceSpan
  ) -> FactRows.Particulars {
    let first = UInt32(particulars.count)
    func entry(_ stated: FactColumns.Circumstances, at span: SourceSpan) -> Fact.Particulars {
      Fact.Particulars(
        period: stated.period, attribution: .none, cites: stated.cites, span: span)
    }
    if isShared {
      if rows.circumstances.isEmpty {
        particulars.append(Fact.Particulars(stated: head))
        return .shared(first)
      }
      for stated in rows.circumstances { particulars.append(entry(stated, at: head)) }
      return rows.circumstances.count == 1
        ? .shared(first) : .listed(rows.circumstancesOfRow.map { first + $0 })
    }
    if rows.circumstances.isEmpty {
      particulars.append(places: rows.places, file: head.file)
    } else {
      for (row, number) in rows.circumstancesOfRow.enumerated() {
        let span = SourceSpan(head.file, rows.places[row * 2], rows.places[row * 2 + 1])
        particulars.append(entry(rows.circumstances[Int(number)], at: span))
      }
    }
    return .successive(from: first)
  }

  /// The predicate of a kind, which is added if it is new.
  mutating func predicate(of kind: Predicate.Kind, _ arity: Int) -> PredicateID {
    let known = predicates.firstIndex { $0.kind == kind }
    if known == nil { predicates.append(Predicate(kind: kind, arity: arity)) }
    return PredicateID(raw: UInt32(known ?? predicates.count - 1))
  }
}
