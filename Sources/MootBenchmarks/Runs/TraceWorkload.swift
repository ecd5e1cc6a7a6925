import MootLanguage
import MootReasoning
import MootReporting

/// Some hundred conclusions of an evaluated caseload, each explained down to the facts and told in words, as by
/// `moot why`.
struct TraceWorkload: Workload {
  /// The workload's name.
  var name: String { "trace" }
  /// What it is, in a line.
  var summary: String { "reasons for conclusions of an evaluated caseload, in words" }
  /// Cases.
  var unit: String { "cases" }
  /// As many cases as in W1.
  var size: Int { 100_000 }
  /// How many statuses, and how many conclusions of any kind, are explained.
  private static let count = 500

  /// Makes up a caseload.
  func files(ofSize size: Int) -> [SourceFile] { Caseload.files(caseCount: size) }

  /// How many of the statuses explained are so.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] {
    let answer = CaseloadAnswer(files)
    let shown = Self.picks(among: answer.cases.count).count { pick in
      answer.findings[pick.place].statuses[pick.status]
    }
    return ["explained": Self.count, "shown": shown]
  }

  /// Evaluates a caseload, and explains.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    var stopwatch = Stopwatch()
    var program = try Loading.program("w1.moot", factsIn: folder)
    let lines = Self.picks(among: program.count(ofFacts: "act")).map { pick in
      "the status of c\(pick.place) is \(CaseloadAnswer.statuses[pick.status])"
    }
    let questions = program.sentences(readingLines: lines).sentences.compactMap { Literal($0) }
    measurement.facts = program.facts.count
    measurement.stages.append(stopwatch.stage("read"))
    let outcome = evaluate(Scenario(program), limits: Loading.limits)
    try Loading.require(outcome)
    measurement.stages.append(stopwatch.stage("evaluate"))
    let inquiry = Inquiry(outcome, limits: Loading.limits)
    let conclusions = outcome.conclusions()
    measurement.conclusions = conclusions.count
    _ = stopwatch.stage("list")
    measurement.add(
      "a trace from each relation, the first of which make the indexes",
      microseconds: Self.samples(of: conclusions).map { literal in
        Stopwatch.microseconds { Self.explain(literal, inquiry, outcome) }
      })
    measurement.stages.append(stopwatch.stage("make indexes"))
    var shown = 0
    measurement.add(
      "a trace of a status, shown or not",
      microseconds: questions.map { literal in
        if outcome.grade(of: literal).lower > .unsupported { shown += 1 }
        return Stopwatch.microseconds { Self.explain(literal, inquiry, outcome) }
      })
    measurement.stages.append(stopwatch.stage("explain statuses"))
    var random = SplitMix(seed: 7)
    let picked = (0..<Self.count).map { _ in conclusions[random.below(conclusions.count)].literal }
    measurement.add(
      "a trace of any conclusion",
      microseconds: picked.map { literal in
        Stopwatch.microseconds { Self.explain(literal, inquiry, outcome) }
      })
    measurement.stages.append(stopwatch.stage("explain any"))
    measurement.counts = ["explained": questions.count, "shown": shown]
  }

  /// Explains a literal and puts it into words.
  private static func explain(_ literal: Literal, _ inquiry: Inquiry, _ outcome: Outcome) {
    let explanation = inquiry.explanation(of: inquiry.answer(to: literal))
    let text = Report(
      explaining: explanation, in: outcome, options: TraceOptions()
    ).text()
    precondition(!text.isEmpty, "a trace says something")
  }

  /// Ten conclusions of each relation, from all over it.
  private static func samples(of conclusions: [Conclusion]) -> [Literal] {
    Dictionary(grouping: conclusions) { $0.literal.predicate.predicate.raw }
      .sorted { $0.key < $1.key }
      .flatMap { _, all in
        (0..<10).map { all[$0 * (all.count - 1) / 9].literal }
      }
  }

  /// The cases, by their places, and statuses that are explained.
  private static func picks(among caseCount: Int) -> [(place: Int, status: Int)] {
    var random = SplitMix(seed: 6)
    return (0..<count).map { _ in (random.below(caseCount), random.below(6)) }
  }
}

extension Program {
  /// How many facts a relation has, by its short name.
  func count(ofFacts key: String) -> Int {
    let predicates = predicates.map { predicate in
      predicate.relation.map { self[$0].key == key } ?? false
    }
    return facts.count { predicates[Int($0.predicate.predicate.raw)] }
  }
}
