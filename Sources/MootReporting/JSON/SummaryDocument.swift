import MootLanguage
public import MootReasoning

extension Outcome {
  /// The numbers of conclusions by relation and grade as JSON (`moot.summary/1`); of one relation where a key is
  /// given.
  public func summaryJSON(relation: String? = nil, receipt: Receipt) -> String {
    jsonText(
      SummaryDocument(
        asOf: Nullable(asOf?.text),
        counts: countedConclusions(ofRelation: relation).map { CountDocument($0.key, $0.count) },
        incomplete: reachedLimit?.rawValue, stopped: stop.map { StopDocument($0, in: program) },
        receipt: receipt))
  }

  /// The numbers of conclusions by relation and grade for a spreadsheet.
  public func summarySpreadsheet(relation: String? = nil) -> String {
    let rows = countedConclusions(ofRelation: relation).map { key, count in
      spreadsheetRow([key, count.grade.lower.name, count.grade.upper.name, String(count.count)])
    }
    return spreadsheetRow(["relation", "lower", "upper", "count"]) + rows.joined()
  }

  /// The numbers of conclusions with the keys of their relations, in the order of these and then the best grade
  /// first.
  func countedConclusions(
    ofRelation relation: String?
  ) -> [(key: String, count: ConclusionCount)] {
    conclusionCounts(ofRelation: relation).map { (program.key(of: $0.predicate), $0) }
      .sorted {
        $0.key == $1.key ? $0.count.isBetter(than: $1.count) : $0.key.precedesInBytes($1.key)
      }
  }
}

/// The numbers of conclusions with the receipt.
private struct SummaryDocument: Encodable {
  let schema = "moot.summary/1"
  let asOf: Nullable<String>
  let counts: [CountDocument]
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt
}

/// How many literals of a relation have a grade, in JSON.
private struct CountDocument: Encodable {
  let relation: String
  let lower: String
  let upper: String
  let count: Int

  init(_ relation: String, _ count: ConclusionCount) {
    self.relation = relation
    lower = count.grade.lower.name
    upper = count.grade.upper.name
    self.count = count.count
  }
}
