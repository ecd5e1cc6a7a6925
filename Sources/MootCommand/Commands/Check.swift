import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot check`: what is wrong, or suspicious.
  func checked(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let ruleBase = try readRuleBase(in: surroundings)
    var reached: Limits.Kind?
    let watch = Watch {
      reached = limits.reached
      return reached == nil
    }
    let diagnostics = ruleBase.diagnosticsWithWarnings(watch)
    let errors = diagnostics.count { $0.severity == .error }
    var result = CommandResult(
      exitCode: ruleBase.isStopped ? .limit : errors > 0 ? .findings : .answered)
    if let reached, !ruleBase.isStopped {
      result.exitCode = .limit
      result.messages =
        "moot: incomplete: \(reached.reason); not everything suspicious was looked for\n"
    }
    switch format {
    case .text, .markdown:
      let total =
        diagnostics.isEmpty
        ? "nothing to report\n" : Self.total(errors: errors, of: diagnostics.count)
      let isColored = surroundings.outputStyle.isColored
      let text = ruleBase.text(of: diagnostics, isColored: isColored && format == .text)
      let gap = diagnostics.isEmpty ? "" : "\n"
      result.output =
        format == .text || diagnostics.isEmpty
        ? text + gap + total : "```text\n" + text + "```\n\n" + total
    case .json:
      result.output = json(
        of: diagnostics, in: ruleBase.sources,
        receipt: ruleBase.receipt(asOf: ruleBase.program?.asOf))
    case .github:
      result.output = githubText(of: diagnostics, in: ruleBase.sources)
    case .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }

  private static func total(errors: Int, of count: Int) -> String {
    let warnings = count - errors
    let parts = [
      errors == 0 ? nil : "\(errors) \(errors == 1 ? "error" : "errors")",
      warnings == 0 ? nil : "\(warnings) \(warnings == 1 ? "warning" : "warnings")",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ") + "\n"
  }
}

extension RuleBase {
  /// What was wrong and what is suspicious, in source order.
  fileprivate func diagnosticsWithWarnings(_ watch: Watch) -> [Diagnostic] {
    guard watch.goesOnNow(), let program else { return diagnostics }
    let found = diagnostics + warnings(for: program, watch: watch)
    guard watch.goesOnNow() else { return inSourceOrder(found) }
    return inSourceOrder(found + suspicions(in: program, watch: watch))
  }
}
