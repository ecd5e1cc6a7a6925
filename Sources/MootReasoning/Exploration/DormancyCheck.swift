import MootLanguage

/// Finds states and rules that count on no date that is asked for.
struct DormancyCheck {
  /// The program.
  private let program: Program
  /// The dates that its questions and tests ask for; `nil` for an answer that reads no clock.
  private let dates: [CalendarDate?]
  /// Tells when to stop.
  private let watch: Watch

  /// Gathers the dates.
  init(_ program: Program, _ watch: Watch) {
    self.program = program
    self.watch = watch
    var dates = program.questions.map { $0.asOf ?? program.asOf }
    for changes in program.expectations.map(\.changes) + program.scenarios.map(\.changes) {
      for case .asOf(let date) in changes { dates.append(date) }
    }
    if dates.isEmpty { dates = [program.asOf] }
    var known: Set<CalendarDate?> = []
    self.dates = dates.filter { known.insert($0).inserted }
  }

  /// What is found; states of relations that are also read on other dates are left out, and those of
  /// tables, which are registers of the past too.
  mutating func diagnostics() -> [Diagnostic] {
    let readInThePast = predicatesReadInThePast
    var diagnostics: [Diagnostic] = []
    for run in program.facts.runs {
      guard case .written = run.content else { continue }
      for index in run.range where watch.goesOn(after: 1 + dates.count) {
        let fact = program.facts[index]
        let particulars = program.particulars[Int(fact.particulars)]
        guard !fact.isImplied, !readInThePast.contains(fact.predicate),
          particulars.period != .always, !counts(particulars.period)
        else { continue }
        diagnostics.append(
          .stateNeverHolds(on: wording, at: program.firstLine(of: particulars.span)))
      }
    }
    for rule in program.rules
    where watch.goesOn(after: 1 + dates.count) && rule.lawOfDay == nil && rule.period != .always
      && !counts(rule.period)
    {
      let place = program.firstLine(of: rule)
      diagnostics.append(
        rule.kind == .contention
          ? .stateNeverHolds(on: wording, at: place)
          : .neverInForce(rule.name, on: wording, at: place))
    }
    return diagnostics
  }

  private func counts(_ period: Period) -> Bool {
    dates.contains { date in
      switch period.counts(asOf: date) {
      case .holds, .open: true
      case .fails: false
      }
    }
  }

  /// The dates, in words.
  private var wording: String {
    let texts = dates.map { $0.map { "as of \($0.text)" } ?? "where no date is asked for" }
    return texts.count > 3
      ? "on any of the \(texts.count) dates asked for" : texts.joined(separator: " or ")
  }

  private var predicatesReadInThePast: Set<SignedPredicate> {
    var predicates: Set<SignedPredicate> = []
    for rule in program.rules {
      for case .past(let past) in (rule.alternatives + rule.exceptions).joined() {
        predicates.insert(past.sentence.predicate)
      }
    }
    return predicates
  }
}
