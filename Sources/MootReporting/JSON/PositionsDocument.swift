import MootLanguage
public import MootReasoning

extension Positions {
  /// The positions as JSON (`moot.positions/1`), with the crux over the row with an index, where there is one.
  public func json(crux: Crux?, row: Int?, receipt: Receipt) -> String {
    let program = outcome.program
    let cruxDocument = zip([crux].compactMap(\.self), [row].compactMap(\.self)).map { crux, row in
      CruxDocument(crux, rows[row], in: program)
    }.first
    return jsonText(
      PositionsDocument(
        speakers: parties.map { PartyDocument($0, in: program) },
        questions: rows.map { PositionsRowDocument($0, of: self) },
        crux: Nullable(cruxDocument), omitted: omittedCount == 0 ? nil : omittedCount,
        incomplete: (stop?.kind ?? crux?.reachedLimit)?.rawValue,
        stopped: stop.map { StopDocument($0, in: program) }, receipt: receipt))
  }
}

/// All positions, with the receipt.
private struct PositionsDocument: Encodable {
  let schema = "moot.positions/1"
  let speakers: [PartyDocument]
  let questions: [PositionsRowDocument]
  let crux: Nullable<CruxDocument>
  let omitted: Int?
  let incomplete: String?
  let stopped: StopDocument?
  let receipt: Receipt
}

/// A party in JSON.
private struct PartyDocument: Encodable {
  let name: String
  let description: String
  let spokesmen: [String]
  let arguments: [String]
  let preferences: [String]

  init(_ party: Party, in program: Program) {
    name = program[party.speaker].name
    description = program[party.speaker].description
    spokesmen = party.spokesmen.map { program[$0].name }
    var arguments: [String] = []
    var preferences: [String] = []
    for rule in party.arguments.map({ program[$0] }) {
      switch rule.kind {
      case .rule, .contention: arguments.append(rule.name)
      case .preference: preferences.append(rule.name)
      }
    }
    self.arguments = arguments
    self.preferences = preferences
  }
}

/// The verdicts on one question in JSON.
private struct PositionsRowDocument: Encodable {
  let question: Nullable<String>
  let sentence: String
  let asOf: String?
  let everybody: PositionDocument
  let positions: [PositionDocument]

  init(_ row: Positions.Row, of positions: Positions) {
    let program = positions.outcome.program
    question = Nullable(row.question.map { program.questions[$0].name })
    sentence = row.sentence
    asOf = row.asOf?.text
    everybody = PositionDocument(row.all, speaker: nil)
    self.positions = zip(positions.parties, row.answers).map { party, answer in
      PositionDocument(answer, speaker: program[party.speaker].name)
    }
  }
}

/// One verdict in JSON.
private struct PositionDocument: Encodable {
  let speaker: String?
  let verdict: String
  let grade: GradeDocument
  let contrary: GradeDocument
  let notForbidden: Bool

  init(_ answer: Answer?, speaker: String?) {
    self.speaker = speaker
    let none = GradeInterval(lower: .unsupported, upper: .unsupported)
    verdict = (answer?.verdict ?? .unsupported).rawValue
    grade = GradeDocument(answer?.grade ?? none)
    contrary = GradeDocument(answer?.contrary ?? none)
    notForbidden = answer?.isNotForbidden ?? false
  }
}

/// A crux in JSON.
private struct CruxDocument: Encodable {
  let sentence: String
  let partOn: [SourceDocument]
  let sides: [CruxSideDocument]
  let trials: Int
  let complete: Bool

  init(_ crux: Crux, _ row: Positions.Row, in program: Program) {
    sentence = row.sentence
    partOn = crux.rules.map { SourceDocument(.rule($0), in: program) }
    sides = zip(crux.sides, crux.sides.reversed()).map { side, other in
      CruxSideDocument(side, towards: other, in: program)
    }
    trials = crux.trials
    complete = crux.sides.allSatisfy(\.isComplete)
  }
}

/// The ways of one party in JSON.
private struct CruxSideDocument: Encodable {
  let speaker: String
  let verdict: String
  let towards: String
  let ways: [[CruxStepDocument]]
  let complete: Bool

  init(_ side: Crux.Side, towards other: Crux.Side, in program: Program) {
    speaker = program[side.party.speaker].name
    verdict = side.answer.verdict.rawValue
    towards = other.answer.verdict.rawValue
    ways = side.ways.map { way in way.map { CruxStepDocument($0, in: program) } }
    complete = side.isComplete
  }
}

/// One step in JSON.
private struct CruxStepDocument: Encodable {
  let kind: String
  let rule: String

  init(_ step: Crux.Step, in program: Program) {
    switch step {
    case .accept: kind = "accept"
    case .giveUp: kind = "giveUp"
    }
    rule = program[step.rule].name
  }
}
