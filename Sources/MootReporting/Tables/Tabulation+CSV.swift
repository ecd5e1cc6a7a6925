import MootLanguage
import MootReasoning

extension Tabulation {
  /// The table for a spreadsheet (RFC 4180): a column for each open fact, also those that cannot matter, and
  /// one for the verdict.
  public var csv: String {
    let facts = question.facts.indices
    let header = facts.map { reading(ofFact: $0) } + ["verdict"]
    let rows = (table?.rows ?? []).map { row in
      facts.map { Self.cell(row.values[$0]) } + [row.finding.name]
    }
    return ([header] + rows).map { cells in
      cells.map(Self.field).joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A cell of a spreadsheet; one that would be read as a formula gets a leading apostrophe.
  static func field(_ text: String) -> String {
    var field = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      field = "'" + field
    }
    field = field.withControlsEscaped
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
