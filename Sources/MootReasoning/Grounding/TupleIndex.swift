/// Finds the one row of a table with given arguments; grows with the table.
struct TupleIndex {
  /// Rows by the hash of their arguments, with linear probing, at most half full; or by their only argument.
  var slots: [UInt32] = []
  /// Whether slots are by the only argument, as values are few for the number of rows.
  private(set) var isByValue = false
  /// The number of rows indexed.
  var count = 0

  /// Adds the rows that are not indexed yet; no two rows may be the same.
  mutating func catchUp(with columns: [[UInt32]], count end: Int) {
    guard count < end else { return }
    reserve(end, columns, greatest: columns.count == 1 ? columns[0][count..<end].max() : nil)
    if isByValue {
      for row in count..<end { slots[Int(columns[0][row])] = UInt32(row) }
    } else if columns.count == 2 {
      let (first, second) = (columns[0], columns[1])
      for row in count..<end {
        add(UInt32(row), finished(mixed(mixed(hashSeed, first[row]), second[row])))
      }
    } else {
      for row in count..<end { add(UInt32(row), hash(ofRow: row, columns)) }
    }
    count = end
  }

  /// The row with these arguments, or none.
  func row(of tuple: [UInt32], in columns: [[UInt32]]) -> UInt32 {
    guard !slots.isEmpty else { return ColumnIndex.none }
    guard !isByValue else {
      return Int(tuple[0]) < slots.count ? slots[Int(tuple[0])] : ColumnIndex.none
    }
    var hash = hashSeed
    for value in tuple { hash = mixed(hash, value) }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: finished(hash)) & mask
    var row = slots[slot]
    while row != ColumnIndex.none {
      var column = 0
      while column < tuple.count, columns[column][Int(row)] == tuple[column] { column += 1 }
      if column == tuple.count { return row }
      slot = (slot + 1) & mask
      row = slots[slot]
    }
    return ColumnIndex.none
  }

  /// Whether some tuple occurs twice in `columns`.
  static func hasDuplicates(_ columns: [[UInt32]], count: Int) -> Bool {
    var index = TupleIndex()
    index.reserve(count, columns)
    for row in 0..<count {
      var slot = Int(truncatingIfNeeded: index.hash(ofRow: row, columns)) & (index.slots.count - 1)
      while index.slots[slot] != ColumnIndex.none {
        let other = Int(index.slots[slot])
        if columns.allSatisfy({ $0[other] == $0[row] }) { return true }
        slot = (slot + 1) & (index.slots.count - 1)
      }
      index.slots[slot] = UInt32(row)
    }
    return false
  }

  /// Makes room for `room` rows; `greatest` is the greatest value to come in a table of one column.
  mutating func reserve(_ room: Int, _ columns: [[UInt32]], greatest: UInt32? = nil) {
    let isEnough = isByValue ? Int(greatest ?? 0) < slots.count : room * 2 <= slots.count
    guard !isEnough else { return }
    if let greatest {
      let end = 1 + Int(max(greatest, columns[0][..<count].max() ?? 0))
      isByValue = end <= room * Self.mostSlots
      if isByValue {
        return place(in: max(end, min(slots.count * 2, room * Self.mostSlots)), columns)
      }
    }
    var size = 16
    while room * 2 > size { size *= 2 }
    place(in: size, columns)
  }

  /// The most slots for each row of a table of one column, above which they are not by value.
  private static let mostSlots = 8

  /// Puts the rows into a number of new slots.
  private mutating func place(in size: Int, _ columns: [[UInt32]]) {
    slots = Array(repeating: ColumnIndex.none, count: size)
    if isByValue {
      for row in 0..<count { slots[Int(columns[0][row])] = UInt32(row) }
    } else {
      for row in 0..<count { add(UInt32(row), hash(ofRow: row, columns)) }
    }
  }

  private mutating func add(_ row: UInt32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != ColumnIndex.none { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = row
  }

  private func hash(ofRow row: Int, _ columns: [[UInt32]]) -> UInt64 {
    var hash = hashSeed
    for column in columns { hash = mixed(hash, column[row]) }
    return finished(hash)
  }
}
