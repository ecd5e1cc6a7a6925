import MootLanguage

extension Scenario {
  /// The crux between two parties over a literal.
  ///
  /// A position is a set of arguments, beside the facts, the law and the drafter's assumptions. From the first
  /// party's position, steps accept what only the second argues or give up what only the first argues; the
  /// ways are all smallest sets of steps after which the verdict is the second's, and likewise from the
  /// second's. All steps together lead to the other's position, so there always is a way. Arguments that what
  /// is asked cannot rest on are left aside, as they cannot change it.
  ///
  /// - Parameters:
  ///   - limits: `time` is for the whole search.
  ///   - mostTrials: How many positions are tried from each side at most.
  public func crux(
    over literal: Literal, _ first: Party, _ second: Party, limits: Limits = Limits(),
    mostTrials: Int = 20_000
  ) -> Crux {
    let theory = Theory(self)
    let relevance = Relevance(of: literal, in: theory)
    var search = CruxSearch(self, literal, relevance, limits: limits, mostTrials: mostTrials)
    let sides = [search.side(of: first, towards: second), search.side(of: second, towards: first)]
    return Crux(
      literal: literal, sides: sides, trials: search.trials, reachedLimit: search.reachedLimit)
  }
}

/// The state of looking for ways from one position to the verdict of another.
private struct CruxSearch {
  let scenario: Scenario
  let literal: Literal
  let relevance: Relevance
  let limits: Limits
  let mostTrials: Int
  private(set) var trials = 0
  private(set) var reachedLimit: Limits.Kind?
  /// The trials of one side, which each have as many.
  private var sideTrials = 0

  init(
    _ scenario: Scenario, _ literal: Literal, _ relevance: Relevance, limits: Limits,
    mostTrials: Int
  ) {
    self.scenario = scenario
    self.literal = literal
    self.relevance = relevance
    self.limits = limits.begun
    self.mostTrials = mostTrials
  }

  /// The ways from a party's position to the other's verdict.
  mutating func side(of party: Party, towards other: Party) -> Crux.Side {
    sideTrials = 0
    let own = Set(party.arguments)
    let theirs = Set(other.arguments)
    let steps = own.symmetricDifference(theirs).sorted().filter { relevance.rules[Int($0.raw)] }
      .map { own.contains($0) ? Crux.Step.giveUp($0) : .accept($0) }
    let (answer, _) = answer(on: own)
    let (target, _) = self.answer(on: theirs)
    guard answer.verdict != target.verdict else {
      return Crux.Side(party: party, answer: answer, ways: [], isComplete: true)
    }
    for size in 1...max(1, steps.count) where size <= steps.count {
      var ways: [[Crux.Step]] = []
      var choice = Array(0..<size)
      repeat {
        guard sideTrials < mostTrials, limits.timeLeft > 0 else {
          reachedLimit = sideTrials < mostTrials ? .time : .instances
          return Crux.Side(party: party, answer: answer, ways: ways, isComplete: false)
        }
        let taken = choice.map { steps[$0] }
        let (reached, isSound) = self.answer(on: own.symmetricDifference(taken.map(\.rule)))
        if isSound, reached.verdict == target.verdict { ways.append(taken) }
      } while Self.advance(&choice, of: steps.count)
      if !ways.isEmpty {
        return Crux.Side(party: party, answer: answer, ways: ways, isComplete: true)
      }
    }
    return Crux.Side(party: party, answer: answer, ways: [], isComplete: true)
  }

  /// The answer on a set of arguments, and whether it was worked out to the end, with preferences in order.
  private mutating func answer(on position: Set<RuleID>) -> (Answer, isSound: Bool) {
    trials += 1
    sideTrials += 1
    let left = scenario.program.rules.indices.filter { index in
      scenario.program.rules[index].attribution.hasVoice
        && !position.contains(RuleID(raw: UInt32(index)))
    }
    let without = left.map { Change.without(RuleID(raw: UInt32($0))) }
    let outcome = evaluate(
      Scenario(scenario.program, changes: scenario.changes + without), limits: limits)
    if let reached = outcome.reachedLimit { reachedLimit = reached }
    let answer = Inquiry(outcome, limits: limits).answer(to: literal, question: nil, bindings: [])
    return (answer, outcome.reachedLimit == nil && outcome.preferenceCycles.isEmpty)
  }

  /// The next choice of as many out of `count`, in order; `false` after the last.
  private static func advance(_ choice: inout [Int], of count: Int) -> Bool {
    let size = choice.count
    guard let place = choice.indices.last(where: { choice[$0] < count - size + $0 }) else {
      return false
    }
    choice[place] += 1
    for next in (place + 1)..<max(place + 1, size) { choice[next] = choice[next - 1] + 1 }
    return true
  }
}
