import MootLanguage

/// The state of following a difference from what was asked down to the changes that make it.
struct PartingWalk {
  private let before: ContrastSide
  private let after: ContrastSide
  private let limits: Limits
  /// What is found so far, each literal before those it rests on.
  private(set) var partings: [Parting] = []
  private var known: Set<Literal> = []

  /// Opens both outcomes.
  init(_ before: ContrastSide, _ after: ContrastSide, limits: Limits) {
    (self.before, self.after, self.limits) = (before, after, limits)
  }

  /// Follows the difference in a literal: what it rests on comes directly behind it.
  mutating func follow(_ literal: Literal) {
    var waiting = [(literal: literal, depth: 0)]
    known.insert(literal)
    while let next = waiting.popLast(), partings.count < limits.explanation {
      let parting = parting(on: next.literal, depth: next.depth)
      guard !parting.turns.isEmpty || parting.before != parting.after else { continue }
      partings.append(parting)
      guard next.depth < limits.depth else { continue }
      let rests = parting.turns.flatMap(\.causes).compactMap(\.literal)
      var new: [(literal: Literal, depth: Int)] = []
      for rest in rests where !known.contains(rest) && !known.contains(rest.contrary) {
        known.insert(rest)
        new.append((rest, next.depth + 1))
      }
      waiting += new.reversed()
    }
  }

  /// What fares otherwise about one literal.
  private func parting(on literal: Literal, depth: Int) -> Parting {
    let earlier = before.contributions(to: literal)
    let later = after.contributions(to: literal)
    let new = later.filter { late in !earlier.contains { $0.isAlike(late) } }
    let pairs: [ContributionPair] =
      earlier.map { early in
        ContributionPair(before: early, after: later.first { $0.isAlike(early) })
      } + new.map { ContributionPair(before: nil, after: $0) }
    let turning = pairs.filter(\.isTurning)
    let causes = TurnCauses(before: before, after: after, all: turning)
    let turns = turning.compactMap { pair -> Turn? in
      guard let shown = pair.before ?? pair.after else { return nil }
      return Turn(
        source: shown.entry.instance.source, conclusion: shown.entry.conclusion,
        before: pair.before?.place, after: pair.after?.place, causes: causes.causes(of: pair))
    }
    let own = turns.filter(\.hasOwnCause)
    let others = turns.filter { !$0.hasOwnCause }
    let telling = others.filter(\.isDecisive)
    return Parting(
      literal: literal, before: before.standing(of: literal), after: after.standing(of: literal),
      turns: own + (own.isEmpty && telling.isEmpty ? others : telling), depth: depth)
  }
}

/// One argument in two outcomes.
struct ContributionPair {
  /// The argument without what is supposed.
  let before: ContrastSide.Contribution?
  /// The argument with it.
  let after: ContrastSide.Contribution?

  /// Whether it fares otherwise; arguments that do not fire are the same as none.
  var isTurning: Bool {
    let early = before.flatMap { $0.isFiring ? $0 : nil }
    let late = after.flatMap { $0.isFiring ? $0 : nil }
    guard let early, let late else { return early != nil || late != nil }
    return early.entry.fate != late.entry.fate || early.entry.grade != late.entry.grade
  }
}

extension ContrastSide.Contribution {
  /// Whether it fires at all.
  var isFiring: Bool { entry.instance.grade.upper > 0 }
}

extension Turn {
  /// Whether it turns for a reason beyond the arguments of the other side.
  fileprivate var hasOwnCause: Bool {
    causes.contains { cause in
      switch cause {
      case .opponent: false
      case .premise, .exception, .undercutter, .condition, .precedence, .change, .restored, .period:
        true
      }
    }
  }
}

extension Turn {
  /// Whether it begins or ceases to win, or to be beaten.
  fileprivate var isDecisive: Bool {
    guard let before, let after else { return true }
    return before.fate.isDecided || after.fate.isDecided
  }
}

extension Argument.Fate {
  /// Whether the argument wins or is beaten.
  fileprivate var isDecided: Bool {
    switch self {
    case .wins, .beaten: true
    case .unresolved, .tooWeak, .onlyArguable, .overruled, .excluded, .undecided: false
    }
  }
}

extension Turn.Cause {
  /// The literal whose own difference tells more.
  public var literal: Literal? {
    switch self {
    case .premise(let literal, _, _), .exception(let literal, _, _),
      .undercutter(let literal, _, _), .precedence(let literal, _, _, _):
      literal
    case .condition, .opponent, .change, .restored, .period: nil
    }
  }
}

extension Contrast {
  /// Where the reasoning about a literal parts: what fares otherwise about it, then about what that rests on,
  /// down to the changes themselves.
  public func partings(on literal: Literal) -> [Parting] { partings(on: [literal]).flatMap(\.self) }

  /// Where the reasoning about each of some literals parts; of as many as time and lines allow, and nowhere for the
  /// others.
  public func partings(on literals: [Literal]) -> [[Parting]] {
    let earlier = ContrastSide(before, limits: limits)
    let later = ContrastSide(after, limits: limits)
    let budget = limits.forTelling
    var all: [[Parting]] = []
    var lines = 0
    for literal in literals {
      var walk = PartingWalk(earlier, later, limits: budget)
      if lines < budget.explanation, budget.reached == nil {
        earlier.inquiry.begin()
        later.inquiry.begin()
        walk.follow(literal)
      }
      for parting in walk.partings { lines += 1 + parting.turns.count }
      all.append(walk.partings)
    }
    return all
  }
}
