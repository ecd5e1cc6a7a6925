extension Table {
  /// Adds the pairs that are not in the table yet, found by a bit each.
  ///
  /// `false` where that would take too much room; then nothing is changed.
  mutating func addPairs(
    _ conclusions: Conclusions, _ standing: UInt8, chosen: UnsafeMutablePointer<UInt32>,
    risen: inout RowRuns?
  ) -> Bool {
    guard arity == 2, count >= fewestPairs else { return false }
    var set = pairs ?? PairSet()
    pairs = nil
    guard set.catchUp(with: columns, count: count),
      let new = set.insert(conclusions, chosen: chosen, rowCount: count)
    else { return refusePairs() }
    for column in 0..<2 {
      columns[column].append(new, of: conclusions.arguments[column], chosenBy: chosen)
    }
    pairs = set
    noteRisen(new, standing, conclusions.isPositive, risen: &risen)
    return true
  }

  /// The pairs as rows of bits, where that takes little room and uniting rows is faster than going through
  /// their pairs.
  mutating func rowsOfPairs(isReversed: Bool) -> PairSet? {
    guard count >= fewestPairs else { return nil }
    var set = (isReversed ? reversedPairs : pairs) ?? PairSet()
    guard set.catchUp(with: isReversed ? columns.reversed() : columns, count: count) else {
      _ = refusePairs()
      return nil
    }
    if isReversed { reversedPairs = set } else { pairs = set }
    return count / set.rowCost * 6 >= set.rowCost * 64 ? set : nil
  }

  /// Adds to the pairs of some values those of `keys` in a set; `false` where that cannot be, and then nothing
  /// is changed.
  ///
  /// - Parameter isReversed: whether the values are the second ones of the pairs.
  mutating func unite(
    _ values: UnsafePointer<UInt32>, isReversed: Bool, withRowsOf keys: UnsafePointer<UInt32>,
    in other: PairSet,
    count rows: Int, _ standing: UInt8, isPositive: Bool, risen: inout RowRuns?
  ) -> Bool {
    let side = isPositive ? positive : negative
    guard arity == 2, side.isUniform, count == 0 || side.uniform == standing else { return false }
    guard count == 0 || fewestPairs <= PairSet.fewestRows || count >= fewestPairs else {
      return false
    }
    var set = (isReversed ? reversedPairs : pairs) ?? PairSet()
    if isReversed { columns.swapAt(0, 1) }
    defer { if isReversed { columns.swapAt(0, 1) } }
    if isReversed { reversedPairs = nil } else { pairs = nil }
    guard set.catchUp(with: columns, count: count),
      let new = set.unite(values, withRowsOf: keys, in: other, count: rows, columns: &columns)
    else { return refusePairs() }
    if isReversed { reversedPairs = set } else { pairs = set }
    noteRisen(new, standing, isPositive, risen: &risen)
    return true
  }

  /// Whether pairs are found by bits and all have the standing of those to come.
  func keepsPairs(_ standing: UInt8, isPositive: Bool) -> Bool {
    guard arity == 2, count >= fewestPairs else { return false }
    return standingOfAll(isPositive: isPositive)?.raw == standing
  }

  /// Adds the new pairs on a way from a cursor to the next pause; `false` where that would take too much room,
  /// and then nothing is changed.
  mutating func follow(
    _ way: PairWay, _ cursor: inout PairWay.Cursor, _ standing: UInt8, isPositive: Bool,
    _ room: Scratch.Room, risen: inout RowRuns?
  ) -> Bool {
    var set = (way.isReversed ? reversedPairs : pairs) ?? PairSet()
    if way.isReversed { reversedPairs = nil } else { pairs = nil }
    let start = cursor
    guard set.catchUp(with: way.isReversed ? columns.reversed() : columns, count: count),
      set.follow(way, &cursor, room, rowCount: count)
    else {
      cursor = start
      return refusePairs()
    }
    if way.isReversed { reversedPairs = set } else { pairs = set }
    let (firsts, seconds) =
      way.isReversed ? (room.rows, room.bindings) : (room.bindings, room.rows)
    columns[0].append(cursor.new, of: firsts)
    columns[1].append(cursor.new, of: seconds)
    noteRisen(cursor.new, standing, isPositive, risen: &risen)
    return true
  }

  /// Takes note that pairs of so few rows take too much room, so that it is not tried again for each block.
  private mutating func refusePairs() -> Bool {
    fewestPairs = max(fewestPairs, count * 2)
    return false
  }
}

extension [UInt32] {
  /// Appends the first values at a place in memory.
  fileprivate mutating func append(_ more: Int, of values: UnsafePointer<UInt32>) {
    reserveRoom(more)
    append(contentsOf: UnsafeBufferPointer(start: values, count: more))
  }

  /// Appends of the values at a place in memory those with certain indices.
  fileprivate mutating func append(
    _ more: Int, of values: UnsafePointer<UInt32>, chosenBy indices: UnsafePointer<UInt32>
  ) {
    reserveRoom(more)
    for index in 0..<more { append(values[Int(indices[index])]) }
  }

  /// Makes room for more elements: at first four times what there is, as room that is not filled costs nothing,
  /// and copying to and fro does.
  private mutating func reserveRoom(_ more: Int) {
    guard count + more > capacity else { return }
    reserveCapacity(Swift.max(count + more, capacity * (count < 1 << 22 ? 4 : 2)))
  }
}
