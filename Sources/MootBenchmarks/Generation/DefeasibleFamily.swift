/// A family of defeasible theories that grow with a parameter (Maher, Rock, Antoniou, Billington and Miller,
/// *Efficient defeasible reasoning systems*, 2001).
enum DefeasibleFamily: String, CaseIterable {
  /// A fact and a row of rules, each from the conclusion of the last.
  case chain
  /// The same with strict rules.
  case chains
  /// Rules in a ring, and no fact.
  case circle
  /// The same with strict rules.
  case circles
  /// Disputed literals in a row; at every other one the rule against it prevails.
  case levels
  /// The same without priorities.
  case levelsWithoutPriorities = "levels-"
  /// Two rules for and two against each literal, each of those against it beaten by one for it; four below
  /// each.
  case teams
  /// A tree with three branches at each node and facts at the leaves.
  case tree
  /// Rules with three premises each, which are the next three literals.
  case dag
  /// Rules for and defeaters against one literal, with three premises each, and each premise at the end of a
  /// row of ten strict rules.
  case mix

  /// What the family is, in a line.
  var summary: String {
    switch self {
    case .chain: "a row of defeasible rules from a fact"
    case .chains: "a row of strict rules from a fact"
    case .circle: "defeasible rules in a ring"
    case .circles: "strict rules in a ring"
    case .levels: "disputed literals in a row, with priorities"
    case .levelsWithoutPriorities: "disputed literals in a row, without priorities"
    case .teams: "teams of rules that beat one another"
    case .tree: "a tree of rules with three branches"
    case .dag: "rules over the next three literals"
    case .mix: "rules, defeaters and rows of strict rules"
    }
  }

  /// The parameter with which the theory has about so many rules.
  func parameter(forRules count: Int) -> Int {
    switch self {
    case .chain, .chains, .circle, .circles: return max(1, count)
    case .levels, .levelsWithoutPriorities: return max(1, (count - 5) / 4)
    case .teams: return depth { 4 * Self.nodes(4, above: $0) + Self.power(4, $0) <= count }
    case .tree: return depth { Self.nodes(3, above: $0) <= count }
    case .dag: return max(1, count / 3)
    case .mix: return max(1, count / 62)
    }
  }

  /// How many literals have each grade: from the shape of the family, not by any evaluation.
  func counts(_ parameter: Int) -> [String: Int] {
    let n = parameter
    let counts: [String: Int] =
      switch self {
      case .chain: ["established": 1, "clear": n]
      case .chains: ["established": n + 1]
      case .circle, .circles: [:]
      case .levels: ["clear": 2 * n + 3]
      case .levelsWithoutPriorities: ["clear": 1, "prevailing": n + 1, "arguable": 3 * (n + 1)]
      case .teams: ["clear": Self.nodes(4, above: n + 1)]
      case .tree: ["established": Self.power(3, n), "clear": Self.nodes(3, above: n)]
      case .dag: ["established": 3, "clear": 3 * n + 1]
      case .mix: ["established": 2 * n * 3 * 11, "arguable": 1]
      }
    return counts.filter { $0.value > 0 }
  }

  /// The nodes of a tree in so many layers from its root.
  static func nodes(_ branches: Int, above layers: Int) -> Int {
    (0..<layers).reduce(0) { $0 + power(branches, $1) }
  }

  /// A power of a whole number.
  static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }

  /// The greatest depth from 1 on that is still small enough.
  private func depth(where isSmallEnough: (Int) -> Bool) -> Int {
    var depth = 1
    while isSmallEnough(depth + 1) { depth += 1 }
    return depth
  }
}
