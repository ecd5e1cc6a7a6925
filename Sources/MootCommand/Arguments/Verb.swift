/// A command, by the word that names it.
enum Verb: String, CaseIterable {
  case ask, why, run, check, test, format, convert, help

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .ask: "the verdict, with one line a side; all questions when none is named"
    case .why: "the reasons: both sides, down to the facts and their sources"
    case .run: "every conclusion with its grade"
    case .check: "what is wrong with a file, or suspicious"
    case .test: "the `expect` lines, and the rules that none of them tries"
    case .format: "put files into the one canonical layout, in place"
    case .convert: "the rule base in the arrow notation of the field"
    case .help: "help on a command, or on a message by its code"
    }
  }

  /// How it is written.
  var usage: String {
    switch self {
    case .ask: "moot ask FILE… [QUESTION]"
    case .why: "moot why FILE… QUESTION"
    case .run: "moot run FILE…"
    case .check: "moot check FILE…"
    case .test: "moot test FILE…"
    case .format: "moot format FILE…"
    case .convert: "moot convert FILE… --to dfl"
    case .help: "moot help [COMMAND|CODE]"
    }
  }

  /// Calls that show what it is good for, from the top of the repository.
  var examples: [String] {
    switch self {
    case .ask:
      [
        "moot ask Rules/allofmp3.moot operation",
        "moot ask Rules/allofmp3.moot \"?who may operate ?what\" --as-of 2007-06",
      ]
    case .why:
      [
        "moot why Rules/allofmp3.moot operation",
        "moot why Rules/allofmp3.moot operation --side against --depth 1",
      ]
    case .run:
      [
        "moot run Rules/allofmp3.moot --summary",
        "moot run Rules/allofmp3.moot --format json -o conclusions.json",
      ]
    case .check: ["moot check Rules/allofmp3.moot"]
    case .test: ["moot test Rules/allofmp3.moot"]
    case .format:
      [
        "moot format Rules/allofmp3.moot", "moot format Rules/*.moot --check",
        "moot format - < draft.moot",
      ]
    case .convert: ["moot convert Examples/tutorial/step4.moot --to dfl -o step4.dfl"]
    case .help: ["moot help why", "moot help unknown-sentence"]
    }
  }

  /// The options it takes.
  var options: [Option] {
    switch self {
    case .ask: [.facts, .asOf, .limit, .format, .output]
    case .why: [.side, .depth, .facts, .asOf, .limit, .format, .output]
    case .run: [.only, .summary, .facts, .asOf, .limit, .format, .output]
    case .check: [.facts, .format, .output]
    case .test: [.facts, .limit, .format, .output]
    case .format: [.check, .output]
    case .convert: [.to, .facts, .output]
    case .help: []
    }
  }

  /// The formats it can print.
  var formats: [Format] {
    switch self {
    case .ask, .why, .run: [.text, .markdown, .json]
    case .check, .test: [.text, .markdown, .json, .github]
    case .format, .convert, .help: [.text]
    }
  }

  /// Whether it takes a question.
  var takesQuestion: Bool {
    switch self {
    case .ask, .why: true
    case .run, .check, .test, .format, .convert, .help: false
    }
  }
}
