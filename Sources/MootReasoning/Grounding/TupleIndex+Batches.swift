extension TupleIndex {
  /// The values of one argument of many tuples.
  enum Argument {
    /// One value a tuple.
    case values(UnsafePointer<UInt32>)
    /// The same value in all tuples.
    case constant(UInt32)

    /// The value in a tuple.
    @inline(__always)
    subscript(tuple: Int) -> UInt32 {
      switch self {
      case .values(let values): values[tuple]
      case .constant(let value): value
      }
    }
  }

  /// How many slots are read before what is in them is looked at: the processor fetches many of them at a time.
  private static var stretch: Int { 1024 }

  /// For each of some tuples its row, or `ColumnIndex.none`.
  func find(
    _ arguments: [Argument], count wanted: Int, in columns: [[UInt32]],
    rows: UnsafeMutablePointer<UInt32>
  ) {
    guard !slots.isEmpty else {
      return rows.update(repeating: ColumnIndex.none, count: wanted)
    }
    if isByValue {
      for index in 0..<wanted {
        let value = Int(arguments[0][index])
        rows[index] = value < slots.count ? slots[value] : ColumnIndex.none
      }
      return
    }
    let mask = slots.count - 1
    for index in 0..<wanted { rows[index] = slots[Self.slot(arguments, index, mask)] }
    for index in 0..<wanted {
      guard rows[index] != ColumnIndex.none,
        !Self.isSame(Int(rows[index]), columns, arguments, index)
      else { continue }
      var slot = Self.slot(arguments, index, mask)
      repeat {
        slot = (slot + 1) & mask
        rows[index] = slots[slot]
      } while rows[index] != ColumnIndex.none
        && !Self.isSame(Int(rows[index]), columns, arguments, index)
    }
  }

  /// For each of some tuples of two values, its row; where it is new, it is appended to the columns.
  mutating func findOrAppend(
    _ first: UnsafePointer<UInt32>, _ second: UnsafePointer<UInt32>, count tupleCount: Int,
    to columns: inout [[UInt32]], rows: UnsafeMutablePointer<UInt32>
  ) {
    reserve(count + tupleCount, columns)
    var firsts: [UInt32] = []
    var seconds: [UInt32] = []
    swap(&firsts, &columns[0])
    swap(&seconds, &columns[1])
    defer {
      swap(&firsts, &columns[0])
      swap(&seconds, &columns[1])
    }
    let mask = slots.count - 1
    func slot(_ index: Int) -> Int {
      let hash = finished(mixed(mixed(hashSeed, first[index]), second[index]))
      return Int(truncatingIfNeeded: hash) & mask
    }
    for index in 0..<tupleCount {
      if index & (Self.stretch - 1) == 0 {
        for next in index..<min(index + Self.stretch, tupleCount) { rows[next] = slots[slot(next)] }
      }
      let (one, two) = (first[index], second[index])
      if rows[index] != ColumnIndex.none {
        let row = Int(rows[index])
        if firsts[row] == one, seconds[row] == two { continue }
      }
      var slot = slot(index)
      while slots[slot] != ColumnIndex.none {
        let row = Int(slots[slot])
        if firsts[row] == one, seconds[row] == two { break }
        slot = (slot + 1) & mask
      }
      if slots[slot] == ColumnIndex.none {
        slots[slot] = UInt32(count)
        firsts.append(one)
        seconds.append(two)
        count += 1
      }
      rows[index] = slots[slot]
    }
  }

  /// For each of some tuples, a pointer for each column, its row; where it is new, it is appended.
  mutating func findOrAppend(
    _ arguments: [UnsafePointer<UInt32>], count tupleCount: Int, to columns: inout [[UInt32]],
    rows: UnsafeMutablePointer<UInt32>
  ) {
    let values = UnsafeBufferPointer(start: arguments[0], count: tupleCount)
    reserve(count + tupleCount, columns, greatest: columns.count == 1 ? values.max() : nil)
    if isByValue { return findOrAppend(values, to: &columns[0], rows: rows) }
    let arguments = arguments.map { Argument.values($0) }
    let mask = slots.count - 1
    for index in 0..<tupleCount {
      if index & (Self.stretch - 1) == 0 {
        for next in index..<min(index + Self.stretch, tupleCount) {
          rows[next] = slots[Self.slot(arguments, next, mask)]
        }
      }
      if rows[index] != ColumnIndex.none,
        Self.isSame(Int(rows[index]), columns, arguments, index)
      {
        continue
      }
      var slot = Self.slot(arguments, index, mask)
      while slots[slot] != ColumnIndex.none,
        !Self.isSame(Int(slots[slot]), columns, arguments, index)
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

  /// For each of some values, the row that has it alone; where it is new, it is appended to the column.
  private mutating func findOrAppend(
    _ values: UnsafeBufferPointer<UInt32>, to column: inout [UInt32],
    rows: UnsafeMutablePointer<UInt32>
  ) {
    for (index, value) in values.enumerated() {
      if slots[Int(value)] == ColumnIndex.none {
        slots[Int(value)] = UInt32(count)
        column.append(value)
        count += 1
      }
      rows[index] = slots[Int(value)]
    }
  }

  /// The first slot that a tuple may be in.
  @inline(__always)
  private static func slot(_ arguments: [Argument], _ index: Int, _ mask: Int) -> Int {
    var hash = hashSeed
    for argument in arguments { hash = mixed(hash, argument[index]) }
    return Int(truncatingIfNeeded: finished(hash)) & mask
  }

  /// Whether a row has the arguments of a tuple.
  @inline(__always)
  private static func isSame(
    _ row: Int, _ columns: [[UInt32]], _ arguments: [Argument], _ index: Int
  ) -> Bool {
    var column = 0
    while column < arguments.count {
      guard columns[column][row] == arguments[column][index] else { return false }
      column += 1
    }
    return true
  }
}
