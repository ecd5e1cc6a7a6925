import MootLanguage
public import MootReasoning

extension Timeline {
  /// The timeline as JSON (`moot.timeline/1`).
  public func json(question: String?, receipt: Receipt) -> String {
    let program = lastOutcome.program
    return jsonText(
      TimelineDocument(
        question: Nullable(question), sentence: program.sentence(literal),
        literal: program.notation(literal), from: Nullable(from?.text), to: Nullable(to?.text),
        entries: entries.map { TimelineEntryDocument($0) },
        incomplete: reachedLimit?.rawValue,
        stopped: lastOutcome.stop.map { StopDocument($0, in: program) }, receipt: receipt))
  }
}

/// A timeline with its receipt.
private struct TimelineDocument: Encodable {
  let schema = "moot.timeline/1"
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let from: Nullable<String>
  let to: Nullable<String>
  let entries: [TimelineEntryDocument]
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt
}

/// One entry of a timeline in JSON.
private struct TimelineEntryDocument: Encodable {
  let from: Nullable<String>
  let to: Nullable<String>
  let verdict: String
  let grade: GradeDocument
  let contrary: GradeDocument
  let notForbidden: Bool
  let prohibitionArguable: Bool?
  let during: String?
  let orderUnknown: Bool?
  let causes: [String]
  let changes: [TimelineCauseDocument]
  let open: [TimelineCauseDocument]?
  let begun: [TimelineReasonDocument]
  let ended: [TimelineReasonDocument]
  let supporting: [SideDocument]
  let opposing: [SideDocument]

  private enum CodingKeys: String, CodingKey {
    case from, to, verdict, grade, contrary, notForbidden, prohibitionArguable, during, orderUnknown
    case causes, changes, open, begun, ended
    case supporting = "for"
    case opposing = "against"
  }

  init(_ entry: Timeline.Entry) {
    let (answer, program) = (entry.answer, entry.program)
    from = Nullable(entry.from?.text)
    to = Nullable(entry.to?.text)
    verdict = answer.verdict.rawValue
    grade = GradeDocument(answer.grade)
    contrary = GradeDocument(answer.contrary)
    notForbidden = answer.isNotForbidden
    prohibitionArguable = answer.isNotForbidden ? answer.isProhibitionArguable : nil
    during = entry.during?.verdict.rawValue
    orderUnknown = entry.isOrderUnknown ? true : nil
    changes = entry.causes.map { TimelineCauseDocument($0, in: program) }
    causes = changes.map(\.words)
    open = entry.open.isEmpty ? nil : entry.open.map { TimelineCauseDocument($0, in: program) }
    begun = entry.begun.map { TimelineReasonDocument($0, in: program) }
    ended = entry.ended.map { TimelineReasonDocument($0, in: program) }
    supporting = answer.supporting.map { SideDocument($0, in: program) }
    opposing = answer.opposing.map { SideDocument($0, in: program) }
  }
}

/// Something that begins, ends or passes, in JSON.
private struct TimelineCauseDocument: Encodable {
  let kind: String
  let date: String?
  let source: SourceDocument?

  private enum CodingKeys: CodingKey {
    case kind, date
  }

  init(_ cause: Timeline.Cause, in program: Program) {
    source = cause.source.map { SourceDocument($0, in: program) }
    switch cause {
    case .begins(_, let date): (kind, self.date) = ("begins", date.text)
    case .ends(_, let date): (kind, self.date) = ("ends", date.text)
    case .reached(let date): (kind, self.date) = ("reached", date.text)
    case .passed(let date): (kind, self.date) = ("passed", date.text)
    case .counted: (kind, self.date) = ("counted", nil)
    }
  }

  /// The cause in one line.
  var words: String {
    let name = source?.fact ?? source?.rule
    return [name.map { "\($0):" }, kind, date].compactMap(\.self).joined(separator: " ")
  }

  func encode(to encoder: any Encoder) throws {
    try source?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(date, forKey: .date)
  }
}

/// An argument that begins or ceases to apply, in JSON.
private struct TimelineReasonDocument: Encodable {
  let source: SourceDocument
  let side: String
  let conclusion: String

  private enum CodingKeys: CodingKey {
    case side, conclusion
  }

  init(_ reason: Timeline.Reason, in program: Program) {
    source = SourceDocument(reason.source, in: program)
    side = reason.side.rawValue
    conclusion = reason.conclusion
  }

  func encode(to encoder: any Encoder) throws {
    try source.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(side, forKey: .side)
    try container.encode(conclusion, forKey: .conclusion)
  }
}
