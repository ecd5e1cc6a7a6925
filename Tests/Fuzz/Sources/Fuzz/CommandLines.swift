@testable import MootCommand
@testable import MootLanguage
@testable import MootReasoning
@testable import MootReporting

/// Command lines, a word a line, and lines of a session.
///
/// Reading ends with arguments or with a message about wrong usage; arguments written as a command line again, in
/// one order, are read as the same.
func examineArguments(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  let words = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if let arguments = read(words), !arguments.wantsHelp, !arguments.wantsVersion {
    let canonical = arguments.words
    guard let again = read(canonical) else {
      fatalError("claim: arguments cannot be read again: \(canonical)")
    }
    claim(again.words, equals: canonical, "arguments are read again as others")
  }
  let typed = text.split(whereSeparator: \.isWhitespace).map(String.init)
  if !typed.isEmpty {
    let line = SessionLine(typed)
    claim(line.rest.utf8.count <= line.text.utf8.count, "a line of a session grows")
  }
}

/// The arguments that words are read as; `nil` where they are refused, which is always with a message.
private func read(_ words: [String]) -> Arguments? {
  do throws(CommandFailure) {
    return try Arguments(reading: words)
  } catch {
    claim(error.exitCode == .usage, "a command line is refused with \(error.exitCode)")
    claim(
      error.messages.hasPrefix("moot: ") && error.messages.hasSuffix("\n"),
      "a message is not one: \(error.messages)")
    examine(printed: error.messages)
    return nil
  }
}

extension Arguments {
  /// The arguments as the words of a command line: options in one order, then files, then the question.
  fileprivate var words: [String] {
    var words = [verb.rawValue]
    func add(_ option: Option, _ value: String?) {
      if let value { words += ["--\(option.rawValue)", value] }
    }
    for path in facts { add(.facts, path) }
    add(.asOf, asOf?.text)
    if verb.options.contains(.limit) {
      for kind in Limits.Kind.adjustable { add(.limit, "\(kind.rawValue)=\(amount(of: kind))") }
    }
    add(.format, namedFormat?.rawValue)
    add(.output, output)
    add(.side, trace.side?.rawValue)
    add(.depth, trace.depth.map(String.init))
    if isSummary { words.append("--summary") }
    if isCheck { words.append("--check") }
    add(.only, only)
    add(.to, notation?.rawValue ?? verdict?.rawValue ?? lastDate?.text)
    for change in changes { words += typed(change) }
    for sentence in varied { add(.vary, sentence) }
    add(.max, mostChanges.map(String.init))
    add(.from, firstDate?.text ?? (verb == .batch ? String(firstCase) : nil))
    for path in cases { add(.cases, path) }
    return words + ["--"] + files + (question.map { [$0] } ?? [])
  }

  private func typed(_ change: TypedChange) -> [String] {
    switch change {
    case .typed(let text):
      let prefixes: [(String, Option)] = [
        ("retract ", .retract), ("without ", .without), ("prefer ", .prefer),
        ("on the arguments of ", .onArgumentsOf),
      ]
      guard let (prefix, option) = prefixes.first(where: { text.hasPrefix($0.0) }) else {
        return ["--assume", text]
      }
      return ["--\(option.rawValue)", String(text.dropFirst(prefix.count))]
    case .joined(let text): return ["--assume", text]
    case .scenario(let name): return ["--scenario", name]
    }
  }

  private func amount(of kind: Limits.Kind) -> Int {
    switch kind {
    case .instances: limits.instances
    case .memory: limits.memory
    case .time: Int(min(limits.time, 1e15))
    case .depth: limits.depth
    case .explanation: limits.explanation
    case .rounds: limits.rounds
    case .diagram: limits.diagram
    case .digits: 0
    }
  }
}
