import MootReasoning
import MootReporting

/// Does what a command line asks for; prints nothing, and writes no file.
func perform(_ words: [String], in surroundings: Surroundings) -> CommandResult {
  guard !words.isEmpty else { return CommandResult(output: generalHelp) }
  do throws(CommandFailure) {
    let arguments = try Arguments(reading: words)
    if arguments.wantsVersion { return CommandResult(output: "moot \(version)\n") }
    if arguments.wantsHelp {
      let isGeneral = words.first?.hasPrefix("-") ?? true
      return CommandResult(output: isGeneral ? generalHelp : arguments.verb.help)
    }
    try arguments.requireOtherOutput()
    var result = try arguments.measured(in: surroundings)
      .performed(in: surroundings.suited(to: arguments))
    if arguments.verb != .batch { result.destination = arguments.output }
    return result
  } catch {
    return CommandResult(messages: error.messages, exitCode: error.exitCode)
  }
}

extension Arguments {
  /// Fails where the output would overwrite a file that is read.
  fileprivate func requireOtherOutput() throws(CommandFailure) {
    guard let output, verb != .format, let path = realPath(of: output) else { return }
    if let input = (files + facts + cases + (certificate.map { [$0] } ?? [])).first(where: {
      realPath(of: $0) == path
    }) {
      throw .usage(
        "-o \"\(output.shown)\" would overwrite \"\(input.shown)\", which is read", of: verb)
    }
  }

  /// The command with its memory measured and, unless it waits for others, its time running.
  fileprivate func measured(in surroundings: Surroundings) -> Arguments {
    var measured = self
    measured.limits.memoryInUse = surroundings.memoryInUse
    switch verb {
    case .batch, .interview, .repl: break
    case .ask, .why, .whatif, .flip, .table, .positions, .timeline, .run, .check, .test, .verify,
      .format, .convert, .help:
      measured.limits.start = .now
    }
    return measured
  }

  /// What the command prints.
  func performed(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    switch verb {
    case .ask: try asked(in: surroundings)
    case .why: try explained(in: surroundings)
    case .whatif: try compared(in: surroundings)
    case .flip: try flipped(in: surroundings)
    case .table: try tabulated(in: surroundings)
    case .positions: try positioned(in: surroundings)
    case .timeline: try traced(in: surroundings)
    case .interview: try interviewed(in: surroundings)
    case .repl: try conversed(in: surroundings)
    case .run: try concluded(in: surroundings)
    case .batch: try batched(in: surroundings)
    case .check: try checked(in: surroundings)
    case .test: try tested(in: surroundings)
    case .verify: try verified(in: surroundings)
    case .format: try formatted(in: surroundings)
    case .convert: try converted(in: surroundings)
    case .help: try helped()
    }
  }
}

extension Surroundings {
  /// The surroundings for output that may go to a file.
  fileprivate func suited(to arguments: Arguments) -> Surroundings {
    guard arguments.output != nil else { return self }
    var suited = self
    suited.outputStyle = .plain
    suited.width = 100
    return suited
  }

  /// A report in the format that was asked for.
  func text(of report: Report, as format: Format) -> String {
    switch format {
    case .text: report.text(style: outputStyle, width: width)
    case .markdown: report.markdown
    case .json, .github, .csv: preconditionFailure("documents are no reports")
    }
  }
}
