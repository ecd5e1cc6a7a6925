import MootLanguage
import MootReasoning

extension StoppedQuestion {
  /// What is known as JSON, in the schema of a command.
  public func json(command: String, receipt: Receipt) -> String {
    jsonText(StoppedDocument(self, command: command, receipt: receipt))
  }
}

/// What is known of a question that a limit stopped, in JSON.
private struct StoppedDocument: Encodable {
  let schema: String
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let asOf: Nullable<String>
  let facts: [String]
  let presentVerdict: Nullable<String>
  let incomplete: String
  let stopped: StopDocument?
  let receipt: Receipt

  init(_ stopped: StoppedQuestion, command: String, receipt: Receipt) {
    let program = stopped.outcome.program
    schema = "moot.\(command)/1"
    question = Nullable(stopped.name)
    sentence = program.sentence(stopped.literal)
    literal = program.notation(stopped.literal)
    asOf = Nullable(stopped.outcome.asOf?.text)
    facts = stopped.facts.map { program.sentence($0.literal) }
    presentVerdict = Nullable(stopped.presentFinding?.name)
    incomplete = stopped.limit.rawValue
    self.stopped = stopped.outcome.stop.map { StopDocument($0, in: program) }
    self.receipt = receipt
  }
}
