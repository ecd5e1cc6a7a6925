import MootKit
import MootReasoning

@testable import MootLanguage

/// A rule base with something to ask of it, and something to change.
struct Asking {
  /// What is asked.
  let rules: RuleBase
  /// A name of a question, or a sentence.
  let question: String?
  /// A sentence without variables.
  let sentence: String?
  /// Changes in words.
  let changes: [String]

  /// Draws a question and changes.
  init(_ rules: RuleBase, _ draws: inout Draws) {
    self.rules = rules
    let program = rules.program
    sentence = program.drawnSentence(&draws)
    question = draws.below(3) == 0 ? sentence : draws.pick(rules.questions) ?? sentence
    var changes: [String] = []
    for _ in 0...draws.below(3) {
      if let change = program.drawnChange(&draws) { changes.append(change) }
    }
    self.changes = changes
  }

  /// Asks one thing, and takes an error for an answer.
  func ask(_ draws: inout Draws) {
    do throws(RuleBaseError) {
      switch draws.below(14) {
      case 0: tell(try rules.test(), &draws)
      case 1: tell(try rules.positions(on: draws.below(2) == 0 ? question : nil), &draws)
      case 2: tell(try rules.conclusions(supposing: changes), &draws)
      case 3, 4: commands.runOne(&draws)
      case 5: commands.converse(&draws)
      default: try ask(about: question, &draws)
      }
    } catch {
      tell(error)
    }
  }

  /// The same asked by commands.
  private var commands: Commands {
    Commands(
      program: rules.program, file: rules.program.isTheory ? "fuzz.dfl" : "fuzz.moot",
      question: question, changes: changes)
  }

  private func ask(about question: String?, _ draws: inout Draws) throws(RuleBaseError) {
    guard let question else { return }
    switch draws.below(8) {
    case 0: tell(try rules.answer(to: question, supposing: changes), &draws)
    case 1: tell(try rules.explanation(of: question, supposing: changes), &draws)
    case 2: tell(try rules.whatIf(changes, ask: question), &draws)
    case 3: try examineFlips(of: question, &draws)
    case 4: try examineTable(of: question, &draws)
    case 5: tell(try rules.timeline(of: question, supposing: changes), &draws)
    case 6: try examineDocket(&draws)
    default: try examineCase()
    }
  }
}

extension Program {
  /// A sentence without variables: a fact, or what a rule or a question says of some values.
  fileprivate func drawnSentence(_ draws: inout Draws) -> String? {
    if draws.below(3) == 0, !facts.isEmpty {
      let fact = facts[draws.below(facts.count)]
      return text(of: fact.predicate, arguments: arguments(of: fact))
    }
    let sentence: Sentence? =
      draws.below(4) == 0
      ? draws.pick(questions)?.sentence : draws.pick(rules).flatMap { draws.pick($0.conclusions) }
    guard let sentence else { return nil }
    let arguments = sentence.terms.map { term in
      if case .value(let value) = term { return value }
      return values.count > 0 ? ValueID(raw: UInt32(draws.below(values.count))) : ValueID.none
    }
    return text(of: sentence.predicate, arguments: arguments)
  }

  /// A change in words.
  fileprivate func drawnChange(_ draws: inout Draws) -> String? {
    let name = draws.pick(rules).map { $0.name }
    switch draws.below(7) {
    case 0: return name.map { "without \($0)" }
    case 1, 2: return drawnSentence(&draws)
    case 3: return drawnSentence(&draws).map { "retract \($0)" }
    case 4:
      let other = draws.pick(rules).map { $0.name }
      return name.flatMap { name in other.map { "prefer \(name) over \($0)" } }
    case 5: return draws.pick(speakers).map { "on the arguments of \($0.name)" }
    default: return draws.pick(["as of 2007", "as of 2007-06", "as of 2007-06-05"])
    }
  }
}
