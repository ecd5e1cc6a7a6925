/// Finds the one row of a table with given arguments; grows with the table.
struct TupleIndex {
  /// Rows by the hash of their arguments, with linear probing, at most half full; by value while `isDirect`.
  private var slots: [UInt32] = []
  /// Whether rows are found by value, as long as the values of the one column are dense enough.
  private var isDirect = true
  /// The number of rows indexed.
  private(set) var count = 0

  /// Adds the rows that are not indexed yet; no two rows may be the same.
  mutating func catchUp(with columns: [[UInt32]], count end: Int) {
    guard count < end else { return }
    if makesDirectRoom(for: columns[0][count..<end].max() ?? 0, end, columns) {
      for row in count..<end { slots[Int(columns[0][row])] = UInt32(row) }
      count = end
      return
    }
    reserve(end, columns)
    if columns.count == 2 {
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
    if isDirect, columns.count == 1 {
      return tuple[0] < UInt32(slots.count) ? slots[Int(tuple[0])] : ColumnIndex.none
    }
    var hash = hashSeed
    for value in tuple { hash = mixed(hash, value) }
    var slot = Int(truncatingIfNeeded: finished(hash)) & (slots.count - 1)
    while slots[slot] != ColumnIndex.none {
      let row = Int(slots[slot])
      if columns.indices.allSatisfy({ columns[$0][row] == tuple[$0] }) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return ColumnIndex.none
  }

  /// For each of `count` tuples of two values, its row; where it is new, it is appended to the columns.
  mutating func findOrAppend(
    _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>, count tupleCount: Int,
    to columns: inout [[UInt32]], rows: UnsafeMutablePointer<UInt32>
  ) {
    var firsts: [UInt32] = []
    var seconds: [UInt32] = []
    swap(&firsts, &columns[0])
    swap(&seconds, &columns[1])
    defer {
      swap(&firsts, &columns[0])
      swap(&seconds, &columns[1])
    }
    isDirect = false
    if (count + tupleCount) * 2 > slots.count {
      reserve(count + tupleCount, [firsts, seconds])
    }
    let mask = slots.count - 1
    for index in 0..<tupleCount {
      let (one, two) = (first[index], second[index])
      var slot = Int(truncatingIfNeeded: finished(mixed(mixed(hashSeed, one), two))) & mask
      while true {
        let row = slots[slot]
        if row == ColumnIndex.none {
          slots[slot] = UInt32(count)
          rows[index] = UInt32(count)
          firsts.append(one)
          seconds.append(two)
          count += 1
          break
        }
        if firsts[Int(row)] == one, seconds[Int(row)] == two {
          rows[index] = row
          break
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// For each of `count` tuples, a pointer for each column, its row; where it is new, it is appended.
  mutating func findOrAppend(
    _ arguments: [UnsafePointer<UInt32>], count tupleCount: Int, to columns: inout [[UInt32]],
    rows: UnsafeMutablePointer<UInt32>
  ) {
    if arguments.count == 1, appendDirectly(arguments[0], tupleCount, &columns[0], rows) { return }
    reserve(count + tupleCount, columns)
    let mask = slots.count - 1
    for index in 0..<tupleCount {
      var hash = hashSeed
      for argument in arguments { hash = mixed(hash, argument[index]) }
      var slot = Int(truncatingIfNeeded: finished(hash)) & mask
      while slots[slot] != ColumnIndex.none,
        !arguments.indices.allSatisfy({ columns[$0][Int(slots[slot])] == arguments[$0][index] })
      {
        slot = (slot + 1) & mask
      }
      if slots[slot] == ColumnIndex.none {
        slots[slot] = UInt32(count)
        for column in arguments.indices { columns[column].append(arguments[column][index]) }
        count += 1
      }
      rows[index] = slots[slot]
    }
  }

  /// Finds or appends by value; `false` where values are not dense enough.
  private mutating func appendDirectly(
    _ values: UnsafePointer<UInt32>, _ valueCount: Int, _ column: inout [UInt32],
    _ rows: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    var greatest: UInt32 = 0
    for index in 0..<valueCount { greatest = max(greatest, values[index]) }
    guard makesDirectRoom(for: greatest, count + valueCount, [column]) else { return false }
    for index in 0..<valueCount {
      let value = values[index]
      var row = slots[Int(value)]
      if row == ColumnIndex.none {
        row = UInt32(count)
        slots[Int(value)] = row
        column.append(value)
        count += 1
      }
      rows[index] = row
    }
    return true
  }

  /// Makes room for finding rows by value; `false` where that would take too much, and then rows are found by
  /// hash from now on.
  private mutating func makesDirectRoom(
    for greatest: UInt32, _ rowCount: Int, _ columns: [[UInt32]]
  ) -> Bool {
    guard isDirect else { return false }
    let end = Int(greatest) + 1
    if columns.count == 1, end <= max(rowCount * 8 + 4096, slots.count) {
      if end > slots.count {
        let room = max(end, min(slots.count * 2, rowCount * 8))
        slots.append(contentsOf: repeatElement(ColumnIndex.none, count: room - slots.count))
      }
      return true
    }
    isDirect = false
    slots = []
    let known = count
    count = 0
    if known > 0 { catchUp(with: columns, count: known) }
    return false
  }

  /// Whether some tuple occurs twice in `columns`.
  static func hasDuplicates(_ columns: [[UInt32]], count: Int) -> Bool {
    var index = TupleIndex()
    index.isDirect = false
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

  /// Makes room for `room` rows.
  private mutating func reserve(_ room: Int, _ columns: [[UInt32]]) {
    guard room * 2 > slots.count else { return }
    var size = max(16, slots.count)
    while room * 2 > size { size *= 2 }
    slots = Array(repeating: ColumnIndex.none, count: size)
    for row in 0..<count { add(UInt32(row), hash(ofRow: row, columns)) }
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
