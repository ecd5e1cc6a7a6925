import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot interview`: the verdict by asking.
  func interviewed(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    guard !files.contains("-") else {
      throw .usage("interview reads answers from standard input, and the file cannot", of: verb)
    }
    let opened = try readOpened(in: surroundings)
    try requireOpenFacts(opened)
    let question: OpenQuestion
    do throws(VerdictFunctionLimit) {
      question = try OpenQuestion(
        of: opened.posed.literal, in: opened.scenario, facts: opened.facts, limits: limits)
    } catch {
      return stopped(by: error, opened, in: surroundings)
    }
    var session = InterviewSession(
      Interview(on: question), limits: limits, isTalkData: isTalkData, in: surroundings)
    let isFinished = try session.run()
    return try ended(session.interview, isFinished: isFinished, opened, in: surroundings)
  }

  /// Whether the talk of an interview goes to standard output, with its end.
  private var isTalkData: Bool { format == .text && output == nil }

  /// What an interview ends with: what was answered, what comes of it, and unless it was broken off the
  /// reasons.
  private func ended(
    _ interview: Interview, isFinished: Bool, _ opened: Opened, in surroundings: Surroundings
  ) throws(CommandFailure) -> CommandResult {
    let table: DecisionTable?
    do {
      table = try interview.remaining.table(mostRows: Tabulation.mostRows, limits: limits)
    } catch {
      return stopped(by: error, opened, in: surroundings)
    }
    var result = CommandResult(exitCode: table == nil ? .limit : .answered)
    switch format {
    case .json:
      result.output = interview.json(
        name: opened.posed.question?.name, table: table,
        receipt: opened.posed.ruleBase.receipt(asOf: opened.scenario.asOf))
    case .text, .markdown:
      let width = format == .text ? surroundings.width : .max
      var report = isTalkData ? Report() : Report(naming: interview.question)
      report.add(Report(ending: interview, table: table, width: width))
      let outcome = evaluate(
        interview.question.scenario(knowing: interview.values), limits: limits)
      if interview.remaining.settledFinding != nil { try outcome.requireOrderedPreferences() }
      if isFinished, outcome.preferenceCycles.isEmpty {
        report.add(.gap)
        if interview.remaining.settledFinding == nil {
          report.add(.paragraph(depth: 0, "As things stand on what is not known:"))
          report.add(.gap)
        }
        let explanation = outcome.explanation(of: interview.question.literal, limits: limits)
        report.add(Report(explaining: explanation, in: outcome, options: trace))
        if outcome.reachedLimit != nil || explanation.omittedSections > 0 {
          result.exitCode = .limit
        }
      }
      result.output = surroundings.text(of: report, as: format)
    case .github, .csv:
      preconditionFailure("refused with the arguments")
    }
    return result
  }
}

/// The talk of an interview, line in and line out.
private struct InterviewSession {
  /// What was answered so far.
  private(set) var interview: Interview
  private let limits: Limits
  /// Whether what is said goes to standard output; else data goes there, and the talk beside it.
  private let isTalkData: Bool
  private let surroundings: Surroundings

  init(_ interview: Interview, limits: Limits, isTalkData: Bool, in surroundings: Surroundings) {
    self.interview = interview
    self.limits = limits
    self.isTalkData = isTalkData
    self.surroundings = surroundings
  }

  /// Asks until no answer can change anything; `false` when it was broken off before.
  mutating func run() throws(CommandFailure) -> Bool {
    try say(Report(beginning: interview))
    var asked: Int?
    while let fact = interview.nextFact {
      if asked != fact { try say(Report(asking: fact, in: interview)) }
      asked = fact
      guard let line = try readLine() else {
        try say("No more answers: this is what is known.")
        return false
      }
      switch Reply(reading: line) {
      case .value(let value):
        interview.answer(fact, value)
        asked = nil
      case .why:
        let readings = interview.remaining.readings(
          of: fact, knowing: interview.values, limits: limits)
        try say(Report(reasonsForAsking: fact, in: interview, readings: readings))
      case .back:
        asked = nil
        if interview.takeBack() == nil { try say("There is no answer to take back.") }
      case .quit: return false
      case nil: try say("That is no answer. " + Interview.words)
      }
    }
    return true
  }

  private func readLine() throws(CommandFailure) -> String? {
    if surroundings.isInteractive { try write("> ") }
    do throws(FileFailure) {
      return try surroundings.readLine()
    } catch {
      throw error.failure(reading: "standard input")
    }
  }

  private func say(_ words: String) throws(CommandFailure) {
    var report = Report()
    report.add(.paragraph(depth: 0, Report.Phrase(words)))
    try say(report)
  }

  private func say(_ report: Report) throws(CommandFailure) {
    let style = isTalkData ? surroundings.outputStyle : .plain
    try write(report.text(style: style, width: surroundings.width))
  }

  private func write(_ text: String) throws(CommandFailure) {
    guard isTalkData else { return surroundings.writeMessage(text) }
    do throws(FileFailure) {
      try surroundings.write(text)
    } catch {
      throw CommandFailure(.file, "standard output cannot be written: \(error.reason)")
    }
  }
}

/// What was typed in an interview.
private enum Reply {
  /// Yes or no; `nil` for "don't know".
  case value(Bool?)
  case why
  case back
  case quit

  /// Reads a line; `nil` for what is not understood.
  init?(reading line: String) {
    let letters = line.lowercased().filter { $0.isLetter || $0 == " " }
    switch letters.split(separator: " ").joined(separator: " ") {
    case "yes", "y": self = .value(true)
    case "no", "n": self = .value(false)
    case "dont know", "i dont know", "do not know", "i do not know", "not known", "unknown", "dk":
      self = .value(nil)
    case "why", "w": self = .why
    case "back", "b": self = .back
    case "quit", "q", "exit": self = .quit
    default: return nil
    }
  }
}
