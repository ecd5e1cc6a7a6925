import MootLanguage

extension Scenario {
  /// The least sets of changes after which a literal gets another verdict, or the one that is sought
  /// (section 7 of the semantics).
  ///
  /// Every set is verified by an evaluation of its own. Without a bound on the number of changes, the smallest
  /// number is taken at which there is any set, up to three.
  public func flips(
    of literal: Literal, _ request: FlipRequest = FlipRequest(), limits: Limits = Limits()
  ) -> Flips {
    var search = FlipSearch(literal, in: self, request, limits)
    search.run()
    return search.flips
  }
}

/// The state of looking for flips over all dates.
private struct FlipSearch {
  private let literal: Literal
  private let scenario: Scenario
  private let request: FlipRequest
  private let limits: Limits
  private let outcome: Outcome
  private let present: Finding
  private var worlds: [FlipWorld] = []
  private var omittedDates = 0
  private var areDaysCounted = false
  private var budget: Budget
  private var found: [Flip] = []
  private var bound = 0
  private var reachedLimit: Limits.Kind?

  /// How many changes go together at most where the user names no number.
  private static let usualMost = 3

  init(_ literal: Literal, in scenario: Scenario, _ request: FlipRequest, _ limits: Limits) {
    self.literal = literal
    self.request = request
    self.limits = limits.begun
    budget = Budget(limits)
    outcome = evaluate(scenario, limits: limits)
    // Every set is evaluated with the values worked out here, so that a literal means the same after it.
    self.scenario = Scenario(
      scenario.program.extended(with: outcome.program.values), changes: scenario.changes)
    present = outcome.finding(of: literal)
    reachedLimit = outcome.reachedLimit
  }

  /// What was found.
  var flips: Flips {
    let dates = worlds.count { $0.date != nil }
    let keys = Set(worlds.flatMap { $0.candidates.all.map(\.key) })
    return Flips(
      outcome: outcome, answer: outcome.answer(to: literal, limits), target: request.target,
      all: found, bound: bound, candidates: keys.count + dates,
      isNarrowed: !request.varied.isEmpty, areDaysCounted: areDaysCounted,
      omitted: omittedDates + (worlds.map(\.candidates.omitted).max() ?? 0),
      reachedLimit: reachedLimit)
  }

  /// Looks for sets of one change, of two and so on.
  mutating func run() {
    guard reachedLimit == nil, present != .preferenceCycle else { return }
    if let target = request.target, present == .verdict(target) {
      bound = request.most ?? 0
      return
    }
    addWorlds()
    var sets: [DatedChoice] = []
    for size in 1...max(1, request.most ?? Self.usualMost) {
      do {
        for index in worlds.indices { try search(index, upTo: size) }
      } catch {
        reachedLimit = error.kind
      }
      sets = leastSets(upTo: size)
      guard reachedLimit == nil else { break }
      bound = size
      if request.most == nil, !sets.isEmpty { break }
    }
    verify(sets)
  }

  private mutating func addWorlds() {
    guard request.varied.isEmpty else {
      let open = request.varied.map { OpenFact($0, in: scenario) }
      worlds = [world(FlipCandidates(varying: open, in: scenario), on: nil)]
      return
    }
    let open = scenario.openFacts()
    let candidates = FlipCandidates(for: literal, in: scenario, open: open, limits: limits)
    worlds = [world(candidates, on: nil)]
    let dates = FlipDates(for: literal, in: scenario, open: open, limits: limits)
    reachedLimit = dates.reachedLimit
    omittedDates = dates.omitted
    areDaysCounted = dates.isCounted
    for day in dates.days {
      let dated = Scenario(scenario.program, changes: scenario.changes + [.asOf(day)])
      let candidates = FlipCandidates(
        for: literal, in: dated, open: dated.openFacts(), limits: limits)
      worlds.append(world(candidates, on: day))
    }
  }

  private func world(_ candidates: FlipCandidates, on date: CalendarDate?) -> FlipWorld {
    FlipWorld(candidates, on: date, of: literal, limits: limits)
  }

