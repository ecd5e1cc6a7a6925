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
    switch format {
    case .text where isSummary, .markdown where isSummary:
      let report = Report(countingConclusionsOf: outcome, relation: only)
      result.output = surroundings.text(of: report, as: format)
    case .text:
      result.output = outcome.text(of: outcome.sortedConclusions(ofRelation: only))
    case .markdown:
      let conclusions = outcome.sortedConclusions(ofRelation: only)
      let report = Report(listing: conclusions, in: outcome)
      result.output = surroundings.text(of: report, as: format)
    case .json:
      result.output = outcome.json(
        of: outcome.sortedConclusions(ofRelation: only),
        receipt: ruleBase.receipt(asOf: outcome.asOf))
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    if let limit = outcome.limitInWords {
      result.messages = "moot: incomplete: \(limit)\n"
    }
    return result
  }

  private func requireRelation(_ key: String, in program: Program) throws(CommandFailure) {
    let keys = program.relations.map(\.key)
    guard !keys.contains(key) else { return }
    let near = nearest(to: key, in: keys).map { "; did you mean \"\($0)\"?" } ?? ""
    throw .usage("no relation has the short name \"\(key.shown)\"\(near.shown)", of: verb)
  }
}
