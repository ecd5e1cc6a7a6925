public import MootLanguage

extension Scenario {
  /// The answers of each party to questions of the program, and to a sentence asked beside them.
  ///
  /// A question with variables has a row for each instance that is at all arguable for anybody, a hundred at
  /// most; the others are counted.
  public func positions(
    asking sentence: Sentence? = nil, variables: [Variable] = [], limits: Limits = Limits()
  ) -> Positions {
    var hearing = Hearing(scenario: self, parties: parties, limits: limits)
    var rows: [Positions.Row] = []
    for (index, question) in program.questions.enumerated() {
      let date = changes.contains { $0.isDate } ? nil : question.asOf
      rows += hearing.rows(question.sentence, question.variables, question: index, asOf: date)
    }
    if let sentence {
      rows += hearing.rows(sentence, variables, question: nil, asOf: nil)
    }
    let everybody = hearing.outcomes(asOf: nil)[0]
    return Positions(
      parties: hearing.parties, rows: rows.map { $0.ofFirst(hearing.parties.count) },
      omittedCount: hearing.omittedCount,
      stop: hearing.stop,
      outcome: hearing.circular ?? everybody)
  }
}

extension Change {
  /// Whether it sets the date of the answer.
  fileprivate var isDate: Bool {
    switch self {
    case .asOf: true
    case .assume, .retract, .without, .prefer, .onArguments: false
    }
  }
}

/// The state of hearing everybody.
private struct Hearing {
  let scenario: Scenario
  /// Those who were heard before a limit was reached.
  private(set) var parties: [Party]
  let limits: Limits
  var stop: Stop?
  var circular: Outcome?
  /// The limits for reading off all answers, from the first one on.
  private var telling: Limits?
  /// How many instances have no rows.
  var omittedCount = 0
  /// By date: the outcome with everybody heard, then that of each party.
  private var known: [CalendarDate?: [Outcome]] = [:]

  /// The most instances of a question that have rows.
  private static let mostInstances = 100

  init(scenario: Scenario, parties: [Party], limits: Limits) {
    self.scenario = scenario
    self.parties = parties
    self.limits = limits.begun
  }

  mutating func rows(
    _ sentence: Sentence, _ variables: [Variable], question: Int?, asOf: CalendarDate?
  ) -> [Positions.Row] {
    let all = outcomes(asOf: asOf)
    let telling = telling ?? limits.forTelling
    self.telling = telling
    var outcomes: [Outcome] = []
    var instances: [[Value]] = []
    var known: Set<[Value]> = []
    for var outcome in all {
      if !outcomes.isEmpty, let kind = telling.reached {
        parties.removeLast(max(0, parties.count - outcomes.count + 1))
        let evaluation = Inquiry(outcome, limits: limits).evaluation
        stop =
          stop ?? Stop(kind, evaluation, in: .answering(count: outcomes.count), limits: limits)
        break
      }
      let answers = outcome.answers(to: sentence, variables: variables, limits: limits)
      stop = stop ?? outcome.stop
      outcomes.append(outcome)
      for answer in answers {
        let values = answer.literal.arguments.map { outcome.program[$0] }
        guard known.insert(values).inserted else { continue }
        if instances.count < Self.mostInstances {
          instances.append(values)
        } else {
          omittedCount += 1
        }
      }
    }
    return instances.map { values in
      let answers = outcomes.map { outcome in
        Self.literal(sentence.predicate, values, in: outcome.program).map { literal in
          Inquiry(outcome, limits: limits).answer(to: literal, question: question, bindings: [])
        }
      }
      let named = zip(outcomes, answers).first { $0.1 != nil }
      let program = named?.0.program ?? scenario.program
      let arguments = named?.1?.literal.arguments ?? []
      return Positions.Row(
        question: question,
        reading: program.reading(of: sentence.predicate, arguments: arguments),
        sentence: program.text(of: sentence.predicate, arguments: arguments),
        literal: Self.literal(sentence.predicate, values, in: scenario.program), asOf: asOf,
        all: answers[0], answers: Array(answers.dropFirst()))
    }
  }

  /// The literal with some values; `nil` where a program does not know one of them.
  private static func literal(
    _ predicate: SignedPredicate, _ values: [Value], in program: Program
  ) -> Literal? {
    var arguments: [ValueID] = []
    for value in values {
      guard let id = program.values.id(of: value) else { return nil }
      arguments.append(id)
    }
    return Literal(predicate, arguments)
  }

  mutating func outcomes(asOf date: CalendarDate?) -> [Outcome] {
    if let outcomes = known[date] { return outcomes }
    let dated = scenario.changes + (date.map { [.asOf($0)] } ?? [])
    var outcomes = [outcome(changes: dated)]
    for (heard, party) in parties.enumerated() {
      outcomes.append(outcome(changes: dated + [.onArguments(of: party.speaker)]))
      guard stop == nil || limits.reached == nil else {
        parties.removeLast(parties.count - heard - 1)
        break
      }
    }
    known[date] = outcomes
    return outcomes
  }

  private mutating func outcome(changes: [Change]) -> Outcome {
    let outcome = evaluate(Scenario(scenario.program, changes: changes), limits: limits)
    stop = stop ?? outcome.stop
    if circular == nil, !outcome.preferenceCycles.isEmpty { circular = outcome }
    return outcome
  }
}