  /// Finds the sets of one date; the date is a change too.
  private mutating func search(_ index: Int, upTo size: Int) throws(LimitReached) {
    let most = worlds[index].date == nil ? size : size - 1
    let (present, target) = (present, request.target)
    try worlds[index].find(upTo: most, within: &budget) { finding in
      switch finding {
      case .preferenceCycle: false
      case .verdict(let verdict): target.map { $0 == verdict } ?? (finding != present)
      }
    }
  }

  /// A set of changes on a date.
  private struct DatedChoice {
    /// The index of the date's world.
    let world: Int
    /// The changes beside the date.
    let choice: VerdictFunction.Choice
    /// The number of changes, with the date.
    let cost: Int
  }

  /// The sets of all dates that contain no other, smallest first: of neighbouring dates on which the same
  /// changes lead to the same verdict, the one nearest to the present.
  private func leastSets(upTo size: Int) -> [DatedChoice] {
    var sets: [DatedChoice] = []
    var presentSets: [Set<FlipCandidate.Key>] = []
    var last: [Set<FlipCandidate.Key>: (place: Int, world: Int, finding: Finding)] = [:]
    let now = worlds.dropFirst().count { isPast($0) }
    for (index, world) in worlds.enumerated() {
      for choice in world.choices {
        let keys = Set(choice.made.map { world.candidates.all[$0].key })
        let cost = world.costs.cost(of: choice.made) + (index == 0 ? 0 : 1)
        guard cost <= size else { continue }
        let set = DatedChoice(world: index, choice: choice, cost: cost)
        if index == 0 {
          presentSets.append(keys)
          sets.append(set)
        } else if !presentSets.contains(where: { $0.isSubset(of: keys) }) {
          let neighbour = last[keys]
          last[keys] = (sets.count, index, choice.finding)
          if let neighbour, neighbour.world == index - 1, neighbour.finding == choice.finding,
            neighbour.world != now
          {
            last[keys]?.place = neighbour.place
            if index <= now { sets[neighbour.place] = set }
          } else {
            sets.append(set)
          }
        }
      }
    }
    return sets.enumerated().sorted { one, other in
      order(one.element, one.offset).lexicographicallyPrecedes(order(other.element, other.offset))
    }.map(\.element)
  }

  /// Whether a date is before the present one.
  private func isPast(_ world: FlipWorld) -> Bool {
    guard let date = world.date, let present = scenario.asOf else { return world.date != nil }
    return date.firstDay < present.firstDay
  }

  /// By number of changes, then by kind, then as they were found.
  private func order(_ set: DatedChoice, _ place: Int) -> [Int] {
    let all = worlds[set.world].candidates.all
    var kinds = set.choice.made.map { all[$0].kind.rawValue }
    if set.world > 0 { kinds.append(FlipCandidate.Kind.date.rawValue) }
    let isMixed = kinds.contains { $0 != kinds.first }
    return [set.cost, isMixed ? FlipCandidate.Kind.allCases.count : kinds.first ?? 0]
      + set.choice.made + [place]
  }

  /// Evaluates each set anew, and keeps it with the answer it leads to; the time for that is counted anew.
  private mutating func verify(_ sets: [DatedChoice]) {
    let limits = limits.forTelling
    budget = Budget(limits)
    for set in sets {
      do { try budget.work(.max / 2) } catch {
        reachedLimit = error.kind
        return
      }
      let world = worlds[set.world]
      let changed = evaluate(world.scenario(changing: set.choice.made), limits: limits)
      if let limit = changed.reachedLimit {
        reachedLimit = limit
        return
      }
      guard changed.finding(of: literal) == set.choice.finding else {
        fatalError("a set of changes leads to another verdict when it is evaluated by itself")
      }
      let date = world.date.map { [FlipCandidate(.asOf($0), in: scenario.program)] } ?? []
      found.append(
        Flip(
          changes: set.choice.made.map { world.candidates.all[$0] } + date, cost: set.cost,
          answer: changed.answer(to: literal, limits),
          gains: Gains(of: literal, from: outcome, to: changed, limits).speakers))
    }
  }
}

extension Outcome {
  /// The answer for a literal.
  func answer(to literal: Literal, _ limits: Limits) -> Answer {
    Inquiry(self, limits: limits).answer(to: literal, question: nil, bindings: [])
  }
}
