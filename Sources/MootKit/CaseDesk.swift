public import MootLanguage
public import MootReasoning
import MootReporting

/// Answers the same questions for one case after the other, over a rule base that all of them share.
///
/// Made by `RuleBase.cases(asking:asOf:)`. What a case brings is forgotten before the next one. A desk works on
/// one case at a time; for several at once make several desks.
///
/// ```swift
/// var desk = try rules.cases(asking: ["Arbat may trade"])
/// let answers = try desk.answer(#"{"id": "17", "facts": ["Arbat is closed"]}"#)
/// answers.json
/// ```
public struct CaseDesk {
  private var evaluator: CaseEvaluator
  private let report: CaseReport
  private let limits: Limits

  init(_ evaluator: CaseEvaluator, _ report: CaseReport, _ limits: Limits) {
    self.evaluator = evaluator
    self.report = report
    self.limits = limits
  }

  /// Answers a case: an object with `facts`, by the keys of relations or as sentences, and where they are
  /// wanted `id`, `suppose` (changes in the words of a what-if) and `asOf`.
  ///
  /// - Throws: `RuleBaseError.unread` with all that is wrong with the case, `.preferenceCycle`, and `.limit`
  ///   when reading the case takes too much.
  public mutating func answer(_ text: String) throws(RuleBaseError) -> CaseAnswers {
    let file = SourceFile(name: "case", bytes: Array(text.utf8))
    let report = report
    let limits = limits.begun
    let watch = Watch { limits.reached == nil }
    var sources: [SourceFile] = []
    let result: Result<CaseAnswers, RuleBaseError> = evaluator.answer { program in
      let reading = program.add(case: file, watch: watch)
      if !reading.diagnostics.isEmpty { sources = program.sources }
      return reading
    } tell: { reading, findings in
      if watch.isStopped { return .failure(.limit(limits.reached ?? .time)) }
      guard let findings else { return .failure(.unread(Messages(reading.diagnostics, sources))) }
      if let cycle = findings.preferenceCycles.first { return .failure(.preferenceCycle(cycle)) }
      return .success(
        CaseAnswers(
          all: findings.findings.map(\.answers), reachedLimit: findings.reachedLimit,
          line: report.line(answering: findings, to: reading, file)))
    }
    switch result {
    case .success(let answers): return answers
    case .failure(let error): throw error
    }
  }
}

/// The answers for one case.
public struct CaseAnswers: Sendable {
  /// For each question its answers; to a question with variables, one for each instance that is at all
  /// arguable.
  public let all: [[Answer]]
  /// The limit that stopped the evaluation, if one did.
  public let reachedLimit: Limits.Kind?
  private let line: [UInt8]

  init(all: [[Answer]], reachedLimit: Limits.Kind?, line: [UInt8]) {
    self.all = all
    self.reachedLimit = reachedLimit
    self.line = line
  }

  /// The verdicts on the questions that have a single answer; `nil` for the others.
  public var verdicts: [Verdict?] { all.map { $0.count == 1 ? $0[0].verdict : nil } }

  /// The line of JSON that `moot batch` prints for the case, without the line feed at its end.
  public var json: String { String(decoding: line.dropLast(), as: UTF8.self) }
}
