/// Cuts a file of facts into cells (RFC 4180).
struct FactTableReader {
  /// The cells of all rows.
  private(set) var cells: [FactTable.Cell] = []
  /// The index of the first cell of each row, and at the end the number of cells.
  private(set) var rowStarts: [Int] = [0]
  /// What is wrong with quotations.
  private(set) var problems: [FactTable.Problem] = []
  private let bytes: [UInt8]
  private let separator: UInt8
  private let hasQuotes: Bool
  /// The offset of what is read next.
  private(set) var position: Int

  /// Begins at the first row.
  init(file: SourceFile, layout: FactTable.Layout) {
    bytes = file.bytes
    separator = layout.separator
    hasQuotes = layout.hasHeader
    position = file.textStart
  }

  /// Reads all rows.
  ///
  /// ```
  /// table ::= { [ row ] newline }
  /// row   ::= cell { separator cell }
  /// ```
  mutating func read() {
    while position < bytes.count { readRow() }
  }

  /// Reads rows until a watch stops it.
  mutating func read(_ watch: Watch) {
    while position < bytes.count, watch.goesOn(after: 1) { readRow() }
  }

  /// Reads the first row that is not blank.
  mutating func readFirstRow() {
    while position < bytes.count, rowStarts.count == 1 { readRow() }
  }

  private mutating func readRow() {
    repeat { readCell() } while consumeSeparator()
    let first = rowStarts[rowStarts.count - 1]
    if cells.count == first + 1, cells[first].lower == cells[first].upper {
      cells.removeLast()
    } else {
      rowStarts.append(cells.count)
    }
    if position < bytes.count { position += 1 }
  }

  /// ```
  /// cell ::= '"' { character | '""' } '"' | { character }
  /// ```
  private mutating func readCell() {
    var start = position
    if hasQuotes {
      while start < bytes.count, isBlank(bytes[start]) { start += 1 }
      if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
        position = start
        return readQuotedCell()
      }
    }
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    var end = position
    if end > start, isLineEnd(position), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if hasQuotes {
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    }
    cells.append(cell(min(start, end), end))
  }

  private mutating func readQuotedCell() {
    let start = position
    position += 1
    while true {
      guard position < bytes.count else {
        problems.append(.unclosedQuote(cell(start, start + 1)))
        cells.append(cell(start, start))
        return
      }
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
      }
      position += 1
    }
    cells.append(cell(start, position))
    let rest = position
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    if let text = bytes[rest..<position].firstIndex(where: {
      !isBlank($0) && $0 != UInt8(ascii: "\r")
    }) {
      problems.append(.textAfterQuote(cell(text, position), quote: cell(start, start + 1)))
    }
  }

  private mutating func consumeSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == separator else { return false }
    position += 1
    return true
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n")
  }

  private func isLineEnd(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: "\n")
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != separator)
  }

  private func cell(_ lower: Int, _ upper: Int) -> FactTable.Cell {
    FactTable.Cell(lower: UInt32(lower), upper: UInt32(upper))
  }
}
