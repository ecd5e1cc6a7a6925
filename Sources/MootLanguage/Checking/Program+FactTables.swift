extension Program {
  /// Appends the facts of a table that was read from `file`, one for each row, and one more for what "must"
  /// implies.
  ///
  /// The file becomes the last of `sources`, into which the spans of the diagnostics point; when there are
  /// any, nothing else of the program is changed. Each fact has the place of its row, but in tables of
  /// 100,000 rows and more that would take more memory than the facts: there, facts with the same dates and
  /// sources share the place of the header.
  public mutating func appendFacts(
    from table: FactTable, file: SourceFile
  ) -> [Diagnostic] {
    let index = UInt32(sources.count)
    sources.append(file)
    if let error = file.encodingError(file: index) { return [error] }
    let problems = table.problems.map { Diagnostic.quotation($0, file: index) }
    guard problems.isEmpty else { return problems }
    let (target, errors) = target(of: table, file: index)
    guard let target else { return errors }
    var checker = FactTableChecker(
      table: table, source: file, file: index, relation: self[target.relation],
      citations: citations)
    checker.check()
    guard checker.diagnostics.isEmpty else { return checker.diagnostics }
    append(checker, of: table, target: target, file: index)
    return []
  }

  /// Finds the relation of a table: the one with its key, and among several the one with its columns.
  private func target(
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

  private mutating func append(
    _ checker: FactTableChecker, of table: FactTable, target: FactTableTarget, file: UInt32
  ) {
    let arity = self[target.relation].holes.count
    let firstRow = table.layout.hasHeader ? 1 : 0
    let count = max(0, table.rowCount - firstRow)
    let ids = checker.values.map { values.intern($0) }
    let stated = SignedPredicate(predicate(of: target.stated, arity), isPositive: target.isPositive)
    let companion = target.companion.map {
      SignedPredicate(predicate(of: $0, arity), isPositive: false)
    }
    var columns: [[UInt32]] = Array(repeating: [], count: arity)
    for hole in 0..<arity {
      columns[hole] = (0..<count).map { ids[Int(checker.arguments[$0 * arity + hole])].raw }
    }
    var places = FactTablePlaces(table: table, file: file, first: particulars.count)
    let listed = (0..<count).map { row in
      let circumstances = checker.circumstances.isEmpty ? .init() : checker.circumstances[row]
      return places.index(ofRow: firstRow + row, circumstances)
    }
    facts.append(
      FactRows(
        predicate: stated, companion: companion, count: count, columns: columns,
        particulars: .listed(listed)))
    particulars += places.particulars
  }

  /// The predicate of a kind, which is added if it is new.
  mutating func predicate(of kind: Predicate.Kind, _ arity: Int) -> PredicateID {
    let known = predicates.firstIndex { $0.kind == kind }
    if known == nil { predicates.append(Predicate(kind: kind, arity: arity)) }
    return PredicateID(raw: UInt32(known ?? predicates.count - 1))
  }
}
