import MootKit
import MootLanguage
import MootReasoning

/// W7: a stay of the ban is granted or lifted in one case of a loaded caseload, and all statuses of the case
/// are asked.
struct TogglingWorkload {
  private let caseload: Caseload
  private let isGiven: Bool
  private let stepCount = 1_000

  /// Takes or makes up the facts.
  init(_ request: Request) throws {
    isGiven = request.folder != nil
    if let folder = request.folder {
      caseload = Caseload(
        tables: try CaseloadRules.tables.map { key in
          SourceFile(name: "\(key).facts", bytes: try contents(ofFile: "\(folder)/\(key).facts"))
        })
    } else {
      caseload = Caseload(caseCount: request.caseCount, seed: 1)
    }
  }

  /// Runs the workload and prints how long each stage took.
  func run() throws {
    var stopwatch = Stopwatch()
    var rules = try RuleBase(CaseloadRules.text, named: "caseload.moot")
    for table in caseload.tables { try rules.appendFacts(table) }
    stopwatch.report("load \(rules.program.facts.count) facts")
    let questions = (0..<caseload.caseCount).flatMap { number in
      CaseloadRules.statuses.map { "the status of c\(number) is \($0)" }
    }
    let changes = (0..<caseload.caseCount).map { Self.stay($0) }
    var docket = try rules.docket(asking: questions, open: changes)
    stopwatch.report("instantiate \(questions.count) questions, \(changes.count) open changes")
    let picks = self.picks
    // The second round takes back what the first one made; the third repeats it, with caches warm.
    for _ in 0..<3 {
      let sum = try steps(picks, &docket)
      stopwatch.report("\(stepCount) steps, sum \(sum)", per: stepCount)
    }
    if isGiven { print("expected sum of the first round for 43,700 cases of seed 1: 3805") }
    try check(docket, rules)
    print("peak memory \(peakMemory()) MiB")
  }

  /// Grants or lifts the stay in each of some cases in turn; the weights of the statuses found, summed up.
  private func steps(_ picks: [Int], _ docket: inout LiveDocket) throws -> Int {
    var sum = 0
    for pick in picks {
      try docket.toggle(pick)
      for status in 0..<6 where try docket.grade(6 * pick + status).lower > .unsupported {
        sum += status + 1
      }
    }
    return sum
  }

  /// Compares what the docket says with evaluating afresh, with a stay in every seventh case.
  private func check(
    _ docket: LiveDocket, _ rules: RuleBase
  ) throws {
    var docket = docket
    for number in stride(from: 0, to: caseload.caseCount, by: 7) { try docket.toggle(number) }
    var program = rules.program
    let made = (0..<caseload.caseCount).filter { docket.isMade($0) }
    let changes = program.changes(readingLines: made.map { Self.stay($0) }).changes
    let questions = program.sentences(readingLines: docket.questions).sentences
    let outcome = evaluate(Scenario(program, changes: changes))
    let grades = Dictionary(
      outcome.conclusions().map { ($0.literal, $0.grade) }, uniquingKeysWith: { first, _ in first })
    var differences = 0
    for (place, question) in questions.enumerated() {
      let grade = Literal(question).flatMap { grades[$0] } ?? GradeInterval.none
      if grade != (try docket.grade(place)) { differences += 1 }
    }
    print("\(made.count) stays made; \(differences) differences from evaluating afresh")
    if differences > 0 { fail() }
  }

  private static func stay(_ number: Int) -> String {
    "the ban in c\(number) is stayed from 0 to 99999999"
  }

  /// The cases of the steps; every even step takes back the odd one before it.
  private var picks: [Int] {
    var state: UInt32 = 12_345
    return (1...stepCount).map { step in
      if step % 2 == 1 { state = state &* 1_103_515_245 &+ 12_345 }
      return Int(state >> 8) % caseload.caseCount
    }
  }
}

/// Prints the time that stages take.
struct Stopwatch {
  private var last = ContinuousClock.now

  /// Prints the time since the last report, or since the start.
  mutating func report(_ stage: String, per count: Int? = nil) {
    let (seconds, attoseconds) = (ContinuousClock.now - last).components
    let microseconds = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
    if let count {
      print("\(stage): \(Int(microseconds / Double(count) * 1e3)) ns each")
    } else {
      print("\(stage): \(Int(microseconds / 1e3)) ms")
    }
    last = ContinuousClock.now
  }
}
