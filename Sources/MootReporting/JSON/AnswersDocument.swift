import MootLanguage
public import MootReasoning

extension Outcome {
  /// The answers to questions as JSON (`moot.answers/1`).
  public func json(answering questions: [AnsweredQuestion], receipt: Receipt) -> String {
    let answers = questions.flatMap { question in
      question.answers.map { (answer: $0, name: question.name) }
    }
    let list = JSONList(key: "answers", count: answers.count) { index in
      compactJSONText(AnswerDocument(answers[index].answer, to: answers[index].name, in: program))
    }
    let isLong = answers.count > JSONList.mostAtOnce
    let document = AnswersDocument(
      answers: isLong ? [] : answers.map { AnswerDocument($0.answer, to: $0.name, in: program) },
      incomplete: reachedLimit?.rawValue, stopped: stop.map { StopDocument($0, in: program) },
      receipt: receipt)
    return isLong ? jsonText(document, filling: [list]) : jsonText(document)
  }
}

/// The answers, with the receipt.
private struct AnswersDocument: Encodable {
  let schema = "moot.answers/1"
  let answers: [AnswerDocument]
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt
}

/// One answer in JSON.
struct AnswerDocument: Encodable {
  let question: Nullable<String>
  let sentence: String
  let literal: String
  let bindings: [String: String]
  let asOf: Nullable<String>
  let verdict: String
  let grade: GradeDocument
  let contrary: GradeDocument
  let notForbidden: Bool
  let prohibitionArguable: Bool?
  let restsOnInconsistency: Bool?
  let supporting: [SideDocument]
  let opposing: [SideDocument]

  private enum CodingKeys: String, CodingKey {
    case question, sentence, literal, bindings, asOf, verdict, grade, contrary, notForbidden
    case prohibitionArguable, restsOnInconsistency
    case supporting = "for"
    case opposing = "against"
  }

  /// Creates the document of an answer to the question with a name.
  init(_ answer: Answer, to question: String?, in program: Program) {
    self.question = Nullable(question)
    sentence = program.sentence(answer.literal)
    literal = program.notation(answer.literal)
    let named = answer.bindings.filter { !$0.name.isEmpty }
    bindings = Dictionary(
      named.map { ($0.name, program[$0.value].plainText) }, uniquingKeysWith: { first, _ in first })
    asOf = Nullable(answer.asOf?.text)
    verdict = answer.verdict.rawValue
    grade = GradeDocument(answer.grade)
    contrary = GradeDocument(answer.contrary)
    notForbidden = answer.isNotForbidden
    prohibitionArguable = answer.isNotForbidden ? answer.isProhibitionArguable : nil
    restsOnInconsistency = answer.restsOnInconsistency ? true : nil
    supporting = answer.supporting.map { SideDocument($0, in: program) }
    opposing = answer.opposing.map { SideDocument($0, in: program) }
  }
}

/// What one rule, contention or fact contributes to a side, in JSON.
struct SideDocument: Encodable {
  let source: SourceDocument
  let grade: String
  let instances: Int
  let beatenBy: [String]?

  private enum CodingKeys: CodingKey {
    case grade, instances, beatenBy
  }

  /// Creates the document of a side's entry.
  init(_ side: Answer.Side, in program: Program) {
    source = SourceDocument(side.source, in: program)
    grade = side.grade.name
    instances = side.instances
    beatenBy = side.beatenBy.isEmpty ? nil : side.beatenBy.map { program[$0].name }
  }

  func encode(to encoder: any Encoder) throws {
    try source.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(grade, forKey: .grade)
    try container.encode(instances, forKey: .instances)
    try container.encodeIfPresent(beatenBy, forKey: .beatenBy)
  }
}

/// What argues, in JSON: `rule` with its name, `fact` with its sentence, or `assumed`.
struct SourceDocument: Encodable {
  let rule: String?
  let fact: String?
  let assumed: Bool?
  let by: [String]
  let toldBy: [String]?
  let implied: Bool?
  let cites: [String]

  /// Creates the document of a source.
  init(_ source: Argument.Source, in program: Program) {
    let attribution: Attribution
    switch source {
    case .rule(let id):
      rule = program[id].name
      fact = nil
      assumed = nil
      attribution = program[id].attribution
    case .fact(let index):
      let stated = program.facts[index]
      rule = nil
      fact = program.text(of: stated.predicate, arguments: Array(program.arguments(of: stated)))
      assumed = nil
      attribution = program.particulars(ofFact: index).attribution
    case .assumed:
      rule = nil
      fact = nil
      assumed = true
      attribution = .none
    }
    by = (attribution.heldBy + attribution.arguedBy).map { program[$0].name }
    toldBy = attribution.toldBy.isEmpty ? nil : attribution.toldBy.map { program[$0].name }
    implied = attribution.isImplied ? true : nil
    cites = program.cites(of: source).map { program[$0].key }
  }
}
