import MootLanguage

/// A change in JSON: its kind, what it changes as it is typed, and the names in that.
struct ChangeDocument: Encodable {
  let kind: String
  let sentence: String
  var rule: String?
  var preferred: String?
  var over: String?
  var date: String?
  var speaker: String?

  /// Creates the document of a change.
  init(_ change: Change, in program: Program) {
    kind = change.kind
    sentence = change.content(in: program)
    switch change {
    case .assume, .retract: break
    case .without(let id): rule = program[id].name
    case .prefer(let first, let second):
      preferred = program[first].name
      over = program[second].name
    case .asOf(let day): date = day.text
    case .onArguments(let id): speaker = program[id].name
    }
  }
}
