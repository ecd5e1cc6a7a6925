import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot run`: every conclusion with its grade, or their numbers.
  func concluded(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let ruleBase = try readRuleBase(in: surroundings)
    let program = try ruleBase.checkedProgram(in: surroundings)
    if let only { try requireRelation(only, in: program) }
    var evaluation = Evaluation(of: program, self)
    let outcome = try evaluation.outcome()
    var result = CommandResult(exitCode: outcome.exitCode)
    if let limit = outcome.limitInWords { result.messages = "moot: incomplete: \(limit.shown)\n" }
    if isSummary {
      result.output = summary(of: outcome, ruleBase, surroundings)
      return result
    }
    let (listed, omitted) = listedConclusions(of: outcome)
    if omitted > 0 {
      result.exitCode = .limit
      result.messages +=
        "moot: incomplete: \(omitted) of \(omitted + listed.count) conclusions are not listed, as "
        + "the limit on memory leaves no room for them; --summary counts them\n"
    }
    result.output = text(of: listed, in: outcome, ruleBase, surroundings)
    return result
  }

  /// The conclusions in order, and how many there are beyond what the limit on memory leaves room for.
  private func listedConclusions(of outcome: Outcome) -> (listed: [Conclusion], omitted: Int) {
    let count = outcome.conclusionCounts(ofRelation: only).reduce(0) { $0 + $1.count }
    let room = outcome.roomForConclusions(within: limits)
    guard count > room else { return (outcome.sortedConclusions(ofRelation: only), 0) }
    return (outcome.sortedConclusions(ofRelation: only, first: room), count - room)
  }

  private func summary(
    of outcome: Outcome, _ ruleBase: RuleBase, _ surroundings: Surroundings
  ) -> String {
    switch format {
    case .text, .markdown:
      surroundings.text(of: Report(countingConclusionsOf: outcome, relation: only), as: format)
    case .json:
      outcome.summaryJSON(relation: only, receipt: ruleBase.receipt(asOf: outcome.asOf))
    case .csv: outcome.summarySpreadsheet(relation: only)
    case .github: preconditionFailure("refused with the arguments")
    }
  }

  private func text(
    of conclusions: [Conclusion], in outcome: Outcome, _ ruleBase: RuleBase,
    _ surroundings: Surroundings
  ) -> String {
    switch format {
    case .text: outcome.text(of: conclusions)
    case .markdown:
      surroundings.text(of: Report(listing: conclusions, in: outcome), as: format)
    case .json:
      outcome.json(of: conclusions, receipt: ruleBase.receipt(asOf: outcome.asOf))
    case .csv: outcome.spreadsheet(of: conclusions)
    case .github: preconditionFailure("refused with the arguments")
    }
  }

  private func requireRelation(_ key: String, in program: Program) throws(CommandFailure) {
    let keys = program.relations.map(\.key)
    guard !keys.contains(key) else { return }
    let near = nearest(to: key, in: keys).map { "did you mean \"\($0)\"?" }
    let help = near ?? "--summary lists them all"
    throw .usage("no relation has the short name \"\(key.shown)\"; \(help.shown)", of: verb)
  }
}

extension Outcome {
  /// How many conclusions can be put in order and written within the limit on memory, at some 800 bytes each.
  fileprivate func roomForConclusions(within limits: Limits) -> Int {
    guard let memoryInUse = limits.memoryInUse else { return .max }
    return max(0, limits.forTelling.memory - memoryInUse()) / 800
  }
}
