public import MootLanguage

/// Answers the same questions for one case after the other over a rule base that all of them share.
///
/// The shared part is read and evaluated once. A case adds its facts for itself alone: only the relations that
/// these reach, and of them only what the questions can depend on, are evaluated for it, and everything it
/// brought is taken back before the next one. What is found is what `evaluate` finds for the program with the
/// facts of the case, but that a circle of preferences goes unnoticed where no question can depend on it.
///
/// One evaluator works on one case at a time; for several at once make several evaluators.
public struct CaseEvaluator {
  /// The shared program; while a case is worked on also what the case adds.
  private var program: Program
  private let questions: [CaseQuestion]
  private let asOf: CalendarDate?
  private let limits: Limits
  /// How much of the program is shared.
  private var base: Program.Extent
  /// What is evaluated once for all cases whose answers have the same date.
  private var foundations: [Dating: CaseFoundation] = [:]
  /// How many of them are kept.
  private static let mostFoundations = 64

  /// A date, with the places of the questions that are asked for it.
  private struct Dating: Hashable {
    let asOf: CalendarDate?
    var questions: [Int]
  }

  /// Prepares the evaluation of cases.
  ///
  /// - Parameters:
  ///   - program: the shared rules and facts.
  ///   - date: the date of the answers, where neither the case nor the question has one; `nil` for that of
  ///     the program.
  ///   - limits: what one case may use up.
  public init(
    _ program: Program, asking questions: [CaseQuestion], asOf date: CalendarDate? = nil,
    limits: Limits = Limits()
  ) {
    self.program = program
    self.questions = questions
    self.limits = limits
    asOf = date
    base = program.extent
  }

  /// Reads a case into the program, evaluates it, and hands on what was read and found; findings are missing
  /// where the case could not be read.
  ///
  /// A case may be read twice: what is worked out for all cases of its kind comes before it.
  public mutating func answer<Result>(
    _ read: (inout Program) -> CaseReading, tell: (CaseReading, CaseFindings?) -> Result
  ) -> Result {
    var reading = read(&program)
    while let missing = missingGround(for: reading) {
      takeBack()
      prepare(missing)
      reading = read(&program)
    }
    let result = tell(reading, reading.diagnostics.isEmpty ? findings(for: reading) : nil)
    takeBack()
    return result
  }

  /// Takes back what the present case added.
  private mutating func takeBack() { program.shrink(to: base) }

  /// The questions, grouped by the dates they are asked for, in the order of the first of each.
  private func datings(_ reading: CaseReading) -> [Dating] {
    var datings: [Dating] = []
    for index in questions.indices {
      let date = date(of: questions[index], reading)
      if let place = datings.firstIndex(where: { $0.asOf == date }) {
        datings[place].questions.append(index)
      } else {
        datings.append(Dating(asOf: date, questions: [index]))
      }
    }
    return datings
  }

  /// Whether a case has to be evaluated from the ground up: it supposes something, or brings relations.
  private func isSingular(_ reading: CaseReading) -> Bool {
    !reading.changes.isEmpty || program.extent.predicates > base.predicates
  }

  /// What has to be worked out before the present case can be evaluated.
  private func missingGround(
    for reading: CaseReading
  ) -> (dating: Dating, key: CaseGround.Key)? {
    guard reading.diagnostics.isEmpty, !isSingular(reading) else { return nil }
    for dating in datings(reading) {
      let key = key(of: program.factStates(after: base.facts, asOf: dating.asOf))
      if foundations[dating]?.grounds[key] == nil { return (dating, key) }
    }
    return nil
  }

  private func key(of states: [Theory.FactState]) -> CaseGround.Key {
    CaseGround.Key(program.facts[base.facts...], states)
  }

  /// Works out what is the same for all cases of a kind; the values that come up become shared ones.
  private mutating func prepare(_ missing: (dating: Dating, key: CaseGround.Key)) {
    let (dating, key) = missing
    if foundations.count >= max(Self.mostFoundations, questions.count),
      foundations[dating] == nil
    {
      foundations.removeAll()
    }
    var foundation =
      foundations.removeValue(forKey: dating)
      ?? CaseFoundation(
        program, asOf: dating.asOf, asking: dating.questions.map { questions[$0] }, limits: limits)
    let values = foundation.addGround(key, Values(program.values))
    foundations[dating] = foundation
    program = program.extended(with: values.table)
    base = program.extent
  }

