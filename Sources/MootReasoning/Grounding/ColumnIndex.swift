/// Finds the rows of a table by the values in some of its columns; grows with the table.
struct ColumnIndex {
  /// The columns looked up, ascending.
  let columns: [Int]
  private var slots: [UInt32]
  private var following: [UInt32] = []
  private var distinct = 0

  /// No row.
  static let none = UInt32.max

  /// Creates an index on `columns`.
  init(columns: [Int]) {
    self.columns = columns
    slots = Array(repeating: Self.none, count: 16)
  }

  /// Adds the rows of `table` that are not indexed yet.
  mutating func catchUp(with table: [[UInt32]], count: Int) {
    guard following.count < count else { return }
    while following.count < count {
      insert(UInt32(following.count), table)
    }
  }

  /// The first row whose key columns equal `key`, in no particular but a fixed order.
  func first(_ key: [UInt32], in table: [[UInt32]]) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash(key)) & (slots.count - 1)
    while slots[slot] != Self.none {
      let row = Int(slots[slot])
      if columns.indices.allSatisfy({ table[columns[$0]][row] == key[$0] }) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return Self.none
  }

  /// The next row with the same key.
  func next(after row: UInt32) -> UInt32 { following[Int(row)] }

  private mutating func insert(_ row: UInt32, _ table: [[UInt32]]) {
    if distinct * 2 >= slots.count { grow(table) }
    let slot = self.slot(of: row, table)
    following.append(slots[slot])
    if slots[slot] == Self.none { distinct += 1 }
    slots[slot] = row
  }

  private func slot(of row: UInt32, _ table: [[UInt32]]) -> Int {
    var hash = hashSeed
    for column in columns { hash = mixed(hash, table[column][Int(row)]) }
    var slot = Int(truncatingIfNeeded: finished(hash)) & (slots.count - 1)
    while slots[slot] != Self.none {
      let other = Int(slots[slot])
      if columns.allSatisfy({ table[$0][other] == table[$0][Int(row)] }) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow(_ table: [[UInt32]]) {
    let heads = slots.filter { $0 != Self.none }
    slots = Array(repeating: Self.none, count: slots.count * 4)
    for head in heads { slots[slot(of: head, table)] = head }
  }

  private func hash(_ key: [UInt32]) -> UInt64 {
    var hash = hashSeed
    for value in key { hash = mixed(hash, value) }
    return finished(hash)
  }
}

/// What hashing begins with; fixed, so that the same input takes the same path.
private let hashSeed: UInt64 = 0x9E37_79B9_7F4A_7C15

private func mixed(_ hash: UInt64, _ value: UInt32) -> UInt64 {
  let product = (hash ^ UInt64(value)) &* 0xD6E8_FEB8_6659_FD93
  return product ^ product >> 32
}

private func finished(_ hash: UInt64) -> UInt64 {
  let product = hash &* 0xD6E8_FEB8_6659_FD93
  return product ^ product >> 29
}
