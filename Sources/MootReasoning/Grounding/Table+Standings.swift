extension Table {
  /// The standing that all literals of one polarity have, where they share one byte.
  func standingOfAll(isPositive: Bool) -> Standing? {
    let side = isPositive ? positive : negative
    return side.isUniform && !isKeyed ? Standing(raw: side.uniform) : nil
  }

  /// Sets the standings of all literals of one polarity; that dates leave them open stays.
  @inline(__always)
  mutating func setStandings(isPositive: Bool, _ standing: (Int) -> Standing) {
    let rows = count
    update(isPositive: isPositive) { bytes, values in
      for row in 0..<rows {
        let place = values.isEmpty ? row : Int(values[row])
        bytes[place] = standing(row).raw | bytes[place] & 0b1100_0000
      }
    }
  }

  /// Takes literals for possible, and notes those that were not yet.
  mutating func markPossible(_ rows: [UInt32], isPositive: Bool, into fresh: inout [UInt32]) {
    update(isPositive: isPositive) { bytes, values in
      for row in rows {
        let place = values.isEmpty ? Int(row) : Int(values[Int(row)])
        guard Standing(raw: bytes[place]).upper == 0 else { continue }
        bytes[place] = Standing.possible.raw | bytes[place] & 0b1100_0000
        fresh.append(row)
      }
    }
  }

  /// Works on the standings of one polarity, and the values they are kept by, if that is how they are.
  @inline(__always)
  private mutating func update(
    isPositive: Bool, _ work: (UnsafeMutableBufferPointer<UInt8>, [UInt32]) -> Void
  ) {
    let values = isKeyed ? columns[0] : []
    let places = isKeyed ? positive.bytes.count : count
    if isPositive {
      positive.update(count: places) { work($0, values) }
    } else {
      negative.update(count: places) { work($0, values) }
    }
  }
}
