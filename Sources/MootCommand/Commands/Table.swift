import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot table`: the verdict as a decision table.
  func tabulated(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let opened = try readOpened(in: surroundings)
    try requireOpenFacts(opened)
    let question = try question(opened, in: surroundings)
    let table: DecisionTable?
    do {
      table = try question.table(mostRows: Tabulation.mostRows, limits: limits)
    } catch {
      throw failure(stopping: error, opened)
    }
    let tabulation = Tabulation(question, name: opened.posed.question?.name, table: table)
    var result = CommandResult(exitCode: table == nil ? .limit : .answered)
    if !isTheory {
      result.messages = strangers(
        in: opened.scenario.program, askedOf: opened.posed.ruleBase.program)
    }
    switch format {
    case .text, .markdown:
      let width = format == .text ? surroundings.width : .max
      result.output = surroundings.text(of: Report(tabulation, width: width), as: format)
    case .csv:
      result.output = tabulation.csv
      if table == nil {
        result.messages += "moot: incomplete: the table has more than \(Tabulation.mostRows) rows\n"
      }
    case .json:
      result.output = tabulation.json(
        receipt: opened.posed.ruleBase.receipt(asOf: opened.scenario.asOf))
    case .github:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}
