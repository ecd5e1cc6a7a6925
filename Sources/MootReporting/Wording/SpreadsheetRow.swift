import MootLanguage

/// A row for a spreadsheet (RFC 4180), with its end.
func spreadsheetRow(_ cells: [String]) -> String {
  cells.map(spreadsheetCell).joined(separator: ",") + "\r\n"
}

/// A cell for a spreadsheet: one that would be read as a formula gets a leading apostrophe, and controls are shown
/// as `\u{9}`.
private func spreadsheetCell(_ text: String) -> String {
  var cell = text
  if let first = text.unicodeScalars.first, formulaStarts.contains(first) { cell = "'" + cell }
  cell = cell.withControlsEscaped
  let isPlain = !cell.unicodeScalars.contains { ",;\"".unicodeScalars.contains($0) }
  return isPlain ? cell : "\"" + cell.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
}

/// What formulas begin with, in letters of either width.
private let formulaStarts = Array("=+-@\t\r\n＝＋－＠".unicodeScalars)
