import MootLanguage

extension VerdictFunction {
  /// A set of changes that are made, with what comes of it.
  struct Choice: Hashable {
    /// The indices of the changes, ascending.
    let made: [Int]
    /// What comes of the question.
    let finding: Finding
  }

  /// The least sets of changes that lead to a finding that is sought: without any one of them another comes.
  ///
  /// Sets whose changes together weigh more than `most` are left out. Least sets of a decision are those of its
  /// side where the change is not made, and with the change those of the other side that contain none of the
  /// former; time is in proportion to the diagram and what is found.
  ///
  /// - Returns: `nil` when there are more than `limit` such sets on the way.
  func minimalChoices(
    weights: [Int], most: Int, limit: Int, where isSought: (Finding) -> Bool
  ) -> [Choice]? {
    var search = MinimalChoiceSearch(self, weights: weights, limit: limit)
    return search.choices(of: root, most: most, where: isSought)
  }
}

/// The state of reading the least choices off a diagram.
private struct MinimalChoiceSearch {
  typealias Choice = VerdictFunction.Choice

  private let function: VerdictFunction
  private let weights: [Int]
  private let limit: Int
  private var known: [Key: [Choice]] = [:]

  /// A node with what may still be spent below it.
  private struct Key: Hashable {
    let node: Int
    let most: Int
  }

  init(_ function: VerdictFunction, weights: [Int], limit: Int) {
    self.function = function
    self.weights = weights
    self.limit = limit
  }

  mutating func choices(
    of branch: VerdictFunction.Branch, most: Int, where isSought: (Finding) -> Bool
  ) -> [Choice]? {
    switch branch {
    case .finding(let finding):
      return isSought(finding) ? [Choice(made: [], finding: finding)] : []
    case .node(let index):
      let key = Key(node: index, most: most)
      if let choices = known[key] { return choices }
      let node = function.nodes[index]
      let change = function.order[node.level]
      guard var choices = choices(of: node.whenFalse, most: most, where: isSought) else {
        return nil
      }
      if weights[change] <= most, choices.first?.made.isEmpty != true {
        guard
          let further = self.choices(
            of: node.whenTrue, most: most - weights[change], where: isSought)
        else { return nil }
        let least = choices
        for choice in further
        where !least.contains(where: { choice.made.includes($0.made) }) {
          let made = (choice.made + [change]).sorted()
          choices.append(Choice(made: made, finding: choice.finding))
        }
      }
      guard choices.count <= limit else { return nil }
      known[key] = choices
      return choices
    }
  }
}

extension [Int] {
  /// Whether every element of `others` is one of these; both ascend.
  func includes(_ others: [Int]) -> Bool {
    guard others.count <= count else { return false }
    var place = 0
    for other in others {
      while place < count, self[place] < other { place += 1 }
      guard place < count, self[place] == other else { return false }
      place += 1
    }
    return true
  }
}
