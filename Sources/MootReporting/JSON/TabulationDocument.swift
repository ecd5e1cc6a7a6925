import MootLanguage
import MootReasoning

extension Tabulation {
  /// The table as JSON (`moot.table/1`).
  public func json(receipt: Receipt) -> String {
    jsonText(TabulationDocument(self, receipt: receipt))
  }
}

/// A decision table in JSON.
private struct TabulationDocument: Encodable {
  let schema = "moot.table/1"
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let asOf: Nullable<String>
  let facts: [String]
  let present: [String: Bool]
  let presentVerdict: String
  let irrelevant: [String]
  let rows: [RowDocument]
  let incomplete: String?
  let chances: Nullable<[String: Double]>
  let withoutChance: [String]?
  let influences: [InfluenceDocument]?
  let receipt: Receipt

  init(_ tabulation: Tabulation, receipt: Receipt) {
    let open = tabulation.question
    question = Nullable(tabulation.name)
    sentence = tabulation.program.sentence(open.literal)
    literal = tabulation.program.notation(open.literal)
    asOf = Nullable(open.scenario.asOf?.text)
    facts = open.facts.indices.map { tabulation.sentence(ofFact: $0) }
    present = Dictionary(
      open.facts.indices.map { (tabulation.sentence(ofFact: $0), !open.facts[$0].changingValue) },
      uniquingKeysWith: { first, _ in first })
    presentVerdict = open.presentFinding.name
    irrelevant = open.irrelevantFacts.map { tabulation.sentence(ofFact: $0) }
    rows = (tabulation.table?.rows ?? []).map { RowDocument($0, in: tabulation) }
    incomplete = tabulation.table == nil ? "rows" : nil
    chances = Nullable(open.chances.map(chancesByName))
    let lacking = open.factsWithoutChance
    withoutChance = lacking.isEmpty ? nil : lacking.map { tabulation.sentence(ofFact: $0) }
    influences = open.influences?.map { InfluenceDocument($0, in: tabulation) }
    self.receipt = receipt
  }
}

/// A row in JSON: facts that may be either are left out.
struct RowDocument: Encodable {
  let when: [String: Bool]
  let verdict: String

  /// Creates the document of a row.
  init(_ row: DecisionTable.Row, in tabulation: Tabulation) {
    var conditions: [String: Bool] = [:]
    for (fact, value) in row.values.enumerated() {
      if let value { conditions[tabulation.sentence(ofFact: fact)] = value }
    }
    when = conditions
    verdict = row.finding.name
  }
}

/// How a fact moves the chances, in JSON.
private struct InfluenceDocument: Encodable {
  let fact: String
  let whenTrue: [String: Double]
  let whenFalse: [String: Double]

  init(_ influence: OpenQuestion.Influence, in tabulation: Tabulation) {
    fact = tabulation.sentence(ofFact: influence.fact)
    whenTrue = chancesByName(influence.whenTrue)
    whenFalse = chancesByName(influence.whenFalse)
  }
}

/// Chances by the names of findings, without the noise of their last digits.
private func chancesByName(_ chances: [OpenQuestion.Chance]) -> [String: Double] {
  Dictionary(
    chances.map { ($0.finding.name, ($0.value * 1e12).rounded() / 1e12) },
    uniquingKeysWith: { first, _ in first })
}
