import MootLanguage

/// A literal by its table, its row there, and 0 for the positive or 1 for the negative one.
struct Literal {
  let table: Int
  let row: Int
  let side: Int
}

/// The rule instances for the literals of one class, as they are found.
struct Firings {
  /// Whether conflicting literals can both have reasons; if not, no instance needs to be kept.
  let isDisputed: Bool
  /// From where on every literal of the class that is not listed is out.
  let unlistedOut: UInt64
  /// For each predicate of the class and each of its literals, what its instances come to.
  private var summaries: [[Summary]]
  private var kept: [Firing] = []
  /// The values by which undercutters and preferences speak of instances.
  private(set) var keys: [UInt32] = []

  /// A rule instance that is kept.
  struct Firing {
    /// The rule, or -1 for a fact.
    let rule: Int
    let force: Rule.Force
    let bounds: Bounds
    /// The place of its first key.
    let keys: Int
    /// The next one for the same literal, or -1.
    let next: Int
  }

  /// What the instances for a literal come to, defeaters apart: strict ones at level 4.
  struct Summary {
    /// From where on one of them fires.
    var live = Levels(repeating: Bounds.never)
    /// From where on all are dead.
    var dead = Levels(repeating: 0)
    /// The first one that is kept, or -1.
    var first = -1
    /// Whether there is any, also a defeater.
    var hasInstance = false
  }

  /// Creates the firings of a class with so many predicates.
  init(predicateCount: Int, isDisputed: Bool, unlistedOut: UInt64) {
    summaries = Array(repeating: [], count: predicateCount)
    self.isDisputed = isDisputed
    self.unlistedOut = unlistedOut
  }

  /// Keeps the keys of an instance, and returns their place.
  mutating func keep(_ values: [UInt32]) -> Int {
    keys += values
    return keys.count - values.count
  }

  /// Adds an instance for a literal of the predicate at a place in the class.
  mutating func add(
    _ rule: Int, _ force: Rule.Force, _ bounds: Bounds, keys: Int, _ place: Int, _ literal: Literal
  ) {
    let index = literal.row * 2 + literal.side
    while summaries[place].count <= index { summaries[place].append(Summary()) }
    summaries[place][index].hasInstance = true
    if force != .defeater {
      let levels = force == .strict ? 4 : 3
      for level in 0..<levels {
        summaries[place][index].live[level] = min(
          summaries[place][index].live[level], bounds.live[level])
        summaries[place][index].dead[level] = max(
          summaries[place][index].dead[level], bounds.dead[level])
      }
    }
    guard isDisputed else { return }
    kept.append(
      Firing(
        rule: rule, force: force, bounds: bounds, keys: keys, next: summaries[place][index].first))
    summaries[place][index].first = kept.count - 1
  }

  /// What the instances for a literal come to.
  func summary(_ place: Int, _ literal: Literal) -> Summary {
    let index = literal.row * 2 + literal.side
    return index < summaries[place].count ? summaries[place][index] : Summary()
  }

  /// Whether there are no instances for a literal.
  func hasNone(_ place: Int, _ literal: Literal) -> Bool {
    let index = literal.row * 2 + literal.side
    return index >= summaries[place].count || !summaries[place][index].hasInstance
  }

  /// The instances for a literal that are kept.
  func firings(_ place: Int, _ literal: Literal) -> [Firing] {
    var found: [Firing] = []
    var next = summary(place, literal).first
    while next >= 0 {
      found.append(kept[next])
      next = kept[next].next
    }
    return found
  }
}
