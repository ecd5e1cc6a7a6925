import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// Takes in an option with its value.
  mutating func set(_ option: Option, to value: String) throws(CommandFailure) {
    switch option {
    case .facts: facts.append(value)
    case .asOf: asOf = try date(value, for: option)
    case .limit: try setLimit(value)
    case .format: namedFormat = try choice(value, of: verb.formats, for: option)
    case .output: output = value
    case .side: trace.side = try choice(value, of: TraceOptions.Side.allCases, for: option)
    case .depth: trace.depth = try number(value, for: "--depth")
    case .only: only = value
    case .to: try setTarget(value)
    case .assume: changes.append(.typed(value))
    case .retract: changes.append(.typed("retract \(value)"))
    case .without: changes.append(.typed("without \(value)"))
    case .prefer: changes.append(.typed("prefer \(value)"))
    case .onArgumentsOf: changes.append(.typed("on the arguments of \(value)"))
    case .scenario: changes.append(.scenario(value))
    case .vary: varied.append(value)
    case .max: mostChanges = try number(value, for: "--max")
    case .from: try setStart(value)
    case .cases: cases.append(value)
    case .certificate: certificate = value
    case .summary, .check, .help, .version: preconditionFailure("an option without a value")
    }
  }

  /// Takes in what `--to` names: a notation, a verdict or a date.
  private mutating func setTarget(_ value: String) throws(CommandFailure) {
    switch verb {
    case .flip: verdict = try choice(value, of: Verdict.allCases, for: .to)
    case .timeline: lastDate = try date(value, for: .to)
    case .ask, .why, .whatif, .table, .positions, .interview, .repl, .run, .batch, .check, .test,
      .verify, .format, .convert, .help:
      notation = try choice(value, of: Notation.allCases, for: .to)
    }
  }

  /// Takes in what `--from` names: a date, or the number of a case.
  private mutating func setStart(_ value: String) throws(CommandFailure) {
    guard verb == .batch else {
      firstDate = try date(value, for: .from)
      return
    }
    firstCase = try number(value, for: "--from")
    if firstCase == 0 { throw .usage("--from 0: cases are counted from 1", of: verb) }
  }

  private func date(_ text: String, for option: Option) throws(CommandFailure) -> CalendarDate {
    guard let date = Value.date(reading: Array(text.utf8)) else {
      throw .usage(
        "--\(option.rawValue) \"\(text.shown)\" is no date; write 2007, 2007-09 or 2007-09-01",
        of: verb)
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
    if kind == .memory {
      limits.memory = try amountOfMemory(String(parts[1]))
      return
    }
    let number = try number(String(parts[1]), for: "--limit \(kind.rawValue)")
    switch kind {
    case .instances: limits.instances = number
    case .time: limits.time = Double(number)
    case .depth: limits.depth = number
    case .explanation: limits.explanation = number
    case .rounds: limits.rounds = number
    case .diagram: limits.diagram = number
    case .memory, .digits: preconditionFailure("not among the choices")
    }
  }

  /// Reads a number of bytes, `KiB`, `MiB` or `GiB`.
  private func amountOfMemory(_ text: String) throws(CommandFailure) -> Int {
    let units = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]
    let unit = units.first { text.hasSuffix($0.0) }
    let digits = unit == nil ? text : String(text.dropLast(3))
    let number = try number(digits, for: "--limit memory")
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
    return isTooMuch ? .max : bytes
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
