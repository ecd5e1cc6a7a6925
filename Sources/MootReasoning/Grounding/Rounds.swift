import MootLanguage

/// Counts the rounds of a recursion, which must end where its rules work out values.
struct Rounds {
  private let isLimited: Bool
  private var count = 0

  /// Looks whether any of `rules` works out values.
  init(of rules: [Int], _ program: Program) {
    isLimited = rules.contains { rule in
      program.rules[rule].alternatives.joined().contains { condition in
        if case .calculation = condition { true } else { false }
      }
    }
  }

  /// Begins another round, within the budget.
  mutating func begin(_ budget: Budget) throws(LimitReached) {
    guard isLimited else { return }
    count += 1
    try budget.work(rounds: count)
  }
}
