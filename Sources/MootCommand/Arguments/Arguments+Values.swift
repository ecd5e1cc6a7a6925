import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// Takes in an option with its value.
  mutating func set(_ option: Option, to value: String) throws(CommandFailure) {
    switch option {
    case .facts: facts.append(value)
    case .asOf: asOf = try date(value)
    case .limit: try setLimit(value)
    case .format: namedFormat = try choice(value, of: verb.formats, for: option)
    case .output: output = value
    case .side: trace.side = try choice(value, of: TraceOptions.Side.allCases, for: option)
    case .depth: trace.depth = try number(value, for: "--depth")
    case .only: only = value
    case .to: notation = try choice(value, of: Notation.allCases, for: option)
    case .summary, .check, .help, .version: preconditionFailure("an option without a value")
    }
  }

  private func date(_ text: String) throws(CommandFailure) -> CalendarDate {
    guard let date = Value.date(reading: Array(text.utf8)) else {
      throw .usage(
        "--as-of \"\(text.shown)\" is no date; write 2007, 2007-09 or 2007-09-01", of: verb)
    }
    return date
  }

  /// Reads `NAME=N`.
  private mutating func setLimit(_ text: String) throws(CommandFailure) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = try choice(String(parts[0]), of: Limits.Kind.adjustable, for: .limit)
    guard parts.count == 2 else {
      throw .usage("--limit \(kind.rawValue) needs a number: --limit \(kind.rawValue)=N", of: verb)
    }
    let number = try number(String(parts[1]), for: "--limit \(kind.rawValue)")
    switch kind {
    case .instances: limits.instances = number
    case .memory: limits.memory = number
    case .time: limits.time = Double(number)
    case .depth: limits.depth = number
    case .explanation: limits.explanation = number
    case .rounds: limits.rounds = number
    case .digits: preconditionFailure("not among the choices")
    }
  }

  private func number(_ text: String, for option: String) throws(CommandFailure) -> Int {
    guard let number = Int(text), number >= 0 else {
      throw .usage("\(option) \"\(text.shown)\" is no whole number", of: verb)
    }
    return number
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ text: String, of choices: [Choice], for option: Option
  ) throws(CommandFailure) -> Choice {
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    let names = choices.map(\.rawValue)
    let near = nearest(to: text, in: names).map { "; did you mean \"\($0)\"?" } ?? ""
    let list = names.joined(separator: ", ")
    throw .usage("--\(option.rawValue) \"\(text.shown)\" is none of \(list)\(near)", of: verb)
  }
}
