import MootLanguage
import MootReasoning
import MootReporting

/// A defeasible theory without variables: all is concluded, as by `moot run`.
struct FamilyWorkload: Workload {
  /// The family of the theory.
  let family: DefeasibleFamily

  /// The family's name.
  var name: String { family.rawValue }
  /// What the family is, in a line.
  var summary: String { family.summary }
  /// Rules.
  var unit: String { "rules" }
  /// A hundred thousand rules, or as near to that as the family comes.
  var size: Int { 100_000 }

  /// Writes the theory.
  func files(ofSize size: Int) -> [SourceFile] {
    [family.file(family.parameter(forRules: size))]
  }

  /// The grades that follow from the shape of the family.
  func expected(from files: [SourceFile], size: Int?) -> [String: Int] {
    size.map { family.counts(family.parameter(forRules: $0)) } ?? [:]
  }

  /// Reads the theory, evaluates, and reports.
  func measure(folder: String, _ measurement: inout Measurement) throws(Failure) {
    var stopwatch = Stopwatch()
    let program = try Loading.theory("\(folder)/\(family.rawValue).dfl")
    measurement.stages.append(stopwatch.stage("read"))
    try measurement.conclude(program, .grades, &stopwatch) { outcome in
      outcome.text(of: outcome.sortedConclusions())
    }
  }
}
