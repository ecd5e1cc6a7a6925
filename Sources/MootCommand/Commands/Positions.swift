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
    let (row, crux) = crux(of: positions, asked, parties, in: scenario)
    let isComplete = positions.reachedLimit == nil && crux?.reachedLimit == nil
    var result = CommandResult(exitCode: isComplete ? .answered : .limit)
    if !isTheory { result.messages = strangers(in: program, askedOf: ruleBase.program) }
    switch format {
    case .text, .markdown:
      result.output = surroundings.text(
        of: Report(comparing: positions, crux: crux, row: row), as: format)
    case .json:
      result.output = positions.json(
        crux: crux, row: row, receipt: ruleBase.receipt(asOf: positions.outcome.asOf))
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

  /// The row that is asked about, or the first about which two parties differ, with their crux.
  private func crux(
    of positions: Positions, _ asked: Asked, _ named: [Int], in scenario: Scenario
  ) -> (row: Int?, crux: Crux?) {
    let rows = positions.rows
    let candidates = rows.indices.filter { index in
      switch asked {
      case .everything: true
      case .question(let question): rows[index].question == question
      case .sentence: rows[index].question == nil
      }
    }
    for index in candidates {
      guard let literal = rows[index].literal,
        let pair = pair(of: rows[index], named, positions.parties)
      else { continue }
      let dated = rows[index].asOf.map { [Change.asOf($0)] } ?? []
      let scenario = Scenario(scenario.program, changes: scenario.changes + dated)
      let crux = scenario.crux(
        over: literal, positions.parties[pair.0], positions.parties[pair.1], limits: limits)
      return (index, crux)
    }
    if case .everything = asked { return (nil, nil) }
    return (candidates.first, nil)
  }

  /// The two parties to compare; `nil` where they agree.
  private func pair(
    of row: Positions.Row, _ named: [Int], _ parties: [Party]
  ) -> (Int, Int)? {
    guard named.count == 2 else {
      return row.mostDistantPair(among: parties, with: named.first)
    }
    let isDisputed = row.verdict(ofParty: named[0]) != row.verdict(ofParty: named[1])
    return isDisputed ? (named[0], named[1]) : nil
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
