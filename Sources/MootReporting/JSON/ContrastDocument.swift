import MootLanguage
public import MootReasoning

extension Contrast {
  /// What changes make of questions as JSON (`moot.whatif/1`).
  ///
  /// - Parameters:
  ///   - asked: The questions asked: one, or all of the file.
  ///   - others: The other questions of the file.
  public func json(
    contrasting asked: [ContrastedQuestion], others: [ContrastedQuestion], receipt: Receipt
  ) -> String {
    let all = asked + others
    let partings = asked.map(\.partingsOfAnswers)
    // By their places, as there can be millions.
    let pairs = asked.indices.flatMap { question in
      asked[question].answers.indices.map { (question: question, answer: $0) }
    }
    let changed = all.indices.flatMap { question in
      all[question].answers.indices.filter { all[question].answers[$0].isChanged }
        .map { (question: question, answer: $0) }
    }
    let (literals, omitted) = differences(atMost: Self.mostDifferences)
    let notations = literals.map { program.notation($0.literal) }
    let order = notations.indices.sorted { notations[$0].precedesInBytes(notations[$1]) }
    func pair(_ index: Int) -> AnswerPairDocument {
      let place = pairs[index]
      let question = asked[place.question]
      return AnswerPairDocument(
        question.answers[place.answer], partings[place.question][place.answer], of: question)
    }
    let questions = JSONList(key: "questions", count: pairs.count) { index in
      compactJSONText(pair(index))
    }
    func difference(_ index: Int) -> DifferenceDocument {
      guard index < changed.count else {
        return DifferenceDocument(literals[order[index - changed.count]], in: program)
      }
      let question = all[changed[index].question]
      return DifferenceDocument(question.answers[changed[index].answer], of: question)
    }
    let differences = JSONList(key: "differences", count: changed.count + literals.count) {
      compactJSONText(difference($0))
    }
    let isLong = max(questions.count, differences.count) > JSONList.mostAtOnce
    let document = ContrastDocument(
      self, questions: isLong ? [] : pairs.indices.map(pair),
      first: pairs.isEmpty ? nil : pair(0),
      differences: isLong ? [] : (0..<differences.count).map(difference), omitted: omitted,
      receipt: receipt)
    return isLong ? jsonText(document, filling: [differences, questions]) : jsonText(document)
  }

  /// How many literals that change are listed at most.
  private static let mostDifferences = 100_000
}

extension ContrastedQuestion {
  /// Where the reasoning about each answer parts.
  fileprivate var partingsOfAnswers: [[Parting]] {
    contrast.partings(on: answers.map(\.before.literal))
  }
}

/// A what-if with the receipt.
private struct ContrastDocument: Encodable {
  let schema = "moot.whatif/1"
  let before: Nullable<AnswerDocument>
  let after: Nullable<AnswerDocument>
  let questions: [AnswerPairDocument]
  let changes: [ChangeDocument]
  let setAside: [String]
  let differences: [DifferenceDocument]
  let differencesOmitted: Int?
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt

  init(
    _ contrast: Contrast, questions: [AnswerPairDocument], first: AnswerPairDocument?,
    differences: [DifferenceDocument], omitted: Int, receipt: Receipt
  ) {
    let program = contrast.program
    self.questions = questions
    before = Nullable(first?.before)
    after = Nullable(first?.after)
    changes = contrast.after.scenario.changes.map { ChangeDocument($0, in: program) }
    setAside = contrast.after.setAside.map { program.name(ofSetAside: $0) }
    self.differences = differences
    differencesOmitted = omitted == 0 ? nil : omitted
    let stop = contrast.before.stop ?? contrast.after.stop
    incomplete = stop?.kind.rawValue
    stopped = stop.map { StopDocument($0, in: program) }
    self.receipt = receipt
  }
}

/// The two answers to a question, and where the reasoning parts, in JSON.
private struct AnswerPairDocument: Encodable {
  let before: AnswerDocument
  let after: AnswerDocument
  let changed: Bool
  let parting: [PartingDocument]

  init(_ pair: AnswerPair, _ partings: [Parting], of question: ContrastedQuestion) {
    let program = question.contrast.program
    before = AnswerDocument(pair.before, to: question.name, in: program)
    after = AnswerDocument(pair.after, to: question.name, in: program)
    changed = pair.isChanged
    let wording = TurnWording(contrast: question.contrast)
    parting = partings.map {
      PartingDocument($0, wording, in: program)
    }
  }
}

/// A literal about which the reasoning parts, in JSON.
private struct PartingDocument: Encodable {
  let literal: String
  let sentence: String
  let depth: Int
  let before: String
  let after: String
  let turns: [TurnDocument]

  init(_ parting: Parting, _ wording: TurnWording, in program: Program) {
    literal = program.notation(parting.literal)
    sentence = program.sentence(parting.literal)
    depth = parting.depth
    before = parting.before.verdict.rawValue
    after = parting.after.verdict.rawValue
    turns = parting.turns.map { TurnDocument($0, in: parting, wording, program) }
  }
}

/// An argument that fares otherwise, in JSON.
private struct TurnDocument: Encodable {
  let argument: SourceDocument
  let side: String
  let words: String

  init(_ turn: Turn, in parting: Parting, _ wording: TurnWording, _ program: Program) {
    argument = SourceDocument(turn.source, in: program)
    side = turn.conclusion == parting.literal ? "for" : "against"
    words = wording.words(of: turn, in: parting).text
  }
}

/// A question or literal that changes, in JSON.
private struct DifferenceDocument: Encodable {
  let question: String?
  let literal: String
  let sentence: String
  let before: Standing
  let after: Standing

  /// A verdict for a question, a grade for a literal.
  enum Standing: Encodable {
    case verdict(String)
    case grade(GradeDocument)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .verdict(let name): try name.encode(to: encoder)
      case .grade(let grade): try grade.encode(to: encoder)
      }
    }
  }

  init(_ difference: Difference, in program: Program) {
    question = nil
    literal = program.notation(difference.literal)
    sentence = program.sentence(difference.literal)
    before = .grade(GradeDocument(difference.before))
    after = .grade(GradeDocument(difference.after))
  }

  init(_ pair: AnswerPair, of asked: ContrastedQuestion) {
    let program = asked.contrast.program
    question = asked.name
    literal = program.notation(pair.before.literal)
    sentence = program.sentence(pair.before.literal)
    before = .verdict(pair.before.verdict.rawValue)
    after = .verdict(pair.after.verdict.rawValue)
  }
}

extension Program {
  /// What is set aside, in short: a fact's sentence, or a contention's name.
  fileprivate func name(ofSetAside source: Argument.Source) -> String {
    switch source {
    case .fact(let index):
      text(of: facts[index].predicate, arguments: Array(arguments(of: facts[index])))
    case .rule(let id): self[id].name
    case .assumed: ""
    }
  }
}
