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
    _ conclusions: Conclusions, rows: UnsafeMutablePointer<UInt32>, risen: inout RowRuns?
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
    _ conclusions: Conclusions, at rows: UnsafeMutablePointer<UInt32>, risen: inout RowRuns?
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
    for row in noted { risen?.append(row) }
  }

  /// Adds atoms that are not in the table.
  private mutating func append(_ conclusions: Conclusions, risen: inout RowRuns?) {
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

  /// Takes note of rows whose arguments were appended, all with one standing.
  mutating func noteRisen(
    _ new: Int, _ standing: UInt8, _ isPositive: Bool, risen: inout RowRuns?
  ) {
    positive.append(isPositive ? standing : 0, rows: new, count: count)
    negative.append(isPositive ? 0 : standing, rows: new, count: count)
    stated.append(0, rows: new, count: count)
    risen?.append(contentsOf: UInt32(count)..<UInt32(count + new))
    count += new
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
