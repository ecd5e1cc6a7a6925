import MootLanguage

/// Something to measure: what it is made of, what it must answer, and how it is run.
protocol Workload: Sendable {
  /// What the command line calls it.
  var name: String { get }
  /// What it is, in a line.
  var summary: String { get }
  /// What its size counts, in the plural.
  var unit: String { get }
  /// A moderate size.
  var size: Int { get }
  /// The sizes at which its growth is shown, up to the largest.
  func sizes(upTo largest: Int) -> [Int]
  /// The files it reads, made up in a size.
  func files(ofSize size: Int) -> [SourceFile]
  /// The counts that the answer must have, worked out from the files without the engine.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int]
  /// Measures a run on the files of a folder.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure)
}

extension Workload {
  /// A hundredth, a tenth and all of the size: what is linear takes ten times as long from one to the next.
  func sizes(upTo largest: Int) -> [Int] {
    Array(Set([largest / 100, largest / 10, largest].filter { $0 > 0 })).sorted()
  }
}

/// All workloads, in the order in which they are run.
enum Workloads {
  /// The workloads.
  static let all: [any Workload] =
    [
      RuleWorkload.w1, RuleWorkload.w1n, RuleWorkload.w2chain, RuleWorkload.w2random,
      RuleWorkload.w3, RuleWorkload.w4, RuleWorkload.w5, RuleWorkload.w6, TogglingWorkload(),
      LawWorkload(), RuleWorkload.w8, AskWorkload(), TraceWorkload(),
    ] + DefeasibleFamily.allCases.map { FamilyWorkload(family: $0) }

  /// The workload of a name.
  static func named(_ name: String) -> (any Workload)? { all.first { $0.name == name } }
}
