import MootLanguage
public import MootReasoning

extension Interview {
  /// What was answered and what comes of it as JSON (`moot.interview/1`).
  public func json(name: String?, table: DecisionTable?, receipt: Receipt) -> String {
    jsonText(InterviewDocument(self, name: name, table: table, receipt: receipt))
  }
}

/// An interview in JSON.
private struct InterviewDocument: Encodable {
  let schema = "moot.interview/1"
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let asOf: Nullable<String>
  let answers: [AnsweredDocument]
  let verdict: Nullable<String>
  let rows: [RowDocument]
  let incomplete: String?
  let receipt: Receipt

  init(_ interview: Interview, name: String?, table: DecisionTable?, receipt: Receipt) {
    let remaining = interview.remaining
    let tabulation = Tabulation(remaining, name: name, table: table)
    question = Nullable(name)
    sentence = tabulation.program.sentence(remaining.literal)
    literal = tabulation.program.notation(remaining.literal)
    asOf = Nullable(remaining.scenario.asOf?.text)
    answers = interview.answers.map { answer in
      AnsweredDocument(
        fact: tabulation.sentence(ofFact: answer.fact), answer: Nullable(answer.value))
    }
    verdict = Nullable(remaining.settledFinding?.name)
    rows = (table?.rows ?? []).map { RowDocument($0, in: tabulation) }
    incomplete = table == nil ? "rows" : nil
    self.receipt = receipt
  }
}

/// An answer in JSON; `null` where it is not known.
private struct AnsweredDocument: Encodable {
  let fact: String
  let answer: Nullable<Bool>
}
