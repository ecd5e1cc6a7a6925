/// A line of a session, by its first words.
struct SessionLine {
  /// What it does, or `nil` for a question without a word before it.
  let action: Action?
  /// What follows the words of the action.
  let rest: String
  /// All of it.
  let text: String

  /// What a line can do.
  enum Action: String, CaseIterable {
    case load, ask, why, whatif, assume, retract, without, prefer
    case asOf = "as of"
    case onArguments = "on the arguments of"
    case scenario, undo, reset, changes, questions, flip, table, history, help, quit, exit

    /// How it is written.
    var usage: String {
      switch self {
      case .load: "load FILE…"
      case .ask: "ask [QUESTION]"
      case .why: "why [QUESTION]"
      case .whatif: "whatif [NAME] CHANGES"
      case .assume: "assume SENTENCE"
      case .retract: "retract SENTENCE"
      case .without: "without NAME"
      case .prefer: "prefer A over B"
      case .asOf: "as of DATE"
      case .onArguments: "on the arguments of SPEAKER"
      case .scenario: "scenario NAME"
      case .flip: "flip [QUESTION]"
      case .table: "table [QUESTION]"
      case .undo, .reset, .changes, .questions, .history, .help, .quit, .exit: rawValue
      }
    }

    /// Whether nothing follows it.
    var isAlone: Bool { usage == rawValue }

    /// What it does, in a line.
    var summary: String {
      switch self {
      case .load: "read other files; what is supposed is forgotten"
      case .ask: "the verdict; a name or sentence alone does as well"
      case .why: "the reasons, of the last question when none is named"
      case .whatif: "before and after changes joined by \"and\", which are not kept"
      case .assume: "suppose the sentence from now on"
      case .retract: "take an assumption back, and drop it where the files say so"
      case .without: "switch off a rule, contention or preference"
      case .prefer: "add a preference between two rules"
      case .asOf: "answer for another date"
      case .onArguments: "hear the arguments of one speaker only"
      case .scenario: "make the changes of a scenario of the file"
      case .undo: "take the last change back"
      case .reset: "suppose nothing any more"
      case .changes: "what is supposed now"
      case .questions: "the questions of the files"
      case .flip: "the smallest changes that would change the verdict"
      case .table: "the verdict for every combination of what is not known"
      case .history: "the lines so far"
      case .help: "this list"
      case .quit, .exit: "end the session"
      }
    }
  }

  /// Reads the words of a line; there is at least one.
  init(_ words: [String]) {
    text = words.joined(separator: " ")
    let found = Action.allCases.first { action in
      words.starts(with: action.rawValue.split(separator: " ").map(String.init))
    }
    let count = found.map { $0.rawValue.split(separator: " ").count } ?? 0
    // A sentence may begin with a word that is a whole line by itself.
    action = words.count > count && found?.isAlone == true ? nil : found
    rest = words.dropFirst(action == nil ? 0 : count).joined(separator: " ").unquoted
  }
}

extension String {
  /// Without the quotation marks around all of it.
  fileprivate var unquoted: String {
    guard count > 1, hasPrefix("\""), hasSuffix("\"") else { return self }
    let inner = dropFirst().dropLast()
    return inner.contains("\"") ? self : String(inner)
  }
}
