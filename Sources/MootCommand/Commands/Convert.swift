import MootLanguage

extension Arguments {
  /// `moot convert`: the rule base in another notation.
  ///
  /// What the notation cannot say is refused and listed, never dropped: then nothing is written.
  func converted(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    guard let notation else {
      throw .usage("convert needs --to dfl", of: verb)
    }
    switch notation {
    case .dfl: break
    }
    let ruleBase = try readRuleBase(in: surroundings)
    let program = try ruleBase.checkedProgram(in: surroundings)
    let (text, refused) = program.theoryText()
    let messages = ruleBase.text(of: refused, isColored: surroundings.hasColoredMessages)
    guard !refused.contains(where: { $0.severity == .error }) else {
      throw CommandFailure(.badInput, messages: messages)
    }
    return CommandResult(output: text, messages: messages)
  }

  /// A notation that rule bases are written in.
  enum Notation: String, CaseIterable {
    case dfl
  }
}
