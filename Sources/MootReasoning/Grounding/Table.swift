/// The atoms of one predicate, in columns of value ids, with the standing of both literals of each.
///
/// Standings are kept by row; those of a large unary table by value (`isKeyed`), so that its rules and
/// exceptions read and write them without looking for the row.
struct Table {
  /// The number of arguments.
  let arity: Int
  /// The number of atoms.
  private(set) var count = 0
  /// The arguments: one column each.
  private(set) var columns: [[UInt32]]
  /// For each atom, the standing of its positive literal; in a keyed table bit 7 for being there.
  private(set) var positive = ByteColumn()
  /// For each atom, the standing of its negative literal.
  private(set) var negative = ByteColumn()
  /// For each atom, whether its positive (1) or negative (2) literal is a stated or assumed fact.
  private var stated = ByteColumn()
  /// Whether standings are kept by value.
  private(set) var isKeyed = false
  private var tuples = TupleIndex()
  private var pairs: PairSet?
  private var indexes: [ColumnIndex] = []

  /// The bit that says that the atom of a value is in a keyed table.
  static let presence: UInt8 = 128
  /// The number of rows from which on a unary table is kept by value.
  private static let fewestKeyed = 256
  /// The most rows that are compared to learn whether columns are a key.
  private static let mostCompared = 65_536

  /// Creates an empty table.
  init(arity: Int) {
    self.arity = arity
    columns = arity == 0 ? [] : Array(repeating: [], count: arity)
  }

  /// The standing of a literal.
  func standing(_ row: Int, isPositive: Bool) -> Standing {
    Standing(raw: (isPositive ? positive : negative)[place(of: row)] & ~Self.presence)
  }

  /// Sets the standing of a literal; that dates leave it open stays.
  mutating func setStanding(_ standing: Standing, _ row: Int, isPositive: Bool) {
    set(standing.raw | (isPositive ? positive : negative)[place(of: row)] & 0b1100_0000, row, isPositive)
  }

  /// Notes that the precision of dates leaves open whether a literal is so.
  mutating func leaveOpen(_ row: Int, isPositive: Bool) {
    set((isPositive ? positive : negative)[place(of: row)] | 64, row, isPositive)
  }

  /// Whether a literal is a fact.
  func isStated(_ row: Int, isPositive: Bool) -> Bool {
    stated[place(of: row)] & (isPositive ? 1 : 2) != 0
  }

  /// How many of the literals of one polarity have each standing, without regard to what dates leave open.
  func standingCounts(isPositive: Bool) -> [(standing: Standing, count: Int)] {
    let side = isPositive ? positive : negative
    var counts = [Int](repeating: 0, count: 64)
    if side.isUniform {
      counts[Int(side.uniform & 63)] = count
    } else {
      for byte in side.bytes { counts[Int(byte & 63)] += 1 }
    }
    return counts.indices.filter { counts[$0] > 0 }.map {
      (Standing(raw: UInt8($0)), counts[$0])
    }
  }

  /// Notes that a literal is a fact.
  mutating func state(_ row: Int, isPositive: Bool) {
    let place = place(of: row)
    stated.set(stated[place] | (isPositive ? 1 : 2), at: place, count: placeCount)
  }

  /// The atom with these arguments.
  mutating func row(of tuple: [UInt32]) -> Int? {
    guard arity > 0 else { return count == 0 ? nil : 0 }
    if isKeyed, positive[Int(tuple[0])] & Self.presence == 0 { return nil }
    tuples.catchUp(with: columns, count: count)
    let row = tuples.row(of: tuple, in: columns)
    return row == ColumnIndex.none ? nil : Int(row)
  }

  /// The atom with these arguments, which is added if it is new.
  mutating func insert(_ tuple: [UInt32]) -> Int {
    if let row = row(of: tuple) { return row }
    for column in 0..<arity { columns[column].append(tuple[column]) }
    noteAppended(1)
    return count - 1
  }

  /// The arguments of an atom.
  func arguments(_ row: Int) -> [UInt32] { columns.map { $0[row] } }

  /// The number of an index on `keyColumns` (ascending), made if there is none and brought up to date.
  mutating func index(on keyColumns: [Int]) -> Int {
    let found = indexes.firstIndex { $0.columns == keyColumns }
    if found == nil { indexes.append(ColumnIndex(columns: keyColumns)) }
    let number = found ?? indexes.count - 1
    indexes[number].catchUp(with: columns, count: count)
    return number
  }

  /// Brings an index up to date and gives the first row with a key.
  mutating func first(_ key: [UInt32], index: Int) -> UInt32 {
    indexes[index].catchUp(with: columns, count: count)
    return indexes[index].first(key, in: columns)
  }

  /// The next row with the same key.
  func next(after row: UInt32, index: Int) -> UInt32 { indexes[index].next(after: row) }

