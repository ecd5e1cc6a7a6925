/// Checks the rows of a table against the relation they are about, and reads their values.
struct FactTableChecker {
  /// What was found wrong, in source order; of errors in rows only the first `mostErrors`.
  private(set) var diagnostics: [Diagnostic] = []
  /// The distinct values of the table.
  private(set) var values: [Value] = []
  /// The arguments of all rows, in the order of the relation's holes, as indices into `values`.
  private(set) var arguments: [UInt32] = []
  /// What each row states besides; empty when no column does.
  private(set) var circumstances: [Circumstances] = []
  private let table: FactTable
  private let bytes: [UInt8]
  private let file: UInt32
  private let relation: Relation
  /// The sources that can be cited.
  let citations: [String: CitationID]
  /// What the columns of the file are, once the header is checked.
  private(set) var columns: [Column] = []
  private var readings: [Reading] = []
  private var errorCount = 0
  private static let mostErrors = 100

  /// What a row can state besides its arguments.
  typealias Circumstances = FactColumns.Circumstances

  /// What the cells of one column stand for.
  ///
  /// A column has fewer names than the table, so that they are
  /// found sooner.
  private struct Reading {
    var names = NameTable()
    /// The index of each name's value in `values`; `nil` for what is no value of the column.
    var valueOfName: [UInt32?] = []
  }

  /// What a column of the file is.
  enum Column: Equatable {
    /// The values of a hole, by index.
    case hole(Int)
    case from
    case until
    case cites
    case ignored
  }

