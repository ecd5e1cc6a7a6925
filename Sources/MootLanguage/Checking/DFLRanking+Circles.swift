extension DFLRanking {
  /// Preferences that lead from a rule back to it.
  struct Circle {
    /// The rules, the strongest first; of a long circle only the first few.
    let rules: [RuleID]
    /// The number of rules in it.
    let length: Int
    /// The preference that closes it.
    let span: SourceSpan
  }

  /// The circles of preferences: one for each that leads back in a search in the order of the rules.
  ///
  /// Linear in rules and preferences.
  func circles() -> [Circle] {
    guard !preferences.isEmpty else { return [] }
    var search = CircleSearch(preferences: preferences)
    search.run()
    return search.circles
  }
}

/// A depth-first search through preferences, with a stack of its own because chains can be long.
private struct CircleSearch {
  private(set) var circles: [DFLRanking.Circle] = []
  private let preferences: [DFLRanking.Preference]
  private var outgoing: [[Int]]
  /// The place on the path of a rule, -1 for a rule not yet seen, -2 for one that is done.
  private var place: [Int]
  private var path: [RuleID] = []
  private var nextEdge: [Int] = []
  /// A circle is named by this many of its rules at most.
  private static let mostNamed = 8

  init(preferences: [DFLRanking.Preference]) {
    self.preferences = preferences
    let count = 1 + preferences.reduce(0) { max($0, Int($1.stronger.raw), Int($1.weaker.raw)) }
    outgoing = Array(repeating: [], count: count)
    place = Array(repeating: -1, count: count)
    for (index, preference) in preferences.enumerated() {
      outgoing[Int(preference.stronger.raw)].append(index)
    }
  }

  mutating func run() {
    for start in outgoing.indices where place[start] == -1 && !outgoing[start].isEmpty {
      enter(RuleID(raw: UInt32(start)))
      while let rule = path.last { step(from: rule) }
    }
  }

  private mutating func enter(_ rule: RuleID) {
    place[Int(rule.raw)] = path.count
    path.append(rule)
    nextEdge.append(0)
  }

  private mutating func step(from rule: RuleID) {
    let edges = outgoing[Int(rule.raw)]
    let edge = nextEdge[path.count - 1]
    guard edge < edges.count else {
      place[Int(rule.raw)] = -2
      path.removeLast()
      nextEdge.removeLast()
      return
    }
    nextEdge[path.count - 1] += 1
    let preference = preferences[edges[edge]]
    let target = place[Int(preference.weaker.raw)]
    if target == -1 {
      enter(preference.weaker)
    } else if target >= 0 {
      circles.append(
        DFLRanking.Circle(
          rules: Array(path[target...].prefix(Self.mostNamed)), length: path.count - target,
          span: preference.span))
    }
  }
}
