import MootLanguage

/// An instance of a rule (or a fact) that can fire, as seen from the literal it concludes.
struct Firing {
  /// The rule's index, or `fact`.
  let rule: Int32
  /// Its firing grade from below.
  let lower: UInt8
  /// Its firing grade from above.
  let upper: UInt8
  /// The index of its first key value among all keys.
  let key: UInt32

  /// What stands for the rule of a fact.
  static let fact: Int32 = -1

  /// A fact.
  static let stated = Firing(rule: fact, lower: 4, upper: 4, key: 0)
}

/// The firings for the literals of a class, while it is open.
struct FiringStore {
  /// The values of the keys by which undercutters and preferences speak of instances.
  private(set) var keys: [UInt32] = []
  /// The firings of each signed predicate, by `Theory.index(of:)`.
  private var lists: [Int: List] = [:]
  /// The number of firings.
  private(set) var count = 0

  fileprivate struct List {
    var rows: [UInt32] = []
    var firings: [Firing] = []
    var starts: [UInt32] = []
  }

  /// Adds a firing for a literal.
  mutating func add(_ firing: Firing, for predicate: SignedPredicate, row: Int) {
    lists[Theory.index(of: predicate), default: List()].append(firing, row)
    count += 1
  }

  /// Keeps key values, and returns where.
  mutating func keep(_ values: some Sequence<UInt32>) -> UInt32 {
    let start = UInt32(keys.count)
    keys.append(contentsOf: values)
    return start
  }

  /// Sorts the firings by the atom they are for, in linear time.
  mutating func arrange(rowCount: (Int) -> Int) {
    for predicate in lists.keys { lists[predicate]?.arrange(rowCount(predicate / 2)) }
  }

  /// The firings for a literal.
  func firings(_ predicate: Int, isPositive: Bool, row: Int) -> ArraySlice<Firing> {
    guard let list = lists[predicate * 2 + (isPositive ? 0 : 1)], row + 1 < list.starts.count else {
      return []
    }
    return list.firings[Int(list.starts[row])..<Int(list.starts[row + 1])]
  }
}

extension FiringStore.List {
  fileprivate mutating func append(_ firing: Firing, _ row: Int) {
    rows.append(UInt32(row))
    firings.append(firing)
  }

  fileprivate mutating func arrange(_ rowCount: Int) {
    starts = Array(repeating: 0, count: rowCount + 1)
    for row in rows { starts[Int(row) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var sorted = firings
    for (row, firing) in zip(rows, firings) {
      sorted[Int(next[Int(row)])] = firing
      next[Int(row)] += 1
    }
    firings = sorted
    rows = []
  }
}
