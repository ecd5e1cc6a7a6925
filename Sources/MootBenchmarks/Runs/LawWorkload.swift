import MootKit
import MootLanguage
import MootReasoning

/// W7 with a general fact: a ban is put into a version of a law, or taken out of it, and every status is asked
/// of every case that version applies to, which are two in a hundred.
struct LawWorkload: Workload {
  /// The workload's name.
  var name: String { "w7law" }
  /// What it is, in a line.
  var summary: String { "a law is changed, and two in a hundred of all cases are asked again" }
  /// Cases.
  var unit: String { "cases" }
  /// As many cases as have about a hundred thousand facts.
  var size: Int { 43_700 }
  /// How many of the changes the answer is checked for.
  private static let checkedCount = 3

  /// Makes up a caseload.
  func files(ofSize size: Int) -> [SourceFile] { Caseload.files(caseCount: size) }

  /// For the first changes, how many statuses the cases have that the change can reach.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] {
    var counts: [String: Int] = [:]
    for change in LawChange.all(in: files).prefix(Self.checkedCount) {
      let answer = CaseloadAnswer(change.made(in: files))
      counts[change.words] = change.cases.reduce(0) { sum, place in
        sum + answer.findings[place].statuses.count { $0 }
      }
    }
    return counts
  }

  /// Loads, instantiates all questions, and changes the law back and forth.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    let changes = try Self.changes(folder)
    var stopwatch = Stopwatch()
    let rules = try RuleBase.caseload(factsIn: folder)
    measurement.facts = rules.program.facts.count
    measurement.stages.append(stopwatch.stage("read"))
    let caseCount = rules.program.count(ofFacts: "act")
    var docket = try Failure.rethrowing { () throws(RuleBaseError) in
      try rules.docket(
        asking: CaseloadAnswer.questions(caseCount: caseCount), open: changes.map(\.words))
    }
    measurement.stages.append(stopwatch.stage("instantiate"))
    var (made, takenBack): ([Double], [Double]) = ([], [])
    for (number, change) in changes.enumerated() {
      var shown = 0
      made.append(try time(number, isMade: true, change.cases, &docket, &shown))
      if number < Self.checkedCount { measurement.counts[change.words] = shown }
      takenBack.append(try time(number, isMade: false, change.cases, &docket, &shown))
    }
    measurement.add("a ban put in or out, and all it reaches asked", microseconds: made)
    measurement.add("taken back", microseconds: takenBack)
    measurement.stages.append(stopwatch.stage("change"))
    measurement.peakMemory = Memory.peak
    guard let first = changes.first else { return }
    try Failure.rethrowing { () throws(RuleBaseError) in try docket.set(0, isMade: true) }
    try docket.compare(with: rules, making: [first.words])
  }

  private static func changes(_ folder: String) throws(Failure) -> [LawChange] {
    var files: [SourceFile] = []
    for name in try names(inFolder: folder) where name.hasSuffix(".facts") {
      files.append(SourceFile(name: name, bytes: try contents(ofFile: "\(folder)/\(name)")))
    }
    return LawChange.all(in: files)
  }

  /// Makes a change, or takes it back, and asks every status of some cases; microseconds.
  private func time(
    _ change: Int, isMade: Bool, _ cases: [Int], _ docket: inout LiveDocket, _ shown: inout Int
  ) throws(Failure) -> Double {
    do throws(RuleBaseError) {
      return try Stopwatch.microseconds { () throws(RuleBaseError) in
        try docket.set(change, isMade: isMade)
        for place in cases {
          for status in 0..<6 where try docket.grade(6 * place + status).lower > .unsupported {
            shown += 1
          }
        }
      }
    } catch {
      throw .wrongInput("\(error)")
    }
  }
}
