extension Option {
  /// The options that say what is supposed to be different.
  static let changes: [Option] = [
    .assume, .retract, .without, .prefer, .onArgumentsOf, .scenario,
  ]
}

/// A command, by the word that names it.
enum Verb: String, CaseIterable {
  case ask, why, whatif, flip, table, positions, timeline, interview, repl
  case run, batch, check, test, verify, format, convert, help

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .ask: "the verdict, with one line a side; all questions when none is named"
    case .why: "the reasons: both sides, down to the facts and their sources"
    case .whatif: "before and after a change, and where the reasoning parts"
    case .flip: "the smallest changes that would change the verdict"
    case .table: "the verdict for every combination of what is not known"
    case .positions: "what each speaker must conclude, and what two of them disagree about"
    case .timeline: "the verdict over time, with the cause of each change"
    case .interview: "the verdict by asking only what still matters"
    case .repl: "ask and suppose, line by line"
    case .run: "every conclusion with its grade"
    case .batch: "the verdicts on many cases, one line of JSON a case"
    case .check: "what is wrong with a file, or suspicious"
    case .test: "the `expect` lines, and the rules that none of them tries"
    case .verify: "a certificate of every conclusion, checked without the engine"
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
    case .whatif: "moot whatif FILE… [QUESTION] CHANGES"
    case .flip: "moot flip FILE… QUESTION"
    case .table: "moot table FILE… QUESTION"
    case .positions: "moot positions FILE… [QUESTION]"
    case .timeline: "moot timeline FILE… QUESTION"
    case .interview: "moot interview FILE… QUESTION"
    case .repl: "moot repl [FILE…]"
    case .run: "moot run FILE…"
    case .batch: "moot batch FILE… [QUESTION] [--cases PATH] [--from N]"
    case .check: "moot check FILE…"
    case .test: "moot test FILE…"
    case .verify: "moot verify FILE…"
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
    case .whatif:
      [
        "moot whatif Rules/allofmp3.moot operation --assume \"a verdict bans AllofMP3\"",
        "moot whatif Rules/allofmp3.moot operation --without appeal-bans-nothing",
      ]
    case .flip:
      [
        "moot flip Rules/allofmp3.moot operation",
        "moot flip Rules/allofmp3.moot operation --to refuted --max 1",
      ]
    case .table:
      [
        "moot table Rules/allofmp3.moot infringement --vary \"LicensingGroup had the mandate of the rights holders\""
      ]
    case .positions: ["moot positions Rules/allofmp3.moot"]
    case .timeline: ["moot timeline Rules/allofmp3.moot operation --from 2000 --to 2007"]
    case .interview: ["moot interview Rules/allofmp3.moot operation"]
    case .repl: ["moot repl Rules/allofmp3.moot"]
    case .run:
      [
        "moot run Rules/allofmp3.moot --summary",
        "moot run Rules/allofmp3.moot --format json -o conclusions.json",
        "moot run Rules/allofmp3.moot -o conclusions.csv",
      ]
    case .batch:
      [
        "moot batch Examples/market-stalls/market.moot \"Applicant may trade from Stall\" "
          + "--cases Examples/market-stalls/applications.csv",
        "moot batch rules.moot < cases.jsonl > answers.jsonl",
        "moot batch rules.moot --cases cases.jsonl --from 50001 >> answers.jsonl",
      ]
    case .check: ["moot check Rules/allofmp3.moot"]
    case .test: ["moot test Rules/allofmp3.moot"]
    case .verify:
      [
        "moot verify Rules/allofmp3.moot",
        "moot verify Rules/allofmp3.moot -o allofmp3.certificate",
        "moot verify Rules/allofmp3.moot --certificate allofmp3.certificate",
      ]
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
    case .whatif: Option.changes + [.asOf, .facts, .limit, .format, .output]
    case .flip: [.to, .vary, .max] + Option.changes + [.asOf, .facts, .limit, .format, .output]
    case .table: [.vary] + Option.changes + [.asOf, .facts, .limit, .format, .output]
    case .positions: Option.changes + [.asOf, .facts, .limit, .format, .output]
    case .timeline: [.from, .to] + Option.changes + [.facts, .limit, .format, .output]
    case .interview: [.vary] + Option.changes + [.asOf, .facts, .limit, .format, .output]
    case .repl: [.asOf, .facts, .limit]
    case .run: [.only, .summary, .facts, .asOf, .limit, .format, .output]
    case .batch: [.cases, .from, .facts, .asOf, .limit, .format, .output]
    case .check: [.facts, .limit, .format, .output]
    case .test: [.facts, .limit, .format, .output]
    case .verify: [.certificate, .facts, .asOf, .limit, .format, .output]
    case .format: [.check, .output]
    case .convert: [.to, .facts, .limit, .output]
    case .help: []
    }
  }

  /// The formats it can print.
  var formats: [Format] {
    switch self {
    case .ask, .why, .whatif, .flip, .positions, .timeline, .interview, .verify:
      [.text, .markdown, .json]
    case .table, .run: [.text, .markdown, .json, .csv]
    case .repl: [.text]
    case .batch: [.json]
    case .check, .test: [.text, .markdown, .json, .github]
    case .format, .convert, .help: [.text]
    }
  }

  /// Whether it takes a question.
  var takesQuestion: Bool {
    switch self {
    case .ask, .why, .whatif, .flip, .table, .positions, .timeline, .interview, .batch: true
    case .repl, .run, .check, .test, .verify, .format, .convert, .help: false
    }
  }
}
