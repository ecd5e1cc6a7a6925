import MootLanguage
import MootReasoning
import Testing

/// A question as a function of open changes against evaluating every choice afresh (section 7 of the semantics).
struct VerdictFunctionTests {
  /// A tenth of the scale of the comparison of grades.
  private static let count = TestScale.groundCount / 10

  @Test(arguments: TestScale.chunks)
  func `a verdict function is what evaluating every choice afresh gives`(chunk: Int) throws {
    var compared = 0
    var cycles = 0
    for seed in TestScale.seeds(ofChunk: chunk, of: Self.count) {
      guard let theory = ChangeableTheory(seed: seed, atMost: 5) else { continue }
      let functions = try theory.questions.map {
        try VerdictFunction(of: $0, in: Scenario(theory.program), open: theory.changes)
      }
      for choice in theory.choices {
        let outcome = theory.outcome(choice)
        for (question, function) in zip(theory.questions, functions) {
          let expected = outcome.finding(of: question)
          let found = function.finding(at: choice)
          if expected == .preferenceCycle, found != .preferenceCycle {
            cycles += 1
            continue
          }
          compared += 1
          guard expected != found else { continue }
          let made = zip(theory.wordings, choice).filter(\.1).map(\.0)
          let asked = theory.program.text(of: question.predicate, arguments: question.arguments)
          Issue.record(
            "seed \(seed): \(asked) with \(made): \(found), but afresh \(expected)\n\(theory.text)")
          return
        }
      }
    }
    #expect(compared > 20 * cycles, "preferences that go round elsewhere are rare")
  }
}
