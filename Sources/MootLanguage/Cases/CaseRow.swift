/// The cells of one row of cases.
struct CaseRow {
  /// The cells.
  let cells: [FactTable.Cell]
  /// What is wrong with their quotation.
  let problems: [Diagnostic]
  private let bytes: [UInt8]
  private let file: UInt32

  /// Cuts a row into cells.
  init(_ source: SourceFile, _ layout: FactTable.Layout, file: UInt32) {
    var reader = FactTableReader(file: source, layout: layout)
    reader.read()
    // A row with nothing in its only cell is no row for the reader, and one with an empty cell here.
    let end = UInt32(source.bytes.count)
    cells = reader.cells.isEmpty ? [FactTable.Cell(lower: end, upper: end)] : reader.cells
    problems = reader.problems.map { .quotation($0, file: file) }
    bytes = source.bytes
    self.file = file
  }

  /// What a cell says, without its quotation marks.
  func text(_ column: Int) -> String {
    let cell = bytes[Int(cells[column].lower)..<Int(cells[column].upper)]
    guard cell.first == UInt8(ascii: "\"") else { return String(decoding: cell, as: UTF8.self) }
    let content = cell.dropFirst().dropLast()
    guard content.contains(UInt8(ascii: "\"")) else {
      return String(decoding: content, as: UTF8.self)
    }
    return FactTable.withoutDoubledMarks(content)
  }

  /// The place of a cell.
  func span(ofCell column: Int) -> SourceSpan {
    SourceSpan(file, cells[column].lower, cells[column].upper)
  }

  /// The place of the row.
  var span: SourceSpan {
    SourceSpan(file, cells.first?.lower ?? 0, cells.last?.upper ?? 0)
  }
}
