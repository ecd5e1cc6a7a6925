/// An option, by its long name without the hyphens.
enum Option: String, CaseIterable {
  case facts
  case asOf = "as-of"
  case limit, format, output, side, depth, summary, only, to, check
  case assume, retract, without, prefer
  case onArgumentsOf = "on-arguments-of"
  case scenario, vary, max, from, cases, certificate, help, version

  /// The option written with one hyphen.
  init?(short: Substring) {
    switch short {
    case "o": self = .output
    case "h": self = .help
    default: return nil
    }
  }

  /// What stands for its value in help; `nil` when it has none.
  var placeholder: String? {
    switch self {
    case .facts, .cases, .certificate: "PATH"
    case .asOf: "DATE"
    case .limit: "NAME=N"
    case .format: "FORMAT"
    case .output: "FILE"
    case .side: "for|against"
    case .depth: "N"
    case .only: "KEY"
    case .to: "VALUE"
    case .assume, .retract, .vary: "SENTENCE"
    case .without, .scenario: "NAME"
    case .prefer: "\"A over B\""
    case .onArgumentsOf: "SPEAKER"
    case .max: "N"
    case .from: "DATE|N"
    case .summary, .check, .help, .version: nil
    }
  }

  /// How it is written.
  var usage: String {
    let name =
      switch self {
      case .output: "-o"
      case .help: "-h, --help"
      case .facts, .asOf, .limit, .format, .side, .depth, .summary, .only, .to, .check, .assume,
        .retract, .without, .prefer, .onArgumentsOf, .scenario, .vary, .max, .from, .cases,
        .certificate, .version:
        "--\(rawValue)"
      }
    return placeholder.map { "\(name) \($0)" } ?? name
  }

  /// What it does for a command, in a line.
  func summary(for verb: Verb) -> String {
    switch self {
    case .facts: "further facts: a .csv, .tsv, .json or .moot file, or a folder of them; repeatable"
    case .asOf: "answer as of 2007, 2007-09 or 2007-09-01"
    case .limit:
      "stop at N: instances, memory (bytes, or 2GiB), time (s), depth, explanation (lines), rounds, diagram"
    case .format: verb.formats.map(\.rawValue).joined(separator: ", ")
    case .output:
      if verb == .verify {
        "write the certificate to a file"
      } else {
        "write to a file"
          + (verb.formats.count > 1 ? "; .md, .json and .csv stand for the format" : "")
      }
    case .side: "tell one side of the question only"
    case .depth: "tell the arguments N conclusions deep, and sum up what lies deeper"
    case .summary: "only the numbers by relation and grade"
    case .only: "only the conclusions of the relation with this short name"
    case .to:
      switch verb {
      case .convert: "the notation: dfl"
      case .timeline: "the last date"
      default: "the verdict to reach"
      }
    case .assume: "suppose the sentence; what conflicts with it is set aside; repeatable"
    case .retract: "drop the facts and contentions that say so; repeatable"
    case .without: "switch off a rule, contention or preference; repeatable"
    case .prefer: "add a preference between two rules; repeatable"
    case .onArgumentsOf: "drop what others than this speaker argue"
    case .scenario: "make the changes of a scenario of the file; repeatable"
    case .vary: "a sentence that may be so or not, beside the unknowns of the file; repeatable"
    case .max: "how many changes at most go together"
    case .from: verb == .timeline ? "the first date" : "the first case, by its number from 1"
    case .cases: "a file of cases, JSON Lines or CSV; standard input without it; repeatable"
    case .certificate: "check the certificate in this file, instead of writing one"
    case .check: "change nothing; name the files that are laid out otherwise, and exit with 1"
    case .help: "this help"
    case .version: "the version"
    }
  }
}

/// A form of output.
enum Format: String, CaseIterable {
  case text, markdown, json, github, csv

  /// The format that a file's suffix stands for.
  init?(ofFileNamed name: String) {
    let suffix = name.split(separator: "/").last?.split(separator: ".").dropFirst().last
    switch suffix?.lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    default: return nil
    }
  }
}
