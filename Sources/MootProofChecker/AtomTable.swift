/// The atoms of one predicate that a certificate or a fact speaks of, or that come up while checking.
struct AtomTable {
  /// The arguments: one column each.
  private(set) var columns: [[UInt32]]
  /// The number of atoms.
  private(set) var count = 0
  /// For the positive and the negative literal of each atom, the number of its labels.
  var labels: [[UInt32]] = [[], []]
  /// For each atom what facts state, a bit each: positive, negative; left open by dates: positive, negative.
  var stated: [UInt8] = []
  /// The labels of literals that are not listed.
  let unlisted: [UInt32]
  /// The index by all columns, and behind it those by some that were asked for.
  private var indexes: [RowIndex]

  /// Creates an empty table.
  init(arity: Int, unlisted: [UInt32]) {
    columns = Array(repeating: [], count: arity)
    self.unlisted = unlisted
    indexes = [RowIndex(columns: Array(0..<arity))]
  }

  /// The row of some arguments, which is added if it is new.
  mutating func insert(_ tuple: [UInt32]) -> Int {
    var row = indexes[0].first(RowIndex.hash(tuple))
    while row != RowIndex.none {
      if columns.indices.allSatisfy({ columns[$0][Int(row)] == tuple[$0] }) { return Int(row) }
      row = indexes[0].next(after: row)
    }
    for column in columns.indices { columns[column].append(tuple[column]) }
    for side in 0...1 { labels[side].append(unlisted[side]) }
    stated.append(0)
    count += 1
    catchUp(index: 0)
    return count - 1
  }

  /// The arguments of an atom.
  func arguments(_ row: Int) -> [UInt32] { columns.map { $0[row] } }

  /// The number of the index by some columns, in which all atoms are now.
  mutating func index(on columns: [Int]) -> Int {
    let known = indexes.firstIndex { $0.columns == columns } ?? indexes.count
    if known == indexes.count { indexes.append(RowIndex(columns: columns)) }
    catchUp(index: known)
    return known
  }

  /// Takes the atoms that were added into an index; walks along it go on as before, from later rows to earlier.
  mutating func catchUp(index: Int) { indexes[index].catchUp(with: columns, count: count) }

  /// The last row of an index with a hash.
  func first(_ hash: UInt64, index: Int) -> UInt32 { indexes[index].first(hash) }

  /// The row of an index before another.
  func next(after row: UInt32, index: Int) -> UInt32 { indexes[index].next(after: row) }
}

/// Chains of the rows of a table whose values in some columns have the same hash, the last row first.
struct RowIndex {
  /// The columns.
  let columns: [Int]
  private var heads: [UInt32] = Array(repeating: none, count: 16)
  private var following: [UInt32] = []

  /// The end of a chain.
  static let none = UInt32.max

  /// Creates an index of no rows.
  init(columns: [Int]) { self.columns = columns }

  /// The hash of a key with one more value.
  static func hash(_ value: UInt32, _ running: UInt64) -> UInt64 {
    let mixed = (running ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 32
  }

  /// The hash of a key.
  static func hash(_ key: [UInt32]) -> UInt64 { key.reduce(0) { hash($1, $0) } }

  /// The last row with a hash.
  func first(_ hash: UInt64) -> UInt32 { heads[Int(truncatingIfNeeded: hash) & (heads.count - 1)] }

  /// The one before it with the same hash.
  func next(after row: UInt32) -> UInt32 { following[Int(row)] }

  /// Takes in rows that were added.
  mutating func catchUp(with table: [[UInt32]], count: Int) {
    if count > heads.count {
      var size = heads.count
      while size < count { size *= 2 }
      heads = Array(repeating: Self.none, count: size * 2)
      following.removeAll(keepingCapacity: true)
    }
    for row in following.count..<max(count, following.count) {
      let hash = columns.reduce(0) { Self.hash(table[$1][row], $0) }
      let slot = Int(truncatingIfNeeded: hash) & (heads.count - 1)
      following.append(heads[slot])
      heads[slot] = UInt32(row)
    }
  }
}
