extension Table {
  /// What a block of instances concludes about one predicate.
  struct Conclusions {
    /// The arguments: a pointer for each column.
    let arguments: [UnsafePointer<UInt32>]
    /// The number of instances.
    let count: Int
    /// The standing each instance gives.
    let standings: UnsafePointer<UInt8>
    /// The standing that all instances give, where it is the same.
    let standingOfAll: UInt8?
    /// The polarity concluded.
    let isPositive: Bool
    /// Whether no two instances conclude the same, nor anything that is in the table.
    let isDistinct: Bool
  }

  /// Raises the standing of what instances conclude; the rows that rose are appended to `risen`.
  mutating func raise(
    _ conclusions: Conclusions, rows: UnsafeMutablePointer<UInt32>, risen: inout [UInt32]?
  ) {
    guard conclusions.count > 0 else { return }
    if conclusions.isDistinct { return append(conclusions, risen: &risen) }
    if isKeyed { return raiseKeyed(conclusions, risen: &risen) }
    if let standing = standingOfAll(with: conclusions) {
      if addPairs(conclusions, standing, chosen: rows, risen: &risen) { return }
      let known = count
      findOrAppend(conclusions.arguments, conclusions.count, rows)
      let new = count - known
      count = known
      noteRisen(new, standing, conclusions.isPositive, risen: &risen)
    } else {
      insert(conclusions.arguments, count: conclusions.count, rows: rows)
      raise(conclusions, at: rows, risen: &risen)
    }
    keyIfLarge()
  }

  /// The standing that all atoms have, where they keep it if the conclusions are added.
  private func standingOfAll(with conclusions: Conclusions) -> UInt8? {
    let side = conclusions.isPositive ? positive : negative
    guard let standing = conclusions.standingOfAll, side.isUniform,
      count == 0 || side.uniform == standing
    else { return nil }
    return standing
  }

  private mutating func raise(
    _ conclusions: Conclusions, at rows: UnsafeMutablePointer<UInt32>, risen: inout [UInt32]?
  ) {
    let isNoted = risen != nil
    var noted: [UInt32] = []
    func raiseAll(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
      for index in 0..<conclusions.count {
        let row = Int(rows[index])
        let known = bytes[row]
        let raised = Standing.raised(known, to: conclusions.standings[index])
        guard raised != known else { continue }
        bytes[row] = raised
        if isNoted { noted.append(rows[index]) }
      }
    }
    if conclusions.isPositive {
      positive.update(count: count, raiseAll)
    } else {
      negative.update(count: count, raiseAll)
    }
    risen?.append(contentsOf: noted)
  }

  /// Adds atoms that are not in the table.
  private mutating func append(_ conclusions: Conclusions, risen: inout [UInt32]?) {
    for column in 0..<arity {
      columns[column].append(
        contentsOf: UnsafeBufferPointer(
          start: conclusions.arguments[column], count: conclusions.count))
    }
    let standings = UnsafeBufferPointer(start: conclusions.standings, count: conclusions.count)
    var first = 0
    while first < conclusions.count {
      var end = first + 1
      while end < conclusions.count, standings[end] == standings[first] { end += 1 }
      positive.append(
        conclusions.isPositive ? standings[first] : 0, rows: end - first, count: count)
      negative.append(
        conclusions.isPositive ? 0 : standings[first], rows: end - first, count: count)
      stated.append(0, rows: end - first, count: count)
      count += end - first
      first = end
    }
    risen?.append(contentsOf: UInt32(count - conclusions.count)..<UInt32(count))
  }
}

extension Table {
  /// Adds the pairs that are not in the table yet, found by a bit each.
  ///
  /// `false` where that would take too much room; then nothing is changed.
  mutating func addPairs(
    _ conclusions: Conclusions, _ standing: UInt8, chosen: UnsafeMutablePointer<UInt32>,
    risen: inout [UInt32]?
  ) -> Bool {
    guard arity == 2, count >= PairSet.fewestRows else { return false }
    var set = pairs ?? PairSet()
    pairs = nil
    guard set.catchUp(with: columns, count: count),
      let new = set.insert(conclusions, chosen: chosen, rowCount: count)
    else { return false }
    for column in 0..<2 {
      let values = conclusions.arguments[column]
      columns[column].reserveRoom(new)
      for index in 0..<new { columns[column].append(values[Int(chosen[index])]) }
    }
    pairs = set
    noteRisen(new, standing, conclusions.isPositive, risen: &risen)
    return true
  }

  /// The pairs as rows of bits, where that takes little room and uniting rows is faster than going through
  /// their pairs.
  mutating func rowsOfPairs(isReversed: Bool) -> PairSet? {
    guard count >= PairSet.fewestRows else { return nil }
    var set = (isReversed ? reversedPairs : pairs) ?? PairSet()
    guard set.catchUp(with: isReversed ? columns.reversed() : columns, count: count) else {
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
    count rows: Int, _ standing: UInt8, isPositive: Bool, risen: inout [UInt32]?
  ) -> Bool {
    let side = isPositive ? positive : negative
    guard arity == 2, side.isUniform, count == 0 || side.uniform == standing else { return false }
    var set = (isReversed ? reversedPairs : pairs) ?? PairSet()
    if isReversed { columns.swapAt(0, 1) }
    defer { if isReversed { columns.swapAt(0, 1) } }
    if isReversed { reversedPairs = nil } else { pairs = nil }
    guard set.catchUp(with: columns, count: count),
      let new = set.unite(values, withRowsOf: keys, in: other, count: rows, columns: &columns)
    else { return false }
    if isReversed { reversedPairs = set } else { pairs = set }
    noteRisen(new, standing, isPositive, risen: &risen)
    return true
  }

  /// Takes note of rows whose arguments were appended, all with one standing.
  mutating func noteRisen(
    _ new: Int, _ standing: UInt8, _ isPositive: Bool, risen: inout [UInt32]?
  ) {
    positive.append(isPositive ? standing : 0, rows: new, count: count)
    negative.append(isPositive ? 0 : standing, rows: new, count: count)
    stated.append(0, rows: new, count: count)
    risen?.append(contentsOf: UInt32(count)..<UInt32(count + new))
    count += new
  }
}

extension Array {
  /// Makes room for more elements, doubling what there is.
  fileprivate mutating func reserveRoom(_ more: Int) {
    guard count + more > capacity else { return }
    reserveCapacity(Swift.max(count + more, capacity * 2))
  }
}

extension Standing {
  /// A packed standing raised to another in both ends; what else is in the byte stays.
  @inline(__always)
  static func raised(_ known: UInt8, to standing: UInt8) -> UInt8 {
    if known & 63 == 0 { return known | standing }
    let lower = max(known & 7, standing & 7)
    let upper = max(known & 56, standing & 56)
    return known & 192 | upper | lower
  }
}
