import MootLanguage

/// What sets of candidates cost in changes: one each, but a preference that is withdrawn and the opposite that
/// is added are one change together, a reversal.
struct ChoiceCosts {
  /// For each candidate that adds a preference, those that withdraw its opposite.
  private var opposites: [[Int]]
  /// For each candidate, the least it can add to the cost of a set, in halves of a change.
  private(set) var halves: [Int]

  /// Works out the costs of sets of candidates.
  init(of candidates: [FlipCandidate], in program: Program) {
    opposites = Array(repeating: [], count: candidates.count)
    halves = Array(repeating: 2, count: candidates.count)
    var withdrawn: [[RuleID]: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      guard case .without(let rule) = candidate.change,
        case .preference(let preferred, let over) = program[rule].kind
      else { continue }
      withdrawn[[preferred, over], default: []].append(index)
    }
    for (index, candidate) in candidates.enumerated() {
      guard case .prefer(let preferred, let over) = candidate.change,
        let reversed = withdrawn[[over, preferred]]
      else { continue }
      opposites[index] = reversed
      for member in reversed + [index] { halves[member] = 1 }
    }
  }

  /// How many changes a set is; the set is given by ascending indices.
  func cost(of set: [Int]) -> Int {
    set.count - set.count { member in opposites[member].contains { set.contains($0) } }
  }
}
