import MootLanguage
public import MootReasoning

extension Outcome {
  /// The reasons for the answers to a question as JSON (`moot.explanation/1`): one explanation an answer.
  public func json(explaining explanations: [Explanation], question: String?, receipt: Receipt)
    -> String
  {
    jsonText(
      ExplanationsDocument(
        explanations: explanations.map {
          ExplanationDocument($0, question: question, in: program)
        },
        incomplete: (reachedLimit ?? explanations.firstLimit)?.rawValue,
        stopped: stop.map { StopDocument($0, in: program) },
        receipt: receipt,
        sources: program.citations.map(CitationDocument.init)))
  }
}

extension [Explanation] {
  /// The first limit that left something out of an explanation.
  fileprivate var firstLimit: Limits.Kind? { lazy.compactMap(\.reachedLimit).first }
}

/// All explanations, with the receipt and what the rule base cites.
private struct ExplanationsDocument: Encodable {
  let schema = "moot.explanation/1"
  let explanations: [ExplanationDocument]
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt
  let sources: [CitationDocument]
}

/// One explanation in JSON; sections refer to each other by their index.
private struct ExplanationDocument: Encodable {
  let answer: AnswerDocument
  let sections: [SectionDocument]
  let turnsOn: [TurningPointDocument]
  let circles: [[Int]]
  let omittedSections: Int

  init(_ explanation: Explanation, question: String?, in program: Program) {
    answer = AnswerDocument(explanation.answer, to: question, in: program)
    sections = explanation.sections.map { SectionDocument($0, in: program) }
    turnsOn = explanation.turnsOn.map { TurningPointDocument($0, in: program) }
    circles = explanation.circles
    omittedSections = explanation.omittedSections
  }
}

/// A conclusion with the arguments for and against it, in JSON.
private struct SectionDocument: Encodable {
  let label: Nullable<String>
  let sentence: String
  let literal: String
  let verdict: String
  let grade: GradeDocument
  let contrary: GradeDocument
  let supporting: [ArgumentDocument]
  let opposing: [ArgumentDocument]
  let missed: [MissDocument]

  private enum CodingKeys: String, CodingKey {
    case label, sentence, literal, verdict, grade, contrary, missed
    case supporting = "for"
    case opposing = "against"
  }

  init(_ section: Explanation.Section, in program: Program) {
    label = Nullable(section.label)
    sentence = program.sentence(section.literal)
    literal = program.notation(section.literal)
    verdict = section.verdict.rawValue
    grade = GradeDocument(section.grade)
    contrary = GradeDocument(section.contrary)
    supporting = section.supporting.map { ArgumentDocument($0, in: program) }
    opposing = section.opposing.map { ArgumentDocument($0, in: program) }
    missed = section.missed.map { MissDocument($0, in: program) }
  }
}

/// What a verdict turns on, in JSON: `preference` with its name, or `section` with its index.
private struct TurningPointDocument: Encodable {
  let preference: String?
  let section: Int?

  init(_ point: Explanation.TurningPoint, in program: Program) {
    switch point {
    case .preference(let id):
      preference = program[id].name
      section = nil
    case .section(let index):
      preference = nil
      section = index
    }
  }
}

/// A rule that could have given a conclusion, in JSON; `reason` says which of the other fields is there.
private struct MissDocument: Encodable {
  let rule: SourceDocument
  let reason: String
  let condition: String?
  let section: Int?
  let period: PeriodDocument?

  init(_ miss: Explanation.Miss, in program: Program) {
    rule = SourceDocument(.rule(miss.rule), in: program)
    section = miss.section
    switch miss.reason {
    case .premise(let condition, let failure):
      reason = failure == .notShown ? "premise" : failure.rawValue
      self.condition = condition
      period = nil
    case .notInForce(let period):
      reason = "notInForce"
      condition = nil
      self.period = PeriodDocument(period)
    case .forceUncertain(let period):
      reason = "forceUncertain"
      condition = nil
      self.period = PeriodDocument(period)
    case .switchedOff:
      reason = "switchedOff"
      condition = nil
      period = nil
    }
  }
}

/// A period in JSON.
struct PeriodDocument: Encodable {
  let from: String?
  let until: String?

  /// Creates the document of a period.
  init(_ period: Period) {
    from = period.from?.text
    until = period.until?.text
  }
}

/// A source that is cited, in JSON.
private struct CitationDocument: Encodable {
  let key: String
  let citation: String
  let date: String?
  let url: String?

  init(_ citation: Citation) {
    key = citation.key
    self.citation = citation.text
    date = citation.date?.text
    url = citation.url
  }
}
