/// The atoms of one predicate, in columns of value ids, with the standing of both literals of each.
///
/// Standings are kept by row; those of a large unary table by value (`isKeyed`), so that its rules and
/// exceptions read and write them without looking for the row.
struct Table {
  /// The number of arguments.
  let arity: Int
  /// The number of atoms.
  var count = 0
  /// The arguments: one column each.
  var columns: [[UInt32]]
  /// For each atom, the standing of its positive literal; in a keyed table bit 7 for being there.
  var positive = ByteColumn()
  /// For each atom, the standing of its negative literal.
  var negative = ByteColumn()
  /// For each atom, whether its positive (1) or negative (2) literal is a stated or assumed fact.
  var stated = ByteColumn()
  /// Whether standings are kept by value.
  var isKeyed = false
  /// Finds the row of given arguments, as far as that has been asked for.
  var tuples = TupleIndex()
  /// Finds pairs of few values.
  var pairs: PairSet?
  /// The same, by the second value.
  var reversedPairs: PairSet?
  private var indexes: [ColumnIndex] = []

  /// The bit that says that the atom of a value is in a keyed table.
  static let presence: UInt8 = 128
  /// The number of rows from which on a unary table is kept by value.
  static let fewestKeyed = 256
  /// The most rows that are compared to learn whether columns are a key.
  static let mostCompared = 65_536

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
    set(
      standing.raw | (isPositive ? positive : negative)[place(of: row)] & 0b1100_0000, row,
      isPositive)
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
    guard count > 0 else { return [] }
    if side.isUniform { return [(Standing(raw: side.uniform & 63), count)] }
    var counts = [Int](repeating: 0, count: 64)
    for byte in side.bytes { counts[Int(byte & 63)] += 1 }
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
  mutating func noteAppended(_ rows: Int) {
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

extension Table {
  /// Takes up the facts of a table of facts, none of which need be distinct, as stated and established.
  mutating func state(_ facts: [[UInt32]], count rows: Int, isPositive: Bool) {
    guard arity > 0, count == 0, !Self.hasDuplicates(facts, count: rows) else {
      return add(facts, count: rows, isPositive: isPositive)
    }
    columns = facts
    count = rows
    positive.append(isPositive ? Standing.established.raw : 0, rows: rows, count: 0)
    negative.append(isPositive ? 0 : Standing.established.raw, rows: rows, count: 0)
    stated.append(isPositive ? 1 : 2, rows: rows, count: 0)
  }

  /// Adds facts some of which may be in the table, or twice among them.
  private mutating func add(_ facts: [[UInt32]], count rowCount: Int, isPositive: Bool) {
    let arguments = facts.map { values in
      let column = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, rowCount))
      column.initialize(from: values, count: rowCount)
      return column
    }
    defer { for column in arguments { column.deallocate() } }
    let rows = [UInt32](unsafeUninitializedCapacity: rowCount) { rows, count in
      if let start = rows.baseAddress {
        insert(arguments.map { UnsafePointer($0) }, count: rowCount, rows: start)
      }
      count = rowCount
    }
    for row in rows {
      state(Int(row), isPositive: isPositive)
      setStanding(.established, Int(row), isPositive: isPositive)
    }
  }

  private static func hasDuplicates(_ columns: [[UInt32]], count: Int) -> Bool {
    !columns.contains { isDistinct($0[..<count]) }
      && TupleIndex.hasDuplicates(columns, count: count)
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

  /// Of several columns, the one by whose value few atoms are found, so that looking up all of them gains
  /// nothing; `nil` where there is none.
  func selectiveColumn(among columns: [Int]) -> Int? {
    guard columns.count > 1, count >= 64 else { return nil }
    let samples = min(count, 16_384)
    let shares = columns.map { column in
      let values = self.columns[column]
      return Double(Set((0..<samples).map { values[$0 * count / samples] }).count) / Double(samples)
    }
    guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] > 0.5 else {
      return nil
    }
    return columns[best]
  }

  /// Forgets the indexes, which are made anew when they are needed again.
  mutating func forgetIndexes() {
    indexes = []
    tuples = TupleIndex()
    (pairs, reversedPairs) = (nil, nil)
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
  mutating func findOrAppend(
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
