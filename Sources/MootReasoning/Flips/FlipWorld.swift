import MootLanguage

/// The candidates on one date, and the search for the least sets of them that lead to a finding that is
/// sought.
struct FlipWorld {
  /// The date that takes the place of the present one; `nil` for that itself.
  let date: CalendarDate?
  /// What may be changed on that date.
  let candidates: FlipCandidates
  /// What the sets found so far cost.
  let costs: ChoiceCosts
  /// What is asked.
  let literal: Literal
  /// The least sets found, each in ascending order; complete up to `finished` changes.
  private(set) var choices: [VerdictFunction.Choice] = []
  /// Sets of so many changes have all been looked at; -1 for none.
  private(set) var finished = -1
  private let limits: Limits
  private var method = Method.undecided
  /// How many sets have been tried, and the seconds that took.
  private var tried = (count: 0, seconds: 0.0)

  /// How the sets are found.
  private enum Method {
    case undecided
    /// Read off the question as a function of all candidates.
    case diagram(VerdictFunction)
    /// Tried one by one, smallest first.
    case trial
  }

  /// The part of the time that a diagram may take.
  private static let mostOfTime = 0.1
  /// How many candidates a diagram may have.
  private static let mostInDiagram = 1_000
  /// How many sets are told apart on the way, at most.
  private static let mostChoices = 20_000

  /// Prepares the search on a date.
  init(_ candidates: FlipCandidates, on date: CalendarDate?, of literal: Literal, limits: Limits) {
    self.candidates = candidates
    self.date = date
    self.literal = literal
    self.limits = limits
    costs = ChoiceCosts(of: candidates.all, in: candidates.scenario.program)
  }

  /// Finds all least sets of at most `most` changes.
  mutating func find(
    upTo most: Int, within budget: inout Budget, where isSought: (Finding) -> Bool
  ) throws(LimitReached) {
    guard finished < most else { return }
    // A single change is tried sooner than all of them are put into a diagram.
    try budget.work(.max / 2)
    if case .undecided = method, most > 1 { method = chosenMethod(upTo: most) }
    if case .diagram(let function) = method, read(function, upTo: most, isSought) { return }
    while finished < most {
      let size = finished + 1
      let start = ContinuousClock.now
      defer { tried.seconds += start.secondsUntilNow }
      var trial = ChoiceTrial(costs, count: candidates.all.count, size: size, found: choices)
      while let made = trial.next() {
        try budget.work(.max / 2)
        let finding = try finding(of: made)
        tried.count += 1
        if isSought(finding) { trial.note(VerdictFunction.Choice(made: made, finding: finding)) }
      }
      choices = trial.leastChoices
      finished = size
    }
  }

  /// What comes of the question when some candidates are changed.
  func finding(of made: [Int]) throws(LimitReached) -> Finding {
    let outcome = evaluate(scenario(changing: made), limits: limits)
    if let limit = outcome.reachedLimit { throw LimitReached(kind: limit) }
    return outcome.finding(of: literal)
  }

  /// The scenario in which some candidates are changed.
  func scenario(changing made: [Int]) -> Scenario {
    Scenario(
      candidates.scenario.program,
      changes: candidates.scenario.changes + made.map { candidates.all[$0].change })
  }

  /// A diagram, unless it takes longer than the trials would, or so long that there is no time for these.
  private func chosenMethod(upTo most: Int) -> Method {
    guard candidates.all.count <= Self.mostInDiagram else { return .trial }
    let ofTrials = secondsOfTrials(upTo: most) / max(limits.time, 1e-9)
    let limits = limits.taking(partOfTime: min(Self.mostOfTime, ofTrials))
    do {
      return .diagram(
        try VerdictFunction(
          of: literal, in: candidates.scenario, open: candidates.all.map(\.change), limits: limits))
    } catch {
      // For larger sets there may be more time.
      return error.kind == .time && ofTrials < Self.mostOfTime ? .undecided : .trial
    }
  }

  /// How long it takes to try all sets that are not tried yet, by how long the others took; at least a tenth of a
  /// second, after which it is not worth while to ask.
  private func secondsOfTrials(upTo most: Int) -> Double {
    var sets = 0.0
    var ofSize = 1.0
    for size in 1...most {
      ofSize *= Double(max(0, candidates.all.count - size + 1)) / Double(size)
      if size > finished { sets += ofSize }
    }
    return max(0.1, sets * tried.seconds / Double(max(1, tried.count)))
  }

  /// Reads the sets off a diagram; `false` where there are too many on the way.
  private mutating func read(
    _ function: VerdictFunction, upTo most: Int, _ isSought: (Finding) -> Bool
  ) -> Bool {
    guard
      let least = function.minimalChoices(
        weights: costs.halves, most: 2 * most, limit: Self.mostChoices, where: isSought)
    else { return false }
    choices = least.filter { costs.cost(of: $0.made) <= most }
    finished = most
    return true
  }
}
