import MootLanguage
public import MootReasoning

/// A question with what comes of it by the open facts: what `table` reports.
public struct Tabulation: Sendable {
  /// The question of the file, or `nil` for a sentence asked directly.
  public let name: String?
  /// The question under the open facts.
  public let question: OpenQuestion
  /// Its rows; `nil` where there would be too many of them.
  public let table: DecisionTable?

  /// Creates the tabulation of a question.
  public init(_ question: OpenQuestion, name: String?, table: DecisionTable?) {
    self.name = name
    self.question = question
    self.table = table
  }

  /// The rule base.
  var program: Program { question.scenario.program }

  /// A fact in words, by its index.
  func reading(ofFact fact: Int) -> String { program.reading(question.facts[fact].literal) }

  /// A fact as it is written in files, by its index.
  func sentence(ofFact fact: Int) -> String { program.sentence(question.facts[fact].literal) }

  /// Whether a row is the one that holds as things stand, or one of them.
  func isPresent(_ row: DecisionTable.Row) -> Bool {
    row.covers(question.facts.map { !$0.changingValue })
  }
}
