import MootLanguage
import MootReasoning

extension TestResults {
  /// The results as JSON (`moot.tests/1`).
  public func json(receipt: Receipt) -> String {
    jsonText(TestsDocument(self, receipt: receipt))
  }

  /// The failed expectations as commands for GitHub's log.
  public var githubText: String {
    var text = ""
    var places = PlaceFinder(in: program.sources)
    for (index, expectation) in program.expectations.enumerated() where !results[index].isMet {
      text += githubCommand(
        "error", at: places.place(of: expectation.span), title: "failed expectation",
        message: program.sourceText(expectation.span) + "\ncame out: " + result(of: index))
    }
    return text
  }
}

/// All results with the rules that no test tries.
private struct TestsDocument: Encodable {
  let schema = "moot.tests/1"
  let passed: Int
  let failed: Int
  let expectations: [ExpectationDocument]
  let coverage: CoverageDocument
  let receipt: Receipt

  init(_ tests: TestResults, receipt: Receipt) {
    passed = tests.passed
    failed = tests.failed
    var places = PlaceFinder(in: tests.program.sources)
    expectations = tests.results.indices.map { ExpectationDocument(tests, index: $0, &places) }
    coverage = CoverageDocument(tests)
    self.receipt = receipt
  }
}

/// What came of one `expect` line, in JSON.
private struct ExpectationDocument: Encodable {
  let expectation: String
  let file: String
  let line: Int
  let met: Bool
  let answers: [AnswerDocument]
  let incomplete: String?
  let stopped: StopDocument?

  init(_ tests: TestResults, index: Int, _ places: inout PlaceFinder) {
    let program = tests.program
    let stated = program.expectations[index]
    let place = places.place(of: stated.span)
    expectation = program.sourceText(stated.span)
    file = place.file
    line = place.line
    met = tests.results[index].isMet
    let question = program.questions[stated.question].name
    let outcome = tests.results[index].outcome
    answers = tests.results[index].answers.map {
      AnswerDocument($0, to: question, in: outcome.program)
    }
    incomplete = outcome.reachedLimit?.rawValue
    stopped = outcome.stop.map { StopDocument($0, in: outcome.program) }
  }
}

/// Which rules the tests try, in JSON.
private struct CoverageDocument: Encodable {
  let rules: Int
  let fired: Int
  let neverFired: [String]

  init(_ tests: TestResults) {
    let missed = tests.neverFired
    rules = tests.program.rules.count
    fired = rules - missed.count
    neverFired = missed.map { tests.program[$0].name }
  }
}
