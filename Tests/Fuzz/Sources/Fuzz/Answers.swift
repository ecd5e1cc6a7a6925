import MootReasoning
import MootReporting

@testable import MootKit
@testable import MootLanguage

/// Asks a rule base one of the things that can be asked, as the input draws it.
///
/// Sentences that are concluded are read back from their printed form, and what is answered is told in one of its
/// forms.
func examineAnswers(of rules: RuleBase, _ draws: inout Draws) {
  do throws(RuleBaseError) {
    switch draws.below(8) {
    case 0: tell(try rules.conclusions(), &draws)
    case 1: examineOutcome(evaluate(Scenario(rules.program), limits: rules.limits), &draws)
    default: Asking(rules, &draws).ask(&draws)
    }
  } catch {
    tell(error)
  }
}

/// Reads some conclusions back, or checks the certificate of all.
private func examineOutcome(_ outcome: Outcome, _ draws: inout Draws) {
  guard draws.below(2) == 0 else { return examineCertificate(of: outcome, &draws) }
  let conclusions = outcome.conclusions()
  for _ in 0..<4 {
    guard let conclusion = draws.pick(conclusions) else { return }
    examineReading(of: conclusion.literal, in: outcome.program)
  }
}

/// Claims that a literal printed as it is written in files is read as the same.
private func examineReading(of literal: Literal, in program: Program) {
  let text = program.text(of: literal.predicate, arguments: literal.arguments)
  let reading =
    program.isAtom(literal.predicate)
    ? program.literal(reading: text) : program.sentence(reading: text)
  guard let sentence = reading.sentence else {
    fatalError("claim: \"\(text)\" cannot be read: \(reading.diagnostics.map(\.message))")
  }
  claim(Literal(sentence) == literal, "\"\(text)\" is read as something else")
}

/// Tells a reply in one of its forms: text without controls, Markdown, JSON that others read.
func tell<Value>(_ reply: Reply<Value>, _ draws: inout Draws) {
  switch draws.below(4) {
  case 0: examine(printed: reply.text)
  case 1: examine(printed: reply.report.text(style: .plain, width: 60))
  case 2: examine(printed: reply.markdown)
  default: claim(isJSON(Array(reply.json.utf8)), "no JSON: \(reply.json)")
  }
}

/// Tells an error, which needs words.
func tell(_ error: RuleBaseError) {
  claim(!error.description.isEmpty, "an error has no words")
  examine(printed: error.description)
}

extension RuleBase {
  /// The rule base of a program that is loaded already, with limits for small inputs.
  init(_ program: Program) {
    self = program.isTheory ? .emptyTheory : .empty
    self.program = program
    limits = .ofFuzzing
  }

  /// A rule base of no text.
  private static let empty = reading("", named: "fuzz.moot")

  /// A rule base of no theory.
  private static let emptyTheory = reading("", named: "fuzz.dfl")

  private static func reading(_ text: String, named name: String) -> RuleBase {
    beginStaying()
    defer { endStaying() }
    guard let rules = try? RuleBase(text, named: name) else { fatalError("no text cannot be read") }
    return rules
  }
}

extension Program {
  /// Whether it was written in arrow notation.
  var isTheory: Bool {
    if case .atom = relations.first?.wording { true } else { false }
  }
}
