import MootKit
import MootLanguage
import MootReasoning

/// W7: a stay of the ban is granted or lifted in one case of a loaded caseload, and all statuses of the case
/// are asked.
struct TogglingWorkload: Workload {
  /// The workload's name.
  var name: String { "w7" }
  /// What it is, in a line.
  var summary: String { "one fact of a loaded caseload is toggled, and six questions are asked" }
  /// Cases.
  var unit: String { "cases" }
  /// As many cases as have about a hundred thousand facts.
  var size: Int { 43_700 }
  /// The toggles in a round.
  private static let stepCount = 1_000

  /// Makes up a caseload.
  func files(ofSize size: Int) -> [SourceFile] { Caseload.files(caseCount: size) }

  /// The sum of the weights of all statuses found in the first round.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] {
    let answer = CaseloadAnswer(files)
    var sum = 0
    for (step, pick) in Self.picks(among: answer.cases.count).enumerated() {
      let statuses =
        step % 2 == 0 ? answer.statusesWhenSuspended(pick) : answer.findings[pick].statuses
      for (place, has) in statuses.enumerated() where has { sum += place + 1 }
    }
    return ["sum of weights": sum]
  }

  /// Loads, instantiates all questions, and toggles.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    var stopwatch = Stopwatch()
    let rules = try RuleBase.caseload(factsIn: folder)
    measurement.facts = rules.program.facts.count
    measurement.stages.append(stopwatch.stage("read"))
    let caseCount = rules.program.count(ofFacts: "act")
    let questions = CaseloadAnswer.questions(caseCount: caseCount)
    let changes = (0..<caseCount).map { Self.stay($0) }
    var docket = try Failure.rethrowing { () throws(RuleBaseError) in
      try rules.docket(asking: questions, open: changes)
    }
    measurement.stages.append(stopwatch.stage("instantiate"))
    let picks = Self.picks(among: caseCount)
    // The second round takes back what the first one made; the third repeats it, with caches warm.
    for (round, name) in ["first round", "taken back", "again"].enumerated() {
      let sum = try steps(picks, &docket, name, &measurement)
      if round == 0 { measurement.counts = ["sum of weights": sum] }
    }
    measurement.stages.append(stopwatch.stage("toggle"))
    measurement.peakMemory = Memory.peak
    try check(docket, rules)
  }

  /// Grants or lifts the stay in each of some cases in turn; the weights of the statuses found, summed up.
  private func steps(
    _ picks: [Int], _ docket: inout LiveDocket, _ name: String, _ measurement: inout Measurement
  ) throws(Failure) -> Int {
    var sum = 0
    var microseconds: [Double] = []
    microseconds.reserveCapacity(picks.count)
    for pick in picks {
      let start = ContinuousClock.now
      do throws(RuleBaseError) {
        try docket.toggle(pick)
        for status in 0..<6 where try docket.grade(6 * pick + status).lower > .unsupported {
          sum += status + 1
        }
      } catch {
        throw .wrongInput("\(error)")
      }
      microseconds.append((ContinuousClock.now - start) / .microseconds(1))
    }
    measurement.add("a toggle and six questions, \(name)", microseconds: microseconds)
    return sum
  }

  /// Compares what the docket says with evaluating afresh, with a stay in every seventh case.
  private func check(_ docket: LiveDocket, _ rules: RuleBase) throws(Failure) {
    var docket = docket
    let made = Array(stride(from: 0, to: docket.changes.count, by: 7))
    try Failure.rethrowing { () throws(RuleBaseError) in
      for number in docket.changes.indices { try docket.set(number, isMade: false) }
      for number in made { try docket.set(number, isMade: true) }
    }
    try docket.compare(with: rules, making: made.map { Self.stay($0) })
  }

  private static func stay(_ number: Int) -> String {
    "the ban in c\(number) is stayed from 0 to 99999999"
  }

  /// The cases of the steps; every even step takes back the odd one before it.
  private static func picks(among caseCount: Int) -> [Int] {
    var state: UInt32 = 12_345
    return (1...stepCount).map { step in
      if step % 2 == 1 { state = state &* 1_103_515_245 &+ 12_345 }
      return Int(state >> 8) % caseCount
    }
  }
}
