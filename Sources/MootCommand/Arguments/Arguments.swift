import MootLanguage
import MootReasoning
import MootReporting

/// What the user asked for.
struct Arguments {
  /// The command.
  var verb = Verb.ask
  /// The files to be read, as they are named; `-` is standard input.
  var files: [String] = []
  /// The question, a name or a sentence; for `help` the topic.
  var question: String?
  /// Further files and folders of facts.
  var facts: [String] = []
  /// The date of the answers.
  var asOf: CalendarDate?
  /// What the evaluation may use up.
  var limits = Limits()
  /// The form of output, where it is named.
  var namedFormat: Format?
  /// The file that takes the output.
  var output: String?
  /// What of an explanation is told.
  var trace = TraceOptions()
  /// Whether conclusions are only counted.
  var isSummary = false
  /// Whether files are only looked at, and not changed.
  var isCheck = false
  /// The relation whose conclusions are listed.
  var only: String?
  /// The notation to write.
  var notation: Notation?
  /// What is supposed to be different, in the order it was typed.
  var changes: [TypedChange] = []
  /// What a session supposes already, before a what-if is compared with it.
  var given: [TypedChange] = []
  /// The rule base that a session keeps; files are not read again.
  var loaded: RuleBase?
  /// Sentences that may be so or not.
  var varied: [String] = []
  /// How many changes at most go together.
  var mostChanges: Int?
  /// The verdict to reach.
  var verdict: Verdict?
  /// The first date of a timeline.
  var firstDate: CalendarDate?
  /// The last date of a timeline.
  var lastDate: CalendarDate?
  /// The files of cases; standard input when there is none.
  var cases: [String] = []
  /// The file of a certificate to be checked.
  var certificate: String?
  /// The number of the first case to be answered, from 1.
  var firstCase = 1
  /// Whether help is asked for instead.
  var wantsHelp = false
  /// Whether the version is asked for instead.
  var wantsVersion = false

  /// The form of output: the one named, or the one the output's suffix stands for, or text.
  var format: Format {
    if let namedFormat { return namedFormat }
    return verb == .batch ? .json : output.flatMap(Format.init(ofFileNamed:)) ?? .text
  }
}

extension Arguments {
  /// Reads the words of a command line.
  init(reading words: [String]) throws(CommandFailure) {
    var rest = words[...]
    if let first = rest.first, let verb = Verb(rawValue: first) {
      self.verb = verb
      rest = rest.dropFirst()
    } else if let first = rest.first, !first.hasPrefix("-") || first == "-", !isFile(first) {
      throw .unknownVerb(first)
    }
    var positional: [String] = []
    while let word = rest.popFirst() {
      if word == "--" {
        positional += rest
        break
      } else if word.hasPrefix("-"), word != "-", !isLiteral(word, after: positional) {
        try readOption(word, rest: &rest)
      } else {
        positional.append(word)
      }
    }
    guard !wantsHelp, !wantsVersion else { return }
    try sort(positional)
    guard verb.formats.contains(format) else {
      let formats = verb.formats.map(\.rawValue).joined(separator: ", ")
      throw .usage("\(verb.rawValue) prints \(formats), not \(format.rawValue)", of: verb)
    }
  }

  /// Whether a word with a hyphen is a negative literal, asked of a theory, and no option.
  private func isLiteral(_ word: String, after words: [String]) -> Bool {
    guard verb.takesQuestion, !word.hasPrefix("--"), words.contains(where: { $0.hasSuffix(".dfl") })
    else { return false }
    return Option(short: word.dropFirst().prefix { $0 != "=" }) == nil
  }

