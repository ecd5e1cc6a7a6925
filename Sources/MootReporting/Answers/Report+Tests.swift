import MootLanguage
import MootReasoning

extension Report {
  /// What came of the `expect` lines: those that failed with what came out and why, a total, and the rules
  /// that no test tries.
  public init(of tests: TestResults) {
    self.init()
    let program = tests.program
    for (index, expectation) in program.expectations.enumerated()
    where !tests.results[index].isMet {
      add(
        .entry(
          depth: 0, Phrase("FAILED", .strong) + Phrase("  " + tests.place(of: expectation.span)),
          aside: Phrase()))
      let words = program.sourceText(expectation.span)
      add(.row(depth: 1, label: "", Phrase(words), note: Phrase()))
      add(.row(depth: 1, label: "came out", Phrase(tests.result(of: index)), note: Phrase()))
      guard let answer = tests.unmetAnswers(of: index).first else { continue }
      let program = tests.results[index].outcome.program
      for (label, side) in [("for", answer.supporting), ("against", answer.opposing)]
      where !side.isEmpty {
        add(.row(depth: 1, label: label, Phrase(program.line(side)), note: Phrase()))
      }
    }
    if tests.failed > 0 { add(.gap) }
    let total = counted(tests.results.count, "expectation", "expectations")
    let failed = tests.failed == 0 ? "all met" : "\(tests.passed) met, \(tests.failed) failed"
    add(.paragraph(depth: 0, Phrase("\(total): ") + Phrase(failed, .strong)))
    addCoverage(of: tests)
  }

  private mutating func addCoverage(of tests: TestResults) {
    let rules = tests.program.rules
    guard !rules.isEmpty else { return }
    let missed = tests.neverFired
    add(
      .paragraph(
        depth: 0,
        Phrase("\(rules.count - missed.count) of \(counted(rules.count, "rule", "rules")) fired")))
    for id in missed {
      let rule = tests.program[id]
      add(
        .row(
          depth: 1, label: "never", Phrase("\(rule.kind.noun) \(rule.name)"),
          note: Phrase(tests.place(of: rule.span), .faint)))
    }
  }
}

extension Rule.Kind {
  /// The word for this kind of statement.
  var noun: String {
    switch self {
    case .rule: "rule"
    case .contention: "contention"
    case .preference: "preference"
    }
  }
}
