/// Finds the rows of a table by the values in some of its columns; grows with the table.
///
/// Rows with the same key hang together in a chain, the newest first.
struct ColumnIndex {
  /// The columns looked up, ascending.
  let columns: [Int]
  /// The first row of each chain: by value while `isDirect`, else by hash with linear probing.
  private var heads: [UInt32] = []
  /// For each row, the next one of its chain.
  private var following: [UInt32] = []
  /// Whether chains are found by value, as long as the values of the one column are dense enough.
  private(set) var isDirect: Bool
  private var distinct = 0

  /// No row.
  static let none = UInt32.max

  /// Creates an index on `columns`.
  init(columns: [Int]) {
    self.columns = columns
    isDirect = columns.count == 1
  }

  /// Adds the rows of `table` that are not indexed yet.
  mutating func catchUp(with table: [[UInt32]], count: Int) {
    guard following.count < count else { return }
    if count > following.capacity { following.reserveCapacity(max(count, following.capacity * 2)) }
    if isDirect { catchUpDirectly(with: table[columns[0]], count: count) }
    if !isDirect { catchUpByHash(with: table, count: count) }
  }

  /// The first row whose key columns equal `key`, in no particular but a fixed order.
  func first(_ key: [UInt32], in table: [[UInt32]]) -> UInt32 {
    if isDirect { return key[0] < UInt32(heads.count) ? heads[Int(key[0])] : Self.none }
    guard !heads.isEmpty else { return Self.none }
    var slot = Int(truncatingIfNeeded: hash(key)) & (heads.count - 1)
    while heads[slot] != Self.none {
      let row = Int(heads[slot])
      if columns.indices.allSatisfy({ table[columns[$0]][row] == key[$0] }) { return heads[slot] }
      slot = (slot + 1) & (heads.count - 1)
    }
    return Self.none
  }

  /// The next row with the same key.
  func next(after row: UInt32) -> UInt32 { following[Int(row)] }

  /// Gives `body` the chains: heads by value, or `nil` where they are found by hash, and for each row the next.
  @inline(__always)
  func reading(
    _ body: (_ heads: UnsafeBufferPointer<UInt32>?, _ following: UnsafeBufferPointer<UInt32>) ->
      Void
  ) {
    following.withUnsafeBufferPointer { following in
      if isDirect {
        heads.withUnsafeBufferPointer { body($0, following) }
      } else {
        body(nil, following)
      }
    }
  }

  private mutating func catchUpDirectly(with values: [UInt32], count: Int) {
    let first = following.count
    var greatest: UInt32 = 0
    for row in first..<count { greatest = max(greatest, values[row]) }
    guard Int(greatest) < count &* 8 + 4096 || Int(greatest) < heads.count else {
      isDirect = false
      heads = []
      following = []
      distinct = 0
      return
    }
    if Int(greatest) >= heads.count {
      let room = max(Int(greatest) + 1, min(heads.count * 2, count * 8))
      heads.append(contentsOf: repeatElement(Self.none, count: room - heads.count))
    }
    for row in first..<count {
      let value = Int(values[row])
      following.append(heads[value])
      heads[value] = UInt32(row)
    }
  }

  private mutating func catchUpByHash(with table: [[UInt32]], count: Int) {
    for row in following.count..<count {
      if distinct * 2 >= heads.count { grow(table) }
      let slot = self.slot(of: UInt32(row), table)
      following.append(heads[slot])
      if heads[slot] == Self.none { distinct += 1 }
      heads[slot] = UInt32(row)
    }
  }

  private func slot(of row: UInt32, _ table: [[UInt32]]) -> Int {
    var hash = hashSeed
    for column in columns { hash = mixed(hash, table[column][Int(row)]) }
    var slot = Int(truncatingIfNeeded: finished(hash)) & (heads.count - 1)
    while heads[slot] != Self.none {
      let other = Int(heads[slot])
      if columns.allSatisfy({ table[$0][other] == table[$0][Int(row)] }) { return slot }
      slot = (slot + 1) & (heads.count - 1)
    }
    return slot
  }

  private mutating func grow(_ table: [[UInt32]]) {
    let known = heads.filter { $0 != Self.none }
    heads = Array(repeating: Self.none, count: max(16, heads.count * 4))
    for head in known { heads[slot(of: head, table)] = head }
  }

  private func hash(_ key: [UInt32]) -> UInt64 {
    var hash = hashSeed
    for value in key { hash = mixed(hash, value) }
    return finished(hash)
  }
}

/// What hashing begins with; fixed, so that the same input takes the same path.
let hashSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

/// A hash with one more value.
@inline(__always)
func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
  let product = (hash ^ UInt64(value)) &* 0xD6E8_FEB8_6659_FD93
  return product ^ product >> 32
}

/// A hash whose low bits depend on all values.
@inline(__always)
func finished(_ hash: UInt64) -> UInt64 {
  let product = hash &* 0xD6E8_FEB8_6659_FD93
  return product ^ product >> 29
}
