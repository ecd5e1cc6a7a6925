/// Goes through all sets of one cost that contain no set found before.
struct ChoiceTrial {
  private let costs: ChoiceCosts
  private let count: Int
  private let size: Int
  private var found: [VerdictFunction.Choice]
  /// The set reached, in ascending order; the sets that extend it come before those that follow it.
  private var current: [Int] = []
  private var isStarted = false

  /// Begins with the first set of candidates, of which there are `count`, that costs `size`.
  init(_ costs: ChoiceCosts, count: Int, size: Int, found: [VerdictFunction.Choice]) {
    self.costs = costs
    self.count = count
    self.size = size
    self.found = found
  }

  /// The next set; `nil` at the end.
  mutating func next() -> [Int]? {
    while advance() {
      if costs.cost(of: current) == size { return current }
    }
    return nil
  }

  /// Notes that the set just returned is one that is sought.
  mutating func note(_ choice: VerdictFunction.Choice) { found.append(choice) }

  /// The sets found that contain no other.
  var leastChoices: [VerdictFunction.Choice] {
    found.filter { choice in
      !found.contains { $0.made != choice.made && choice.made.includes($0.made) }
    }
  }

  /// Goes to the next set that may cost as much and contains none found; `false` at the end.
  private mutating func advance() -> Bool {
    guard isStarted else {
      isStarted = true
      return found.allSatisfy { !$0.made.isEmpty }
    }
    var next = (current.last ?? -1) + 1
    var mayExtend = isPromising
    while true {
      guard mayExtend, next < count else {
        guard let last = current.popLast() else { return false }
        next = last + 1
        mayExtend = true
        continue
      }
      current.append(next)
      if isPromising { return true }
      next = current.removeLast() + 1
    }
  }

  /// Whether the present set or one that extends it may be sought.
  private var isPromising: Bool {
    costs.cost(of: current) <= size && !found.contains { current.includes($0.made) }
  }
}