  /// What is found for a case that is in the program now.
  private mutating func findings(for reading: CaseReading) -> CaseFindings {
    var found = CaseFindings(asOf: reading.asOf ?? asOf ?? program.asOf)
    var findings: [CaseFindings.Finding?] = Array(repeating: nil, count: questions.count)
    for dating in datings(reading) {
      if isSingular(reading) {
        evaluate(dating, under: reading.changes, &findings, &found)
      } else {
        evaluate(dating, &findings, &found)
      }
    }
    found.findings = findings.compactMap(\.self)
    return found
  }

  private func date(of question: CaseQuestion, _ reading: CaseReading) -> CalendarDate? {
    reading.asOf ?? asOf ?? question.asOf ?? program.asOf
  }

  /// Evaluates the case from the ground up, as one that supposes something must be.
  private func evaluate(
    _ dating: Dating, under changes: [Change], _ findings: inout [CaseFindings.Finding?],
    _ found: inout CaseFindings
  ) {
    let dated = dating.asOf.map { [Change.asOf($0)] } ?? []
    let outcome = MootReasoning.evaluate(
      Scenario(program, changes: dated + changes),
      asking: dating.questions.map { questions[$0].sentence }, limits: limits)
    found.reachedLimit = found.reachedLimit ?? outcome.reachedLimit
    found.preferenceCycles += outcome.preferenceCycles.map { ring in
      ring.map { outcome.program[$0].name }
    }
    let inquiry = Inquiry(outcome, limits: limits)
    for index in dating.questions {
      findings[index] = CaseFindings.Finding(
        answers: inquiry.answers(to: questions[index]), program: outcome.program)
      found.reachedLimit = found.reachedLimit ?? inquiry.reachedLimit
    }
  }

  /// Evaluates what the facts of the case reach, on the ground of what they do not.
  private mutating func evaluate(
    _ dating: Dating, _ findings: inout [CaseFindings.Finding?], _ found: inout CaseFindings
  ) {
    let states = program.factStates(after: base.facts, asOf: dating.asOf)
    let key = key(of: states)
    // Taken out of the tables, so that nothing of it is copied when the case has added to its indexes.
    guard var foundation = foundations.removeValue(forKey: dating),
      var ground = foundation.grounds.removeValue(forKey: key)
    else { preconditionFailure("a case without a ground") }
    let evaluation = ground.evaluation(
      of: program, after: base.facts, states, limits: limits)
    let limit = ground.reachedLimit ?? evaluation.limitReached()
    let known = program.extended(with: evaluation.values.table)
    found.reachedLimit = found.reachedLimit ?? limit
    found.preferenceCycles += (ground.preferenceCycles + evaluation.preferenceCycles).map { ring in
      ring.map { known.rules[$0].name }
    }
    let inquiry = Inquiry(
      evaluation, known, foundation.rules, foundation.facts, asOf: dating.asOf,
      hasInconsistency: ground.hasInconsistency(in: evaluation))
    for index in dating.questions {
      findings[index] = CaseFindings.Finding(
        answers: inquiry.answers(to: questions[index]), program: known)
      found.reachedLimit = found.reachedLimit ?? inquiry.reachedLimit
    }
    ground.keep(evaluation)
    foundation.grounds[key] = ground
    foundations[dating] = foundation
  }
}

extension Inquiry {
  /// The answers to what is asked of a case.
  fileprivate func answers(to asked: CaseQuestion) -> [Answer] {
    answers(to: asked.sentence, variables: asked.variables, question: asked.question)
  }
}

extension Program {
  /// Whether each fact behind the first ones counts on a date.
  fileprivate func factStates(after first: Int, asOf date: CalendarDate?) -> [Theory.FactState] {
    facts[first...].map { fact -> Theory.FactState in
      guard fact.particulars != 0 else { return .holds }
      switch particulars[Int(fact.particulars)].period.counts(asOf: date) {
      case .holds: return .holds
      case .fails: return .fails
      case .open: return .open
      }
    }
  }
}