  /// Creates a checker of a table's rows.
  init(
    table: FactTable, source: SourceFile, file: UInt32, relation: Relation, citations: [Citation]
  ) {
    self.table = table
    bytes = source.bytes
    self.file = file
    self.relation = relation
    self.citations = Dictionary(
      citations.enumerated().map { ($1.key, CitationID(raw: UInt32($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Checks the header and all rows.
  mutating func check(_ watch: Watch) {
    checkHeader()
    if diagnostics.isEmpty { checkRows(watch) }
    diagnostics.sort { $0.span.lower < $1.span.lower }
    if errorCount > Self.mostErrors, let last = diagnostics.last {
      diagnostics.append(.moreErrors(errorCount - Self.mostErrors, span: last.span))
    }
  }

  /// The number of holes of the relation.
  var holeCount: Int { relation.holes.count }

  private mutating func checkRows(_ watch: Watch) {
    let rows = (table.layout.hasHeader ? 1 : 0)..<max(1, table.rowCount)
    guard rows.upperBound <= table.rowCount else { return }
    arguments.reserveCapacity(rows.count * relation.holes.count)
    let hasCircumstances = columns.contains { $0 == .from || $0 == .until || $0 == .cites }
    readings = Array(repeating: Reading(), count: columns.count)
    var row = [UInt32](repeating: 0, count: relation.holes.count)
    for index in rows where watch.goesOn(after: 1) {
      let stated = check(table.row(index), into: &row)
      arguments.append(contentsOf: row)
      if hasCircumstances { circumstances.append(stated) }
    }
  }

  /// Finds out what the columns are.
  ///
  /// ```
  /// header ::= column { separator column }
  /// column ::= holeName | "from" | "until" | "cites"
  /// ```
  mutating func checkHeader() {
    guard table.layout.hasHeader else {
      columns = relation.holes.indices.map { .hole($0) }
      return
    }
    guard table.rowCount > 0 else {
      diagnostics.append(.noHeader(columns: columnNames, span: SourceSpan(file, 0, 0)))
      return
    }
    for cell in table.row(0) {
      let name = text(of: cell)
      guard let column = column(named: name) else {
        let suggestion = nearest(to: name, in: columnNames)
        diagnostics.append(
          .unknownColumn(
            name, of: relation.key, nearest: suggestion, columns: columnNames, span: span(of: cell))
        )
        columns.append(.ignored)
        continue
      }
      if column != .ignored, columns.contains(column) {
        diagnostics.append(.duplicateColumn(name, span: span(of: cell)))
      }
      columns.append(column)
    }
    for (index, hole) in relation.holes.enumerated() where !columns.contains(.hole(index)) {
      diagnostics.append(.missingColumn(hole.name, of: relation.key, span: rowSpan(table.row(0))))
    }
  }

  private func column(named name: String) -> Column? {
    if let hole = relation.holes.firstIndex(where: { $0.name == name }) { return .hole(hole) }
    return switch name {
    case "from": .from
    case "until": .until
    case "cites": .cites
    case "()" where relation.holes.isEmpty: .ignored
    default: nil
    }
  }

  private var columnNames: [String] {
    let holes = relation.holes.map(\.name)
    return holes + ["from", "until", "cites"].filter { !holes.contains($0) }
  }

  private mutating func check(
    _ row: ArraySlice<FactTable.Cell>, into arguments: inout [UInt32]
  ) -> Circumstances {
    var circumstances = Circumstances()
    let isEmptyTuple = columns.isEmpty && row.count == 1 && text(of: row[row.startIndex]) == "()"
    guard row.count == columns.count || isEmptyTuple else {
      report(.wrongCellCount(row.count, expected: columns.count, span: rowSpan(row)))
      return circumstances
    }
    var from: CalendarDate?
    var until: CalendarDate?
    for (column, cell) in zip(columns.indices, row) {
      switch columns[column] {
      case .hole(let hole): arguments[hole] = argument(cell, in: column, of: relation.holes[hole])
      case .from: from = optionalDate(cell, in: column, named: "from")
      case .until: until = optionalDate(cell, in: column, named: "until")
      case .cites: circumstances.cites = cited(cell)
      case .ignored: break
      }
    }
    if let from, let until, until.lastDay < from.firstDay {
      report(.periodEndsBeforeItBegins(span: rowSpan(row)))
    }
    circumstances.period = Period(from: from, until: until)
    return circumstances
  }

  private mutating func argument(
    _ cell: FactTable.Cell, in column: Int, of hole: Relation.Hole
  ) -> UInt32 {
    let content = content(of: cell)
    guard !content.isEmpty else {
      report(.emptyCell(of: hole.name, span: span(of: cell)))
      return 0
    }
    return index(of: cell, in: column, sort: hole.sort, named: hole.name) ?? 0
  }

  private mutating func optionalDate(
    _ cell: FactTable.Cell, in column: Int, named name: String
  ) -> CalendarDate? {
    guard !content(of: cell).isEmpty,
      let index = index(of: cell, in: column, sort: .date, named: name),
      case .date(let date) = values[Int(index)]
    else { return nil }
    return date
  }

  /// The index of a cell's value; each way of writing one is read once.
  private mutating func index(
    of cell: FactTable.Cell, in column: Int, sort: Relation.Sort, named columnName: String
  ) -> UInt32? {
    let content = content(of: cell)
    let hasQuotes = isQuoted(cell) && bytes[content].contains(UInt8(ascii: "\""))
    let name = readings[column].names.intern(bytes, in: content, tag: hasQuotes ? 1 : 0)
    if name == readings[column].valueOfName.count {
      let value = value(of: text(of: cell), sort: sort)
      readings[column].valueOfName.append(value == nil ? nil : UInt32(values.count))
      if let value { values.append(value) }
    }
    let known = readings[column].valueOfName[name]
    if known == nil {
      report(
        .badValue(text(of: cell), sort: sort, column: columnName, span: span(of: cell)))
    }
    return known
  }

  private func value(of text: String, sort: Relation.Sort) -> Value? {
    switch sort {
    case .entity: .entity(text)
    case .number: Value.number(reading: text.utf8).map { .number($0) }
    case .date: Value.date(reading: text.utf8).map { .date($0) }
    case .any: Value.number(reading: text.utf8).map { .number($0) } ?? .entity(text)
    }
  }

  /// ```
  /// cites ::= [ source { ( "," | ";" ) source } ]
  /// ```
  private mutating func cited(_ cell: FactTable.Cell) -> [CitationID] {
    var cited: [CitationID] = []
    for part in text(of: cell).split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      let key = String(part)
      if let id = citations[key] {
        cited.append(id)
      } else {
        let suggestion = errorCount < Self.mostErrors ? nearest(to: key, in: citations.keys) : nil
        report(.unknownCitedSource(key, nearest: suggestion, span: span(of: cell)))
      }
    }
    return cited
  }

  private mutating func report(_ diagnostic: Diagnostic) {
    errorCount += 1
    if errorCount <= Self.mostErrors { diagnostics.append(diagnostic) }
  }

  private func isQuoted(_ cell: FactTable.Cell) -> Bool {
    table.layout.hasHeader && cell.lower < cell.upper
      && bytes[Int(cell.lower)] == UInt8(ascii: "\"")
  }

  /// The bytes of a cell without its quotation marks.
  private func content(of cell: FactTable.Cell) -> Range<Int> {
    isQuoted(cell)
      ? Int(cell.lower) + 1..<Int(cell.upper) - 1 : Int(cell.lower)..<Int(cell.upper)
  }

  private func text(of cell: FactTable.Cell) -> String {
    let content = bytes[content(of: cell)]
    guard isQuoted(cell), content.contains(UInt8(ascii: "\"")) else {
      return String(decoding: content, as: UTF8.self)
    }
    return FactTable.withoutDoubledMarks(content)
  }

  private func span(of cell: FactTable.Cell) -> SourceSpan {
    SourceSpan(file, cell.lower, cell.upper)
  }

  private func rowSpan(_ row: ArraySlice<FactTable.Cell>) -> SourceSpan {
    SourceSpan(file, row.first?.lower ?? 0, row.last?.upper ?? 0)
  }
}
