import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot positions`: each speaker's verdicts, and the crux between two.
  func positioned(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    var program = known
    var changes = try readChanges(into: &program, in: surroundings)
    let named = changes.compactMap(\.speaker)
    changes.removeAll { $0.speaker != nil }
    if let asOf { changes.insert(.asOf(asOf), at: 0) }
    let scenario = Scenario(program, changes: changes)
    let positions: Positions
    switch asked {
    case .everything:
      guard !program.questions.isEmpty else {
        throw .usage("the file asks no question; ask one: a sentence in quotes", of: verb)
      }
      positions = scenario.positions(limits: limits)
    case .question: positions = scenario.positions(limits: limits)
    case .sentence(let sentence, let variables):
      positions = scenario.positions(asking: sentence, variables: variables, limits: limits)
    }
    try positions.outcome.requireOrderedPreferences()
    let parties = try named.map { speaker throws(CommandFailure) in
      try party(of: speaker, among: positions)
    }
    guard parties.count <= 2, Set(parties).count == parties.count else {
      throw .usage(
        "--on-arguments-of names two speakers at most, with different arguments", of: verb)
    }
    let found = Disagreement(
      over: positions, about: asked.rows, between: parties, in: scenario, limits: limits)
    let isComplete = positions.stop == nil && found.crux?.reachedLimit == nil
    var result = CommandResult(exitCode: isComplete ? .answered : .limit)
    if !isTheory { result.messages = strangers(in: program, askedOf: ruleBase.program) }
    switch format {
    case .text, .markdown:
      result.output = surroundings.text(
        of: Report(comparing: positions, crux: found.crux, row: found.row), as: format)
    case .json:
      result.output = positions.json(
        crux: found.crux, row: found.row, receipt: ruleBase.receipt(asOf: positions.outcome.asOf))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }

  /// The party that a named speaker is, or that has the same arguments.
  private func party(
    of speaker: SpeakerID, among positions: Positions
  ) throws(CommandFailure) -> Int {
    let program = positions.outcome.program
    let parties = positions.parties
    if let index = parties.firstIndex(where: { $0.speaker == speaker }) { return index }
    // A principal whose only voice is one spokesman has no column beside that.
    if let index = parties.firstIndex(where: { program.speaks($0.speaker, for: speaker) }) {
      return index
    }
    throw .usage("\"\(program[speaker].name.shown)\" argues nothing", of: verb)
  }
}

extension Asked {
  /// Where a dispute is looked for.
  fileprivate var rows: Disagreement.Rows {
    switch self {
    case .everything: .all
    case .question(let question): .question(question)
    case .sentence: .sentence
    }
  }
}

extension Change {
  /// The speaker whose arguments alone are heard.
  fileprivate var speaker: SpeakerID? {
    switch self {
    case .onArguments(let speaker): speaker
    case .assume, .retract, .without, .prefer, .asOf: nil
    }
  }
}
