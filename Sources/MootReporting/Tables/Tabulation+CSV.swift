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
    return ([header] + rows).map(spreadsheetRow).joined()
  }
}
