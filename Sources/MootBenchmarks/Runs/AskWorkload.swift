import MootKit
import MootLanguage
import MootReasoning

/// Questions about single cases of a loaded caseload, each asked, explained and asked again under a supposition,
/// with nothing evaluated beforehand or kept from one to the next.
struct AskWorkload: Workload {
  /// The workload's name.
  var name: String { "ask" }
  /// What it is, in a line.
  var summary: String { "single questions of a loaded caseload: ask, why, what if" }
  /// Cases.
  var unit: String { "cases" }
  /// As many cases as in W1.
  var size: Int { 100_000 }
  /// How many cases are asked about.
  private static let count = 50

  /// Makes up a caseload.
  func files(ofSize size: Int) -> [SourceFile] { Caseload.files(caseCount: size) }

  /// How many of the statuses asked about are so, as things are and with a stay.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] {
    let answer = CaseloadAnswer(files)
    var (shown, supposed) = (0, 0)
    for pick in Self.picks(among: answer.cases.count) {
      if answer.findings[pick.place].statuses[pick.status] { shown += 1 }
      if answer.statusesWhenSuspended(pick.place)[pick.status] { supposed += 1 }
    }
    return ["shown": shown, "shown with a stay": supposed]
  }

  /// Loads, and asks.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    var stopwatch = Stopwatch()
    let rules = try RuleBase.caseload(factsIn: folder)
    measurement.facts = rules.program.facts.count
    measurement.stages.append(stopwatch.stage("read"))
    let picks = Self.picks(among: rules.program.count(ofFacts: "act"))
    var shown = 0
    try time("ask", picks, &measurement) { (pick) throws(RuleBaseError) in
      if try rules.answer(to: Self.question(pick)).value.grade?.lower == .clear { shown += 1 }
    }
    measurement.stages.append(stopwatch.stage("ask"))
    try time("why", picks, &measurement) { (pick) throws(RuleBaseError) in
      let trace = try rules.explanation(of: Self.question(pick))
      precondition(!trace.text.isEmpty, "a trace says something")
    }
    measurement.stages.append(stopwatch.stage("why"))
    var supposed = 0
    try time("ask with a stay supposed", picks, &measurement) { (pick) throws(RuleBaseError) in
      let stay = "the ban in c\(pick.place) is stayed from 0 to 99999999"
      let reply = try rules.answer(to: Self.question(pick), supposing: [stay])
      if reply.value.grade?.lower == .clear { supposed += 1 }
    }
    measurement.stages.append(stopwatch.stage("suppose"))
    measurement.counts = ["shown": shown, "shown with a stay": supposed]
  }

  private func time(
    _ name: String, _ picks: [Pick], _ measurement: inout Measurement,
    _ ask: (Pick) throws(RuleBaseError) -> Void
  ) throws(Failure) {
    var microseconds: [Double] = []
    for pick in picks {
      microseconds.append(
        try Failure.rethrowing { () throws(RuleBaseError) in
          try Stopwatch.microseconds { () throws(RuleBaseError) in try ask(pick) }
        })
    }
    measurement.add(name, microseconds: microseconds)
  }

  /// A case, by its place, and a status.
  private typealias Pick = (place: Int, status: Int)

  private static func question(_ pick: Pick) -> String {
    "the status of c\(pick.place) is \(CaseloadAnswer.statuses[pick.status])"
  }

  private static func picks(among caseCount: Int) -> [Pick] {
    var random = SplitMix(seed: 8)
    return (0..<count).map { _ in (random.below(caseCount), random.below(6)) }
  }
}
