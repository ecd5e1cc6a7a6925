import MootLanguage
public import MootReasoning

/// A question that a limit kept from being worked out for every choice among open facts, with what is known.
public struct StoppedQuestion: Sendable {
  /// The question of the file, or `nil` for a sentence asked directly.
  let name: String?
  /// What is asked.
  let literal: Literal
  /// What was open.
  let facts: [OpenFact]
  /// What holds as things stand.
  let outcome: Outcome
  /// What stopped it.
  let limit: Limits.Kind

  /// Creates what is known of a question.
  public init(
    _ literal: Literal, name: String?, facts: [OpenFact], outcome: Outcome, limit: Limits.Kind
  ) {
    self.literal = literal
    self.name = name
    self.facts = facts
    self.outcome = outcome
    self.limit = limit
  }

  /// What comes of the question as things stand; `nil` where that was stopped as well.
  var presentFinding: Finding? {
    outcome.reachedLimit == nil ? outcome.finding(of: literal) : nil
  }
}

extension Report {
  /// What is known of a question that a limit stopped.
  public init(_ question: StoppedQuestion) {
    self.init()
    let program = question.outcome.program
    add(
      .paragraph(
        depth: 0, Phrase("INCOMPLETE", .strong) + Phrase(": \(question.limit.reason).")))
    add(.gap)
    add(
      .heading(
        level: 1, Phrase(program.reading(question.literal), .strong),
        aside: Phrase(question.outcome.asOf.map { "as of " + $0.reading } ?? "", .faint)))
    if let finding = question.presentFinding {
      add(
        .paragraph(
          depth: 0, Phrase("As things stand it is: ") + Phrase(finding.words, .strong) + "."))
    }
    add(.gap)
    add(.heading(level: 2, Phrase("OPEN", .strong), aside: Phrase()))
    for fact in question.facts {
      add(.entry(depth: 1, Phrase(program.reading(fact.literal)), aside: Phrase()))
    }
    add(.gap)
    add(
      .paragraph(
        depth: 0,
        "Name fewer facts with --vary, settle some with --assume or --retract, or raise the limit with --limit."
      ))
  }
}
