import Glibc
import MootLanguage
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot batch`: the questions answered for one case after the other.
  func batched(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    let names = cases.isEmpty ? ["-"] : cases
    guard !names.contains("-") || !files.contains("-") else {
      throw .usage(
        "standard input gives the rules here; name the cases: --cases PATH", of: verb)
    }
    let (ruleBase, known, asked) = try readQuestion(in: surroundings)
    let questions = try asked.each(in: known, self).map { $0.caseQuestion(of: known) }
    var program = known
    var streams: [CaseStream] = []
    for name in names {
      streams.append(try open(name, &program, in: surroundings))
    }
    let report = CaseReport(
      on: questions, of: program, receipt: ruleBase.receipt(asOf: nil))
    let shared = CaseAnswerer.Shared(
      program: program, questions: questions, asOf: asOf, limits: limits, report: report)
    surroundings.writeMessage(strangers(in: known, askedOf: ruleBase.program))
    surroundings.watchInterruptions()
    let output = try BatchOutput(named: output, isContinued: firstCase > 1, in: surroundings)
    let run = BatchRun(shared, from: firstCase, in: surroundings, write: output.write)
    do throws(FileFailure) {
      try run.run(streams)
    } catch {
      throw CommandFailure(.file, "cases cannot be read: \(error.reason)\n" + run.tally.resumption)
    }
    return try result(of: run.tally, output, in: surroundings)
  }

  /// Begins to read the cases of a file; the sentences of a header bring values into the program.
  private func open(
    _ name: String, _ program: inout Program, in surroundings: Surroundings
  ) throws(CommandFailure) -> CaseStream {
    let stream: CaseStream
    let diagnostics: [Diagnostic]
    do throws(FileFailure) {
      stream = try caseStream(name, in: surroundings)
      diagnostics = try stream.begin(in: &program)
    } catch {
      throw error.failure(reading: name == "-" ? "standard input" : name)
    }
    guard diagnostics.isEmpty else {
      let header = RuleBase(program: nil, diagnostics: diagnostics, sources: program.sources)
      throw CommandFailure(
        .badInput,
        messages: header.text(of: diagnostics, isColored: surroundings.hasColoredMessages))
    }
    return stream
  }

  /// The bytes of a file of cases, or of standard input.
  private func caseStream(
    _ name: String, in surroundings: Surroundings
  ) throws(FileFailure) -> CaseStream {
    guard name != "-" else {
      return CaseStream(named: "standard input", read: surroundings.readBytes)
    }
    guard kind(ofPath: name) != .folder else { throw .isFolder }
    let file = Glibc.open(name, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .ofSystem() }
    return CaseStream(named: name) { () throws(FileFailure) in try nextBytes(of: file) }
  }

  /// How the run ends.
  private func result(
    of tally: BatchRun.Tally, _ output: BatchOutput, in surroundings: Surroundings
  ) throws(CommandFailure) -> CommandResult {
    if let failure = tally.failure, !failure.isBrokenPipe {
      throw CommandFailure(
        .file,
        messages: "moot: \(output.name.shown) cannot be written: \(failure.reason)\n"
          + tally.resumption)
    }
    var result = CommandResult(messages: tally.summary)
    if tally.failure == nil, surroundings.isInterrupted() {
      result.messages = "moot: stopped\n" + tally.resumption
      result.exitCode = .interrupted
    } else if tally.skipped > 0 {
      result.exitCode = .findings
    } else if tally.limited > 0 {
      result.exitCode = .limit
    }
    return result
  }
}

extension Asked {
  /// The question as it is asked of every case.
  fileprivate func caseQuestion(of program: Program) -> CaseQuestion {
    switch self {
    case .everything: preconditionFailure("all questions are asked one by one")
    case .question(let index): CaseQuestion(index, of: program)
    case .sentence(let sentence, let variables): CaseQuestion(sentence, variables: variables)
    }
  }
}

extension BatchRun.Tally {
  /// What is to be said at the end, where something is.
  fileprivate var summary: String {
    guard skipped > 0 || limited > 0 else { return "" }
    let parts =
      (skipped > 0 ? ["\(skipped) skipped"] : [])
      + (limited > 0 ? ["\(limited) incomplete, as a limit was reached"] : [])
    return "moot: \(written) \(written == 1 ? "case" : "cases"): "
      + parts.joined(separator: ", ") + "\n"
  }

  /// How to go on with the cases that have no line yet.
  fileprivate var resumption: String {
    guard written > 0 else { return "  no case was answered\n" }
    return "  case \(lastCase) is the last one answered; go on with --from \(lastCase + 1)\n"
  }
}
