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
  /// The number of rows from which on pairs are kept as bits.
  var fewestPairs = PairSet.fewestRows
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
    if count == 1 { return [(Standing(raw: side[place(of: 0)] & 63), 1)] }
    // Four counters for each standing, so that none waits for what was just written to it.
    var counts = [Int](repeating: 0, count: 64 * 4)
    for (place, byte) in side.bytes.enumerated() {
      counts[(place & 3) << 6 | Int(byte & 63)] += 1
    }
    return (0..<64).compactMap { raw in
      let count = (0..<4).reduce(0) { $0 + counts[$1 << 6 | raw] }
      return count > 0 ? (Standing(raw: UInt8(raw)), count) : nil
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

  /// The rows of atoms by their arguments, `ColumnIndex.none` where there is no such atom.
  mutating func find(
    _ arguments: [TupleIndex.Argument], count wanted: Int, rows: UnsafeMutablePointer<UInt32>
  ) {
    guard arity > 0 else {
      return rows.update(repeating: count == 0 ? ColumnIndex.none : 0, count: wanted)
    }
    tuples.catchUp(with: columns, count: count)
    tuples.find(arguments, count: wanted, in: columns, rows: rows)
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
    guard arity > 0, count == 0 else {
      return insert(facts, count: rows) { table, row in
        table.state(row, isPositive: isPositive)
        table.setStanding(.established, row, isPositive: isPositive)
      }
    }
    if Self.hasDuplicates(facts, count: rows) {
      insert(facts, count: rows) { _, _ in }
      (positive, negative, stated) = (ByteColumn(), ByteColumn(), ByteColumn())
    } else {
      columns = facts
      count = rows
    }
    positive.append(isPositive ? Standing.established.raw : 0, rows: count, count: 0)
    negative.append(isPositive ? 0 : Standing.established.raw, rows: count, count: 0)
    stated.append(isPositive ? 1 : 2, rows: count, count: 0)
  }

  /// Adds facts some of which may be in the table, or twice among them, and hands on the row of each.
  private mutating func insert(
    _ facts: [[UInt32]], count rowCount: Int, _ take: (inout Table, Int) -> Void
  ) {
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
    for row in rows { take(&self, Int(row)) }
  }

  private static func hasDuplicates(_ columns: [[UInt32]], count: Int) -> Bool {
    !columns.contains { isDistinct($0[..<count]) }
      && TupleIndex.hasDuplicates(columns, count: count)
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
