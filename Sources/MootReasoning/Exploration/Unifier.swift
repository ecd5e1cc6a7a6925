import MootLanguage

/// Which variables of several rules must stand for the same, and for what.
struct Unifier {
  /// For each variable of all rules, one that stands for the same; itself where there is none.
  private var parents: [Int]
  /// For each variable that stands for others, its value.
  private var values: [ValueID?]
  /// Where the variables of each rule begin.
  private let starts: [Int]

  /// Creates a unifier of rules with so many variables each.
  init(counts: [Int]) {
    var starts: [Int] = []
    var total = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    self.starts = starts
    parents = Array(0..<total)
    values = Array(repeating: nil, count: total)
  }

  /// The number of variables.
  var count: Int { parents.count }

  /// The variable that stands for a variable of a rule.
  func root(_ variable: VariableID, of rule: Int) -> Int {
    var node = starts[rule] + Int(variable.raw)
    while parents[node] != node { node = parents[node] }
    return node
  }

  /// The value of a variable that stands for others, where it is known.
  func value(of root: Int) -> ValueID? { values[root] }

  /// Makes two terms of two rules the same; `false` when they cannot be.
  mutating func unify(_ one: Term, of rule: Int, _ other: Term, of otherRule: Int) -> Bool {
    switch (one, other) {
    case (.any, _), (_, .any): return true
    case (.value(let first), .value(let second)): return first == second
    case (.variable(let variable), .value(let value)): return bind(root(variable, of: rule), value)
    case (.value(let value), .variable(let variable)):
      return bind(root(variable, of: otherRule), value)
    case (.variable(let first), .variable(let second)):
      let (root, otherRoot) = (root(first, of: rule), root(second, of: otherRule))
      guard root != otherRoot else { return true }
      parents[otherRoot] = root
      return values[otherRoot].map { bind(root, $0) } ?? true
    }
  }

  /// Whether a term of the first rule and one of the second certainly stand for the same.
  func areSame(_ first: Term, _ second: Term) -> Bool {
    switch (first, second) {
    case (.value(let one), .value(let other)): return one == other
    case (.variable(let one), .variable(let other)):
      let (root, otherRoot) = (root(one, of: 0), root(other, of: 1))
      return root == otherRoot || values[root] != nil && values[root] == values[otherRoot]
    case (.variable(let one), .value(let other)): return values[root(one, of: 0)] == other
    case (.value(let one), .variable(let other)): return values[root(other, of: 1)] == one
    case (.any, _), (_, .any): return false
    }
  }

  /// Makes two sentences of two rules the same; `false` when they cannot be.
  mutating func unify(
    _ one: Sentence, of rule: Int, _ other: Sentence, of otherRule: Int
  ) -> Bool {
    guard one.terms.count == other.terms.count else { return false }
    for (first, second) in zip(one.terms, other.terms) {
      guard unify(first, of: rule, second, of: otherRule) else { return false }
    }
    return true
  }

  private mutating func bind(_ root: Int, _ value: ValueID) -> Bool {
    if let known = values[root] { return known == value }
    values[root] = value
    return true
  }
}
