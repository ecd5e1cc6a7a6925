import MootLanguage

/// What `moot` prints when nothing is asked of it.
let generalHelp = """
  Moot answers what holds, who argues it and why, from rules written as sentences.

    moot Rules/allofmp3.moot                   the answers to a file's questions
    moot why Rules/allofmp3.moot operation     the reasons for one of them

    \(Verb.allCases.map { listed($0.rawValue, $0.summary, width: 11) }.joined(separator: "\n  "))

  moot help COMMAND has examples and options; moot help CODE explains a message.

  """

extension Verb {
  /// The help on a command: examples first.
  var help: String {
    let examples = examples.map { "  \($0)\n" }.joined()
    let options = (options + [.help]).map {
      MootCommand.listed($0.usage, $0.summary(for: self), width: 21)
    }
    return examples + "\n\(usage)\n\(summary)\n\n" + options.map { $0 + "\n" }.joined()
  }
}

extension Arguments {
  /// `moot help`: help on a command or on a message.
  func helped() throws(CommandFailure) -> CommandResult {
    guard let topic = question else { return CommandResult(output: generalHelp) }
    if let verb = Verb(rawValue: topic) { return CommandResult(output: verb.help) }
    if let text = diagnosticHelp(for: topic) { return CommandResult(output: text) }
    let topics = Verb.allCases.map(\.rawValue) + diagnosticCodes
    let near = nearest(to: topic, in: topics).map { "; did you mean \"\($0)\"?" } ?? ""
    throw .usage("no command and no message \"\(topic.shown)\"\(near)")
  }
}

private func listed(_ name: String, _ summary: String, width: Int) -> String {
  name + String(repeating: " ", count: max(2, width - name.count)) + summary
}
