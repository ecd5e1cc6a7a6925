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
  /// The number of atoms that can be in; those that come up later are listed nowhere, and so are out.
  var loadedCount = 0
  /// The labels of literals that are not listed.
  let unlisted: [UInt32]
  private var rows: RowIndex
  private var indexes: [RowIndex] = []
  private var growing: [RowIndex] = []

  /// Creates an empty table.
  init(arity: Int, unlisted: [UInt32]) {
    columns = Array(repeating: [], count: arity)
    self.unlisted = unlisted
    rows = RowIndex(columns: Array(0..<arity))
  }

  /// The row of some arguments, if there is one.
  func row(of tuple: [UInt32]) -> Int? {
    var row = rows.first(RowIndex.hash(tuple))
    while row != RowIndex.none {
      if columns.indices.allSatisfy({ columns[$0][Int(row)] == tuple[$0] }) { return Int(row) }
      row = rows.next(after: row)
    }
    return nil
  }

  /// The row of some arguments, which is added if it is new.
  mutating func insert(_ tuple: [UInt32]) -> Int {
    if let row = row(of: tuple) { return row }
    for column in columns.indices { columns[column].append(tuple[column]) }
    for side in 0...1 { labels[side].append(unlisted[side]) }
    stated.append(0)
    count += 1
    rows.catchUp(with: columns, count: count)
    return count - 1
  }

  /// An argument of an atom.
  func argument(_ column: Int, _ row: Int) -> UInt32 { columns[column][row] }

  /// The arguments of an atom.
  func arguments(_ row: Int) -> [UInt32] { columns.map { $0[row] } }

  /// The number of an index of the loaded rows by some columns; it is not changed by rows that are added, so that
  /// walks along it miss nothing.
  mutating func index(on columns: [Int]) -> Int {
    if let known = indexes.firstIndex(where: { $0.columns == columns }) { return known }
    var index = RowIndex(columns: columns)
    index.catchUp(with: self.columns, count: loadedCount)
    indexes.append(index)
    return indexes.count - 1
  }

  /// All rows whose values in some columns have a hash, later ones too.
  mutating func rows(_ columns: [Int], _ hash: UInt64) -> [Int] {
    if columns.isEmpty { return Array(0..<count) }
    if !growing.contains(where: { $0.columns == columns }) {
      growing.append(RowIndex(columns: columns))
    }
    var found: [Int] = []
    for index in growing.indices where growing[index].columns == columns {
      growing[index].catchUp(with: self.columns, count: count)
      var row = growing[index].first(hash)
      while row != RowIndex.none {
        found.append(Int(row))
        row = growing[index].next(after: row)
      }
    }
    return found
  }

  /// The first row of an index with a hash.
  func first(_ hash: UInt64, index: Int) -> UInt32 { indexes[index].first(hash) }

  /// The row of an index behind another.
  func next(after row: UInt32, index: Int) -> UInt32 { indexes[index].next(after: row) }
}

/// Chains of the rows of a table whose values in some columns have the same hash.
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

  /// The first row with a hash.
  func first(_ hash: UInt64) -> UInt32 { heads[Int(truncatingIfNeeded: hash) & (heads.count - 1)] }

  /// The next row with the same one.
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
