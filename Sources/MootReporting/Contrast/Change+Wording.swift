public import MootLanguage
import MootReasoning

extension Change {
  /// The word for this kind of change, for other programs.
  public var kind: String {
    switch self {
    case .assume: "assume"
    case .retract: "retract"
    case .without: "without"
    case .prefer: "prefer"
    case .asOf: "asOf"
    case .onArguments: "onArgumentsOf"
    }
  }

  /// What it changes, as it is typed: a sentence, a name, a date.
  public func content(in program: Program) -> String {
    switch self {
    case .assume(let sentence), .retract(let sentence):
      program.isGround(sentence)
        ? program.text(of: sentence, variables: []) : program.sourceText(sentence.span)
    case .without(let rule): program[rule].name
    case .prefer(let preferred, let other): "\(program[preferred].name) over \(program[other].name)"
    case .asOf(let date): date.text
    case .onArguments(let speaker): program[speaker].name
    }
  }

  /// The label it has in a report.
  var label: String {
    switch self {
    case .assume: "supposed"
    case .retract: "retracted"
    case .without: "switched off"
    case .prefer: "preferred"
    case .asOf: "as of"
    case .onArguments: "heard"
    }
  }

  /// What it changes, as a person reads it.
  func reading(in program: Program) -> String {
    switch self {
    case .assume(let sentence), .retract(let sentence):
      program.isGround(sentence)
        ? program.reading(of: sentence, variables: []) : program.sourceText(sentence.span)
    case .without(let rule):
      program[rule].name + program.inBrackets(program.voice(of: program[rule]))
    case .prefer(let preferred, let other): "\(program[preferred].name) over \(program[other].name)"
    case .asOf(let date): date.reading
    case .onArguments(let speaker): "the arguments of \(program.printedName(of: speaker)) alone"
    }
  }

  /// What it does to something that argues, which it puts in or takes out.
  func effect(in program: Program) -> String {
    switch self {
    case .assume: "set aside by what is supposed here"
    case .retract: "retracted here"
    case .without: "switched off here"
    case .prefer: "preferred here"
    case .asOf(let date): "on another date, \(date.reading)"
    case .onArguments(let speaker):
      "not heard, as only \(program.printedName(of: speaker)) is heard here"
    }
  }
}

extension Program {
  /// Whether a sentence has no variables.
  func isGround(_ sentence: Sentence) -> Bool {
    sentence.terms.allSatisfy { if case .value = $0 { true } else { false } }
  }

  /// A remark in brackets behind something; nothing for nothing.
  func inBrackets(_ words: String) -> String { words.isEmpty ? "" : " (\(words))" }
}

extension Change {
  /// The change in words: "supposed: a verdict bans AllofMP3".
  public func words(in program: Program) -> String { "\(label): \(reading(in: program))" }
}