  /// Tells files from the question.
  private mutating func sort(_ words: [String]) throws(CommandFailure) {
    for word in words {
      if verb == .batch, isCaseFile(word) {
        cases.append(word)
      } else if verb != .help, isFile(word) {
        guard isFactFile(word) else {
          files.append(word)
          continue
        }
        guard verb.options.contains(.facts) else {
          throw .usage("\(verb.rawValue) takes no facts: \"\(word.shown)\"", of: verb)
        }
        facts.append(word)
      } else if question == nil, verb.takesQuestion || verb == .help {
        question = word
      } else if let question, verb.takesQuestion {
        throw .usage(
          "two questions, \"\(question.shown)\" and \"\(word.shown)\"; a sentence is one argument, in quotes",
          of: verb)
      } else {
        throw .usage(
          "\"\(word.shown)\" is no file, and \(verb.rawValue) takes no question", of: verb)
      }
    }
    guard verb != .help else { return }
    if files.isEmpty, verb != .repl {
      throw .usage("\(verb.rawValue) needs a .moot or .dfl file", of: verb)
    }
    if verb == .why, question == nil {
      throw .usage("why needs a question: a name, or a sentence in quotes", of: verb)
    }
  }

  /// Reads an option, with its value where it has one.
  private mutating func readOption(
    _ word: String, rest: inout ArraySlice<String>
  ) throws(CommandFailure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0]
    let known =
      name.hasPrefix("--")
      ? Option(rawValue: String(name.dropFirst(2))) : Option(short: name.dropFirst())
    guard let option = known else { throw .unknownOption(String(name), of: verb) }
    guard option == .help || option == .version || verb.options.contains(option) else {
      throw .usage("\(verb.rawValue) takes no \(name)", of: verb)
    }
    guard let placeholder = option.placeholder else {
      guard parts.count == 1 else { throw .usage("\(name) takes no value", of: verb) }
      return set(option)
    }
    guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
      throw .usage("\(name) needs a value: \(name) \(placeholder)", of: verb)
    }
    try set(option, to: value)
  }

  /// Takes in an option without a value.
  private mutating func set(_ option: Option) {
    switch option {
    case .help: wantsHelp = true
    case .version: wantsVersion = true
    case .summary: isSummary = true
    case .check: isCheck = true
    case .facts, .asOf, .limit, .format, .output, .side, .depth, .only, .to, .assume, .retract,
      .without, .prefer, .onArgumentsOf, .scenario, .vary, .max, .from, .cases, .certificate:
      preconditionFailure("an option with a value")
    }
  }
}

extension CommandFailure {
  /// A first word that is no command.
  fileprivate static func unknownVerb(_ word: String) -> CommandFailure {
    let near = nearest(to: word, in: Verb.allCases.map(\.rawValue))
    let help = near.map { "; did you mean \"\($0)\"?" } ?? ""
    return .usage("no command and no file \"\(word.shown)\"\(help)")
  }

  /// An option that does not exist.
  fileprivate static func unknownOption(_ word: String, of verb: Verb) -> CommandFailure {
    let options = verb.options + [.help, .version]
    let near = nearest(to: word, in: options.map { "--\($0.rawValue)" })
    let help = near.map { "; did you mean \($0)?" } ?? ""
    return .usage("\(verb.rawValue) has no option \(word.shown)\(help)", of: verb)
  }
}

/// Whether an argument is a file: one that exists, has a known suffix, or is standard input.
private func isFile(_ word: String) -> Bool {
  word == "-" || [".moot", ".dfl", ".csv", ".tsv", ".json"].contains { word.hasSuffix($0) }
    || kind(ofPath: word) == .file
}

/// Whether a file holds cases, one a line.
private func isCaseFile(_ name: String) -> Bool {
  name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
}

/// Whether a file holds facts, in columns or as JSON.
func isFactFile(_ name: String) -> Bool {
  FactTable.Layout(ofFileNamed: name) != nil || name.hasSuffix(".json")
}

extension String {
  /// The text as it may be shown in a message.
  var shown: String { withControlsEscaped }
}

/// Something supposed to be different, as it was typed.
enum TypedChange {
  /// A change in the words of the language (`retract S`, `without NAME`, …).
  case typed(String)
  /// Changes joined by `and`.
  case joined(String)
  /// The name of a scenario of the file.
  case scenario(String)
}