  /// An index, brought up to date.
  mutating func current(index: Int) -> ColumnIndex {
    indexes[index].catchUp(with: columns, count: count)
    return indexes[index]
  }

  /// Where the standing of a row is kept.
  @inline(__always)
  private func place(of row: Int) -> Int { isKeyed ? Int(columns[0][row]) : row }

  /// The number of places for standings.
  private var placeCount: Int { isKeyed ? positive.bytes.count : count }

  private mutating func set(_ raw: UInt8, _ row: Int, _ isPositive: Bool) {
    let place = place(of: row)
    if isPositive {
      positive.set(raw, at: place, count: placeCount)
    } else {
      negative.set(raw, at: place, count: placeCount)
    }
  }

  /// Takes note of rows whose arguments were appended, with no standing yet.
  private mutating func noteAppended(_ rows: Int) {
    if isKeyed {
      markPresent(count..<count + rows)
    } else {
      positive.append(0, rows: rows, count: count)
      negative.append(0, rows: rows, count: count)
      stated.append(0, rows: rows, count: count)
    }
    count += rows
  }
}

// MARK: - Many atoms at once

extension Table {
  /// Takes up the facts of a table of facts, none of which need be distinct, as stated and established.
  mutating func state(_ facts: [[UInt32]], count rows: Int, isPositive: Bool) {
    guard arity > 0, count == 0, !Self.hasDuplicates(facts, count: rows) else {
      for row in 0..<rows {
        let atom = insert(facts.map { $0[row] })
        state(atom, isPositive: isPositive)
        setStanding(.established, atom, isPositive: isPositive)
      }
      return
    }
    columns = facts
    count = rows
    positive.append(isPositive ? Standing.established.raw : 0, rows: rows, count: 0)
    negative.append(isPositive ? 0 : Standing.established.raw, rows: rows, count: 0)
    stated.append(isPositive ? 1 : 2, rows: rows, count: 0)
  }

  private static func hasDuplicates(_ columns: [[UInt32]], count: Int) -> Bool {
    !columns.contains { isDistinct($0[..<count]) } && TupleIndex.hasDuplicates(columns, count: count)
  }

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

  /// The rows of atoms by their arguments, a pointer for each column; new ones are added with no standing.
  mutating func insert(
    _ arguments: [UnsafePointer<UInt32>], count tuples: Int, rows: UnsafeMutablePointer<UInt32>
  ) {
    let known = count
    findOrAppend(arguments, tuples, rows)
    guard count > known else { return }
    let added = count - known
    count = known
    noteAppended(added)
  }

  /// Appends the columns' part only; `count` is the number of rows in the columns afterwards.
  private mutating func findOrAppend(
    _ arguments: [UnsafePointer<UInt32>], _ tupleCount: Int, _ rows: UnsafeMutablePointer<UInt32>
  ) {
    guard arity > 0 else {
      for index in 0..<tupleCount { rows[index] = 0 }
      if tupleCount > 0 { count = 1 }
      return
    }
    tuples.catchUp(with: columns, count: count)
    if arity == 2 {
      tuples.findOrAppend(
        arguments[0], arguments[1], count: tupleCount, to: &columns, rows: rows)
    } else {
      tuples.findOrAppend(arguments, count: tupleCount, to: &columns, rows: rows)
    }
    count = tuples.count
  }
}

// MARK: - Raising

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
        contentsOf: UnsafeBufferPointer(start: conclusions.arguments[column], count: conclusions.count))
    }
    let standings = UnsafeBufferPointer(start: conclusions.standings, count: conclusions.count)
    var first = 0
    while first < conclusions.count {
      var end = first + 1
      while end < conclusions.count, standings[end] == standings[first] { end += 1 }
      positive.append(conclusions.isPositive ? standings[first] : 0, rows: end - first, count: count)
      negative.append(conclusions.isPositive ? 0 : standings[first], rows: end - first, count: count)
      stated.append(0, rows: end - first, count: count)
      count += end - first
      first = end
    }
    risen?.append(contentsOf: UInt32(count - conclusions.count)..<UInt32(count))
  }
}

// MARK: - Unary tables kept by value

extension Table {
  /// Turns to keeping standings by value where there are enough rows for the range of values.
  private mutating func keyIfLarge() {
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

  private mutating func markPresent(_ rows: Range<Int>) {
    for row in rows {
      let value = Int(columns[0][row])
      positive.set(positive[value] | Self.presence, at: value, count: positive.bytes.count)
    }
  }

  private mutating func raiseKeyed(_ conclusions: Conclusions, risen: inout [UInt32]?) {
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

// MARK: - Pairs of values from a small range

extension Table {
  /// Adds the pairs that are not in the table yet; they are found by a bit each. `false` where that would take
  /// too much room; then nothing is changed.
  private mutating func addPairs(
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

  /// Takes note of rows whose arguments were appended, all with one standing.
  private mutating func noteRisen(
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
