import MootKit
import MootReasoning

@testable import MootLanguage

/// A rule base with something to ask of it, and something to change.
struct Asking {
  /// What is asked.
  let rules: RuleBase
  /// A name of a question, or a sentence.
  let question: String?
  /// A sentence that is concluded.
  let sentence: String?
  /// Changes in words.
  let changes: [String]

  /// Draws a question and changes.
  init(_ rules: RuleBase, _ sentences: [String], _ draws: inout Draws) {
    self.rules = rules
    sentence = draws.pick(sentences)
    let names = rules.questions
    question = draws.below(3) == 0 ? sentence : draws.pick(names) ?? sentence
    var changes: [String] = []
    let program = rules.program
    for _ in 0...draws.below(3) {
      let name = draws.pick(program.rules).map { Value.entity($0.name).text }
      let other = draws.pick(program.rules).map { Value.entity($0.name).text }
      let changed: String?
      switch draws.below(7) {
      case 0: changed = name.map { "without \($0)" }
      case 1, 2: changed = draws.pick(sentences)
      case 3: changed = draws.pick(sentences).map { "retract \($0)" }
      case 4: changed = name.flatMap { name in other.map { "prefer \(name) over \($0)" } }
      case 5: changed = draws.pick(program.speakers).map { "on the arguments of \($0.name)" }
      default: changed = draws.pick(["as of 2007", "as of 2007-06", "as of 2007-06-05"])
      }
      if let changed { changes.append(changed) }
    }
    self.changes = changes
  }

  /// Asks one thing, and takes an error for an answer.
  func ask(_ draws: inout Draws) {
    do throws(RuleBaseError) {
      switch draws.below(14) {
      case 0: tell(try rules.test())
      case 1: tell(try rules.positions(on: draws.below(2) == 0 ? question : nil))
      case 2: tell(try rules.conclusions(supposing: changes))
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
    let isTheory = rules.program.relations.first.map { relation in
      if case .atom = relation.wording { true } else { false }
    }
    return Commands(
      program: rules.program, file: isTheory ?? false ? "fuzz.dfl" : "fuzz.moot",
      question: question, changes: changes)
  }

  private func ask(about question: String?, _ draws: inout Draws) throws(RuleBaseError) {
    guard let question else { return }
    switch draws.below(8) {
    case 0: tell(try rules.answer(to: question, supposing: changes))
    case 1: tell(try rules.explanation(of: question, supposing: changes))
    case 2: tell(try rules.whatIf(changes, ask: question))
    case 3: try examineFlips(of: question, atMost: 1 + draws.below(3))
    case 4: try examineTable(of: question)
    case 5: tell(try rules.timeline(of: question, supposing: changes))
    case 6: try examineDocket()
    default: try examineCase()
    }
  }
}
