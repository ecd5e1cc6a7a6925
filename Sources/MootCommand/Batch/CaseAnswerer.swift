import MootLanguage
import MootReasoning
import MootReporting

/// Answers cases one after the other, each with one line.
struct CaseAnswerer {
  private var evaluator: CaseEvaluator
  private let report: CaseReport
  private let limits: Limits

  /// What came of some cases.
  struct Result {
    /// The lines for standard output.
    var output: [UInt8] = []
    /// The messages for standard error.
    var messages = ""
    /// How many cases were skipped.
    var skipped = 0
    /// How many cases a limit stopped.
    var limited = 0
  }

  /// What all cases have in common.
  struct Shared: Sendable {
    /// The shared rules and facts.
    let program: Program
    /// What is asked.
    let questions: [CaseQuestion]
    /// The date named on the command line.
    let asOf: CalendarDate?
    /// What one case may use up.
    let limits: Limits
    /// The writer of lines.
    let report: CaseReport
  }

  /// Prepares the answering.
  init(_ shared: Shared) {
    evaluator = CaseEvaluator(
      shared.program, asking: shared.questions, asOf: shared.asOf, limits: shared.limits)
    report = shared.report
    limits = shared.limits
  }

  /// Answers some cases of a stream.
  mutating func answer(
    _ cases: [CaseText], table: CaseTable?, from name: String, into result: inout Result
  ) {
    let (report, limits) = (report, limits)
    for text in cases {
      let file = SourceFile(name: name, bytes: text.bytes)
      evaluator.answer { program in
        if text.isTooLong { return CaseReading.tooLong(at: UInt32(program.sources.count)) }
        let clock = limits.begun
        return table?.add(row: file, to: &program)
          ?? program.add(case: file, watch: Watch { clock.reached == nil })
      } tell: { reading, findings in
        if let findings, findings.preferenceCycles.isEmpty {
          if findings.reachedLimit != nil { result.limited += 1 }
          result.output += report.line(answering: findings, to: reading, file)
          return
        }
        let reason = findings?.preferenceCycles.inWords ?? reading.diagnostics.inWords
        if reading.isStopped { result.limited += 1 } else { result.skipped += 1 }
        result.output += report.line(skipping: reading, file, because: reason)
        result.messages += Self.message(about: text, file, reading, reason)
      }
    }
  }

  /// The message about a case that was skipped, with its number, its name and its place.
  private static func message(
    about text: CaseText, _ file: SourceFile, _ reading: CaseReading, _ reason: String
  ) -> String {
    let lower = Int(reading.diagnostics.first?.span.lower ?? 0)
    let place = file.position(at: lower)
    let line = text.line + place.line - 1
    let column = reading.diagnostics.isEmpty || text.isTooLong ? "" : ":\(place.column)"
    let name =
      switch reading.name {
      case .text(let text): " (id \"\(text.shown)\")"
      case .number(let digits): " (id \(digits))"
      case nil: ""
      }
    return "moot: \(file.name.shown):\(line)\(column): case \(text.number)\(name) is skipped: "
      + "\(reason.shown)\n"
  }
}

extension CaseReading {
  /// A case of which nothing was read.
  fileprivate static func tooLong(at file: UInt32) -> CaseReading {
    var reading = CaseReading()
    reading.refuse(
      Diagnostic(
        code: "file-too-large", severity: .error, message: "it has more than 64 MiB",
        span: SourceSpan(file: file, lower: 0, upper: 0)))
    return reading
  }
}

extension [Diagnostic] {
  /// What is wrong with a case, in a line.
  fileprivate var inWords: String {
    map { $0.message + ($0.help.map { "; \($0)" } ?? "") }.joined(separator: "; ")
  }
}

extension [[String]] {
  /// Rings of preferences in words.
  fileprivate var inWords: String? {
    guard let ring = first else { return nil }
    let steps = ring.indices.map { "\(ring[$0]) prevails over \(ring[($0 + 1) % ring.count])" }
    return "preferences go round in a circle: \(steps.joined(separator: ", "))"
  }
}
