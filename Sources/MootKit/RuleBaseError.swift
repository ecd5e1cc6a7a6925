import MootLanguage
public import MootReasoning

/// Why a rule base could not be read, or not asked; `description` says it in words.
public enum RuleBaseError: Error, Sendable {
  /// A text, a sentence or a change could not be read.
  case unread(Messages)
  /// A text in one notation was given together with a theory in arrow notation, by its name.
  case mixedNotations(String)
  /// No question has this name, and no relation reads so; with the nearest name there is.
  case unknownQuestion(String, nearest: String?)
  /// No scenario has this name; with the nearest name there is.
  case unknownScenario(String, nearest: String?)
  /// One instance was needed of a sentence, and there is none, or there are these.
  case instances(of: String, [String])
  /// A sentence without variables was needed.
  case variables(String)
  /// A docket cannot take a date among its open changes.
  case datedDocket(String)
  /// Preferences certainly go round in a circle, by the names of the rules.
  case preferenceCycle([String])
  /// A limit was reached before there was an answer.
  case limit(Limits.Kind)
}

extension RuleBaseError: CustomStringConvertible {
  /// The error in words for the people who wrote the texts.
  public var description: String {
    switch self {
    case .unread(let messages): messages.description
    case .mixedNotations(let name):
      "\"\(name.withControlsEscaped)\" cannot be read together with a .dfl text"
    case .unknownQuestion(let name, let nearest):
      "no question is named \"\(name.withControlsEscaped)\"\(Self.suggestion(nearest))"
    case .unknownScenario(let name, let nearest):
      "no scenario is named \"\(name.withControlsEscaped)\"\(Self.suggestion(nearest))"
    case .instances(let sentence, let instances):
      instances.isEmpty
        ? "one instance is needed, and none of \"\(sentence)\" is arguable"
        : "one instance is needed of \"\(sentence)\": \(Self.list(instances))"
    case .variables(let sentence):
      "\"\(sentence)\" leaves something open; name one thing in each place"
    case .datedDocket(let change):
      "\"\(change)\" cannot be made and taken back; suppose the date for the whole docket"
    case .preferenceCycle(let names):
      "preferences go round in a circle: \(names.joined(separator: ", then "))"
    case .limit(let kind): "the limit of \(kind.rawValue) was reached"
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean \"\($0.withControlsEscaped)\"?" } ?? ""
  }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
