/// Cases in rows: what the cells of a row state, as the header says it.
///
/// A column is a sentence, `Kvasov was acquitted` (yes or no) or `the claim is for ? dollars` (the cell stands
/// for the question mark), a relation's key, `acquitted`, or a hole of a relation, `headed.person`. In a
/// sentence `?person` stands for what the column `person` has. `id` names the case, `asOf` dates its answers.
/// An empty cell states nothing.
public struct CaseTable: Sendable {
  /// What a row can state.
  var statements: [Statement] = []
  /// The names of the columns.
  var names: [String] = []
  /// The column that names the case.
  var nameColumn: Int?
  /// The column with the date of the answers.
  var dateColumn: Int?
  let layout: FactTable.Layout

  /// A fact that a row can state.
  struct Statement: Sendable {
    /// What it says.
    let literal: SignedPredicate
    /// Of what it says it.
    var terms: [Source]
    /// The column that says whether it is so; `nil` where it is so as soon as its own columns have something.
    var decision: Int?
    /// The columns that are about nothing else: where all of them are empty, nothing is stated.
    var own: [Int] = []
    /// The columns with its dates and sources.
    var from, until, cites: Int?
  }

  /// Where an argument comes from.
  enum Source: Sendable {
    case value(ValueID)
    case cell(Int, Relation.Sort)
  }

  /// How many columns a table may have; each is read as a sentence, and looked for among the others.
  static let mostColumns = 1_000

  /// Reads a header, whose sentences may bring values into the program; when anything is wrong with it there
  /// is no table.
  ///
  /// The header becomes the last of `sources`.
  public static func reading(
    header: SourceFile, layout: FactTable.Layout, in program: inout Program
  ) -> (table: CaseTable?, diagnostics: [Diagnostic]) {
    let file = UInt32(program.sources.count)
    program.sources.append(header)
    if let error = header.encodingError(file: file) { return (nil, [error]) }
    let row = CaseRow(header, layout, file: file)
    guard row.problems.isEmpty else { return (nil, row.problems) }
    guard row.cells.count <= mostColumns else {
      return (nil, [.tooManyColumns(row.cells.count, limit: mostColumns, at: row.span)])
    }
    var columns = CaseColumns(row, layout)
    columns.read(in: &program)
    return columns.diagnostics.isEmpty ? (columns.table, []) : (nil, columns.diagnostics)
  }

  /// Adds what a row states to the program the header was read for, as its last source.
  public func add(row file: SourceFile, to program: inout Program) -> CaseReading {
    let index = UInt32(program.sources.count)
    program.sources.append(file)
    var reading = CaseReading()
    if let error = file.encodingError(file: index) {
      reading.diagnostics = [error]
      return reading
    }
    let row = CaseRow(file, layout, file: index)
    reading.diagnostics = row.problems
    guard reading.diagnostics.isEmpty else { return reading }
    if let nameColumn, nameColumn < row.cells.count, !row.text(nameColumn).isEmpty {
      reading.name = .text(row.text(nameColumn))
    }
    guard row.cells.count == names.count else {
      reading.diagnostics = [
        .wrongCellCount(row.cells.count, expected: names.count, span: row.span)
      ]
      return reading
    }
    do throws(Diagnostic) {
      reading.asOf = try date(in: dateColumn, of: row)
      for statement in statements { try add(statement, of: row, to: &program) }
    } catch {
      reading.diagnostics = [error]
    }
    return reading
  }

  private func add(
    _ statement: Statement, of row: CaseRow, to program: inout Program
  ) throws(Diagnostic) {
    guard statement.own.contains(where: { !row.text($0).isEmpty }) else { return }
    var literal = statement.literal
    if let decision = statement.decision {
      guard let isSo = try isSo(decision, of: row) else { return }
      if !isSo { literal = literal.contrary }
    }
    var values: [Value?] = []
    for term in statement.terms {
      guard case .cell(let column, let sort) = term else {
        values.append(nil)
        continue
      }
      guard !row.text(column).isEmpty else {
        throw .emptyCell(of: names[column], span: row.span)
      }
      values.append(try value(in: column, sort, of: row))
    }
    let period = Period(
      from: try date(in: statement.from, of: row), until: try date(in: statement.until, of: row))
    if let from = period.from, let until = period.until, until.lastDay < from.firstDay {
      throw .periodEndsBeforeItBegins(span: row.span)
    }
    let cites = try citations(in: statement.cites, of: row, program)
    let arguments = zip(statement.terms, values).map { term, value in
      switch term {
      case .value(let id): id
      case .cell: program.values.intern(value ?? .entity(""))
      }
    }
    program.particulars.append(
      Fact.Particulars(period: period, attribution: .none, cites: cites, span: row.span))
    program.state(
      literal, arguments, particulars: UInt32(program.particulars.count - 1))
  }

  private func isSo(_ column: Int, of row: CaseRow) throws(Diagnostic) -> Bool? {
    switch row.text(column).lowercased() {
    case "yes", "y", "true", "1": return true
    case "no", "n", "false", "0": return false
    case "", "?", "unknown": return nil
    default:
      throw .neitherYesNorNo(
        row.text(column), column: names[column], at: row.span(ofCell: column))
    }
  }

  private func value(
    in column: Int, _ sort: Relation.Sort, of row: CaseRow
  ) throws(Diagnostic) -> Value {
    let text = row.text(column)
    let value: Value? =
      switch sort {
      case .entity: .entity(text)
      case .number: Value.number(reading: text.utf8).map { .number($0) }
      case .date: Value.date(reading: text.utf8).map { .date($0) }
      case .any: Value.number(reading: text.utf8).map { .number($0) } ?? .entity(text)
      }
    guard let value else {
      throw .badValue(text, sort: sort, column: names[column], span: row.span(ofCell: column))
    }
    return value
  }

  private func date(in column: Int?, of row: CaseRow) throws(Diagnostic) -> CalendarDate? {
    guard let column, !row.text(column).isEmpty else { return nil }
    guard case .date(let date) = try value(in: column, .date, of: row) else { return nil }
    return date
  }

  private func citations(
    in column: Int?, of row: CaseRow, _ program: Program
  ) throws(Diagnostic) -> [CitationID] {
    guard let column else { return [] }
    var cited: [CitationID] = []
    for part in row.text(column).split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      guard let index = program.citations.firstIndex(where: { $0.key == part }) else {
        throw .unknownCitedSource(
          String(part), nearest: nearest(to: String(part), in: program.citations.map(\.key)),
          span: row.span(ofCell: column))
      }
      cited.append(CitationID(raw: UInt32(index)))
    }
    return cited
  }
}
