import MootLanguage
public import MootReasoning

extension Flips {
  /// What flips the verdict, as JSON (`moot.flip/1`).
  public func json(question: String?, receipt: Receipt) -> String {
    jsonText(FlipsDocument(self, question: question, receipt: receipt))
  }
}

/// All flips, with the present answer and how complete the list is.
private struct FlipsDocument: Encodable {
  let schema = "moot.flip/1"
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let asOf: Nullable<String>
  let verdict: String
  let target: String?
  let flips: [FlipDocument]
  let mostChanges: Int
  let candidates: Int
  let omitted: Int?
  let complete: Bool
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt

  init(_ flips: Flips, question: String?, receipt: Receipt) {
    let program = flips.outcome.program
    self.question = Nullable(question)
    sentence = program.sentence(flips.answer.literal)
    literal = program.notation(flips.answer.literal)
    asOf = Nullable(flips.answer.asOf?.text)
    verdict = flips.answer.verdict.rawValue
    target = flips.target?.rawValue
    self.flips = flips.all.map { FlipDocument($0, in: program) }
    mostChanges = flips.bound
    candidates = flips.candidates
    omitted = flips.omitted > 0 ? flips.omitted : nil
    complete = flips.isComplete
    incomplete = flips.reachedLimit?.rawValue
    stopped = flips.outcome.stop.map { StopDocument($0, in: program) }
    self.receipt = receipt
  }
}

/// A set of changes with what it leads to.
private struct FlipDocument: Encodable {
  let changes: [ChangeDocument]
  let verdict: String
  let grade: GradeDocument
  let contrary: GradeDocument
  let notForbidden: Bool
  let gains: [String]

  init(_ flip: Flip, in program: Program) {
    changes = flip.changes.map { ChangeDocument($0.change, in: program) }
    verdict = flip.answer.verdict.rawValue
    grade = GradeDocument(flip.answer.grade)
    contrary = GradeDocument(flip.answer.contrary)
    notForbidden = flip.answer.isNotForbidden
    gains = flip.gains.map { program[$0].name }
  }
}
