import MootLanguage

/// A literal by its table, its row there, and 0 for the positive or 1 for the negative one.
struct Literal: Equatable {
  let table: Int
  let row: Int
  let side: Int

  /// The predicate with the polarity.
  var predicate: SignedPredicate {
    SignedPredicate(PredicateID(raw: UInt32(table)), isPositive: side == 0)
  }
}

/// The rule instances for the literals of one class, as they are found.
struct Firings {
  /// Whether conflicting literals can both have reasons; if not, those for a literal are taken together.
  let isDisputed: Bool
  /// From where on every literal of the class that is not listed is out.
  let unlistedOut: UInt64
  /// For each predicate of the class and each of its literals, the first instance, or -1.
  private var firsts: [[Int32]]
  private var kept: [Firing] = []

  /// A rule instance.
  struct Firing {
    /// The rule, or -1 for a fact.
    let rule: Int
    let force: Rule.Force
    var bounds: Bounds
    /// The values by which undercutters and preferences speak of it.
    var keys: [UInt32] = []
    /// The next one for the same literal, or -1.
    var next: Int32 = -1
  }

  /// Creates the firings of a class with so many predicates.
  init(predicateCount: Int, isDisputed: Bool, unlistedOut: UInt64) {
    firsts = Array(repeating: [], count: predicateCount)
    (self.isDisputed, self.unlistedOut) = (isDisputed, unlistedOut)
  }

  /// Adds an instance for a literal of the predicate at a place in the class.
  mutating func add(_ firing: Firing, _ place: Int, _ literal: Literal) {
    let index = literal.row * 2 + literal.side
    while firsts[place].count <= index { firsts[place].append(-1) }
    let next = firsts[place][index]
    if !isDisputed, next >= 0 {
      kept[Int(next)].bounds = kept[Int(next)].bounds.or(firing.bounds)
    } else {
      firsts[place][index] = Int32(kept.count)
      kept.append(firing)
      kept[kept.count - 1].next = next
    }
  }

  /// The instances for a literal of the predicate at a place in the class.
  func firings(_ place: Int, _ literal: Literal) -> [Firing] {
    var found: [Firing] = []
    forEach(place, literal) { found.append($0) }
    return found
  }

  /// What the instances for a literal come to together, defeaters apart; `nil` where there are none.
  func support(_ place: Int, _ literal: Literal) -> Bounds? {
    var all: Bounds?
    forEach(place, literal) { firing in
      guard firing.force != .defeater else { return }
      all = all?.or(firing.bounds) ?? firing.bounds
    }
    return all
  }

  @inline(__always)
  private func forEach(_ place: Int, _ literal: Literal, _ body: (Firing) -> Void) {
    let index = literal.row * 2 + literal.side
    var next = index < firsts[place].count ? firsts[place][index] : -1
    while next >= 0 {
      body(kept[Int(next)])
      next = kept[Int(next)].next
    }
  }
}
