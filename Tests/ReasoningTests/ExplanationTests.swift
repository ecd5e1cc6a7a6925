import MootLanguage
import MootReasoning
import MootReporting
import Testing

@testable import MootReference

/// What a trace says of any literal of random theories is what was derived.
struct ExplanationTests {
  @Test(arguments: 0..<8)
  func `every section of a trace has the status that was derived`(chunk: UInt64) throws {
    var told = 0
    for seed in (chunk * 25)..<(chunk * 25 + 25) {
      let kind: TheoryKind = seed % 2 == 0 ? .ground : .firstOrder
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let text = TheoryDocument(theory: theory, notation: .moot).text
      let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
      guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
        continue
      }
      let outcome = evaluate(Scenario(program))
      guard outcome.preferenceCycles.isEmpty else { continue }
      for conclusion in outcome.conclusions().prefix(6) {
        for literal in [conclusion.literal, conclusion.literal.contrary] {
          told += 1
          Self.check(literal, outcome, "seed \(seed)\n\(text)")
        }
      }
    }
    #expect(told > 100)
  }

  private static func check(_ literal: Literal, _ outcome: Outcome, _ place: String) {
    let span = SourceSpan(file: 0, lower: 0, upper: 0)
    let sentence = Sentence(
      predicate: literal.predicate, terms: literal.arguments.map { .value($0) }, span: span)
    var asked = outcome
    for answer in asked.answers(to: sentence, variables: []) {
      let explanation = outcome.explanation(of: answer)
      for section in explanation.sections {
        #expect(section.grade == outcome.grade(of: section.literal), "\(place)")
        let verdict = Verdict(grade: section.grade, contrary: section.contrary)
        #expect(section.verdict == verdict, "\(place)")
        let winners = section.supporting.filter { argument in
          if case .wins = argument.fate { true } else { false }
        }
        #expect(!winners.isEmpty == (section.grade.lower >= .prevailing), "\(place)")
        for argument in section.supporting where !argument.exceptions.isEmpty {
          let allowed = argument.exceptions.map(\.allows.upper).min() ?? .established
          #expect(argument.grade.upper <= allowed, "\(place)")
        }
      }
      let report = Report(explaining: explanation, in: outcome, options: TraceOptions())
      #expect(!report.markdown.isEmpty)
      let receipt = Receipt(asOf: nil, inputs: [:], version: "test")
      #expect(!outcome.json(explaining: [explanation], question: nil, receipt: receipt).isEmpty)
    }
  }
}
