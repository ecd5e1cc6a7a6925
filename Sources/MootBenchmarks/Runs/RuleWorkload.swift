import MootLanguage
import MootReasoning
import MootReporting

/// A rule file over made-up facts: all is concluded, as by `moot run --summary`.
struct RuleWorkload: Workload {
  /// What the command line calls it.
  let name: String
  /// What it is, in a line.
  let summary: String
  /// What its size counts.
  let unit: String
  /// A moderate size.
  let size: Int
  /// The name of the rule file.
  let rules: String
  /// What is counted in the answer.
  let tally: Tally
  /// How what is to be done grows with the size.
  var growth = Growth.linear
  /// How what is to be done grows with the size.
  enum Growth {
    /// As the size does, like what is concluded.
    case linear
    /// As the square of the size does, like what is concluded.
    case square
    /// Faster than what is concluded: a conclusion has the more derivations the more there are.
    case steep
  }

  /// Makes up the facts.
  let facts: @Sendable (Int) -> [SourceFile]
  /// Works out the answer.
  let answer: @Sendable ([SourceFile]) -> [String: Int]

  /// Sizes with ten times as many conclusions from one to the next.
  func sizes(upTo largest: Int) -> [Int] {
    let steps: [Int] =
      switch growth {
      case .linear: [largest / 100, largest / 10]
      case .square: [largest / 10, largest * 316 / 1000]
      case .steep: []
      }
    return Array(Set((steps + [largest]).filter { $0 > 0 })).sorted()
  }

  /// Makes up the facts.
  func files(ofSize size: Int) -> [SourceFile] { facts(size) }

  /// Works out the answer from the facts.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] { answer(files) }

  /// Reads rules and facts, evaluates, and reports.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    var stopwatch = Stopwatch()
    let program = try Loading.program(rules, factsIn: folder)
    measurement.stages.append(stopwatch.stage("read"))
    try measurement.conclude(program, tally, &stopwatch) { outcome in
      Report(countingConclusionsOf: outcome).text()
    }
  }
}

extension Measurement {
  /// Evaluates a program, reports what is concluded, and then, unmeasured, counts.
  mutating func conclude(
    _ program: Program, _ tally: Tally, _ stopwatch: inout Stopwatch,
    reporting: (Outcome) -> String
  ) throws(Failure) {
    facts = program.facts.count
    let outcome = evaluate(Scenario(program), limits: Loading.limits)
    stages.append(stopwatch.stage("evaluate"))
    try Loading.require(outcome)
    let text = reporting(outcome)
    stages.append(stopwatch.stage("report"))
    peakMemory = Memory.peak
    conclusions = outcome.conclusionCounts().reduce(0) { $0 + $1.count }
    guard conclusions == 0 || !text.isEmpty else { throw .wrongAnswer("nothing is reported") }
    counts = tally.counts(outcome)
  }
}
