import MootKit
import MootReasoning
import MootReporting

@testable import MootLanguage

/// Asks a rule base some of what can be asked, as the input draws it.
///
/// Every sentence that is concluded is read back from its printed form, and every answer is told in all forms.
func examineAnswers(_ text: String, named name: String, _ draws: inout Draws) {
  do throws(RuleBaseError) {
    var used = 0
    var rules = try RuleBase(text, named: name) { _ in
      used += 1
      return used > 3 ? nil : text
    }
    rules.limits = .ofFuzzing
    let conclusions = try rules.conclusions()
    let outcome = evaluate(Scenario(rules.program), limits: rules.limits)
    tell(conclusions)
    if draws.below(6) == 0 { examineCertificate(of: outcome) }
    for conclusion in conclusions.value.prefix(12) {
      examineReading(of: conclusion.literal, in: outcome.program)
    }
    let sentences = conclusions.value.prefix(40).map {
      outcome.program.text(of: $0.literal.predicate, arguments: $0.literal.arguments)
    }
    let asking = Asking(rules, sentences, &draws)
    for _ in 0..<2 { asking.ask(&draws) }
  } catch {
    tell(error)
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

/// Tells a reply in every form: text without controls, Markdown, JSON that others read.
func tell<Value>(_ reply: Reply<Value>) {
  examine(printed: reply.text)
  examine(printed: reply.report.text(style: .plain, width: 60))
  examine(printed: reply.markdown)
  claim(isJSON(Array(reply.json.utf8)), "no JSON: \(reply.json)")
}

/// Tells an error, which needs words.
func tell(_ error: RuleBaseError) {
  claim(!error.description.isEmpty, "an error has no words")
  examine(printed: error.description)
}
