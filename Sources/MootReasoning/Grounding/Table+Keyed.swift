extension Table {
  /// Turns to keeping standings by value where there are enough rows for the range of values.
  mutating func keyIfLarge() {
    guard arity == 1, !isKeyed, count >= Self.fewestKeyed else { return }
    let greatest = Int(columns[0].max() ?? 0)
    guard greatest < count * 64 else { return }
    let sides = [positive, negative, stated].map { side in
      guard !side.isUniform || side.uniform != 0 else { return ByteColumn() }
      var keyed = ByteColumn()
      keyed.spread(over: greatest + 1)
      for (row, value) in columns[0].enumerated() {
        keyed.set(side[row], at: Int(value), count: greatest + 1)
      }
      return keyed
    }
    (positive, negative, stated) = (sides[0], sides[1], sides[2])
    positive.spread(over: greatest + 1)
    isKeyed = true
    markPresent(0..<count)
  }

  /// Takes note that the atoms of some rows are in a keyed table.
  mutating func markPresent(_ rows: Range<Int>) {
    for row in rows {
      let value = Int(columns[0][row])
      positive.set(positive[value] | Self.presence, at: value, count: positive.bytes.count)
    }
  }

  /// Raises the standings of atoms of a keyed table.
  mutating func raiseKeyed(_ conclusions: Conclusions, risen: inout RowRuns?) {
    let values = conclusions.arguments[0]
    var greatest: UInt32 = 0
    for index in 0..<conclusions.count { greatest = max(greatest, values[index]) }
    var column: [UInt32] = []
    swap(&column, &columns[0])
    var changed: [UInt32] = []
    let isNoted = risen != nil
    positive.update(count: Int(greatest) + 1) { bytes in
      for index in 0..<conclusions.count where bytes[Int(values[index])] & Self.presence == 0 {
        bytes[Int(values[index])] |= Self.presence
        column.append(values[index])
      }
      if conclusions.isPositive { changed = Self.raise(bytes, conclusions, isNoted) }
    }
    swap(&column, &columns[0])
    count = columns[0].count
    if !conclusions.isPositive {
      negative.update(count: Int(greatest) + 1) { changed = Self.raise($0, conclusions, isNoted) }
    }
    for value in changed { if let row = row(of: [value]) { risen?.append(UInt32(row)) } }
  }

  /// Raises standings kept by value; returns the values that rose, where they are asked for.
  private static func raise(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ conclusions: Conclusions, _ isNoted: Bool
  ) -> [UInt32] {
    var changed: [UInt32] = []
    for index in 0..<conclusions.count {
      let value = Int(conclusions.arguments[0][index])
      let known = bytes[value]
      let raised = Standing.raised(known, to: conclusions.standings[index])
      guard raised != known else { continue }
      bytes[value] = raised
      if isNoted { changed.append(UInt32(value)) }
    }
    return changed
  }
}
