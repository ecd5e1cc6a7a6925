extension Table {
  /// Whether no value occurs twice, as far as that is cheap to say.
  static func isDistinct(_ values: ArraySlice<UInt32>) -> Bool {
    let greatest = Int(values.max() ?? 0)
    guard greatest < values.count * 64 + 4096 else { return false }
    var seen = [UInt64](repeating: 0, count: greatest / 64 + 1)
    for value in values {
      let bit: UInt64 = 1 << UInt64(value & 63)
      guard seen[Int(value >> 6)] & bit == 0 else { return false }
      seen[Int(value >> 6)] |= bit
    }
    return true
  }

  /// Whether no two atoms agree in some columns, as far as that is cheap to say.
  func isKey(_ columns: [Int]) -> Bool {
    if columns.count == arity { return true }
    if columns.contains(where: { Self.isDistinct(self.columns[$0][...]) }) { return true }
    guard !columns.isEmpty, count <= Self.mostCompared else { return false }
    return !TupleIndex.hasDuplicates(columns.map { self.columns[$0] }, count: count)
  }

  /// Of several columns, the one by whose value few atoms are found, so that looking up all of them gains
  /// nothing; `nil` where there is none.
  func selectiveColumn(among columns: [Int]) -> Int? {
    guard columns.count > 1, count >= 64 else { return nil }
    let samples = min(count, 16_384)
    let shares = columns.map { column in
      let values = self.columns[column]
      let sample = (0..<samples).map { values[$0 * count / samples] }
      return Double(Self.distinctCount(sample)) / Double(samples)
    }
    guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] > 0.5 else {
      return nil
    }
    return columns[best]
  }

  /// The number of different values.
  private static func distinctCount(_ values: [UInt32]) -> Int {
    let greatest = Int(values.max() ?? 0)
    guard greatest < values.count * 256 else { return Set(values).count }
    var seen = [UInt64](repeating: 0, count: greatest / 64 + 1)
    for value in values { seen[Int(value >> 6)] |= 1 << UInt64(value & 63) }
    return seen.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
