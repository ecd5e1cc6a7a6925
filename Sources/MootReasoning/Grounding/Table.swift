/// The atoms of one predicate, in columns of value ids, with the standing of both literals of each.
struct Table {
  /// The number of arguments.
  let arity: Int
  /// The number of atoms.
  private(set) var count = 0
  /// The arguments: one column each.
  private(set) var columns: [[UInt32]]
  /// For each atom, the standing of its positive literal.
  private var positive: [UInt8] = []
  /// For each atom, the standing of its negative literal.
  private var negative: [UInt8] = []
  /// For each atom, whether its positive (1) or negative (2) literal is a stated or assumed fact.
  private var stated: [UInt8] = []
  private var indexes: [ColumnIndex] = []

  /// Creates an empty table.
  init(arity: Int) {
    self.arity = arity
    columns = arity == 0 ? [] : Array(repeating: [], count: arity)
  }

  /// The standing of a literal.
  func standing(_ row: Int, isPositive: Bool) -> Standing {
    Standing(raw: isPositive ? positive[row] : negative[row])
  }

  /// Sets the standing of a literal; that dates leave it open stays.
  mutating func setStanding(_ standing: Standing, _ row: Int, isPositive: Bool) {
    if isPositive {
      positive[row] = standing.raw | positive[row] & 64
    } else {
      negative[row] = standing.raw | negative[row] & 64
    }
  }

  /// Notes that the precision of dates leaves open whether a literal is so.
  mutating func leaveOpen(_ row: Int, isPositive: Bool) {
    if isPositive { positive[row] |= 64 } else { negative[row] |= 64 }
  }

  /// Whether a literal is a fact.
  func isStated(_ row: Int, isPositive: Bool) -> Bool {
    stated[row] & (isPositive ? 1 : 2) != 0
  }

  /// Notes that a literal is a fact.
  mutating func state(_ row: Int, isPositive: Bool) { stated[row] |= isPositive ? 1 : 2 }

  /// The atom with these arguments.
  mutating func row(of tuple: [UInt32]) -> Int? {
    guard arity > 0 else { return count == 0 ? nil : 0 }
    let row = indexes.isEmpty ? firstRow(of: tuple) : indexes[0].first(tuple, in: columns)
    return row == ColumnIndex.none ? nil : Int(row)
  }

  /// The atom with these arguments, which is added if it is new.
  mutating func insert(_ tuple: [UInt32]) -> Int {
    if let row = row(of: tuple) { return row }
    for column in 0..<arity { columns[column].append(tuple[column]) }
    positive.append(0)
    negative.append(0)
    stated.append(0)
    count += 1
    if arity > 0 { indexes[0].catchUp(with: columns, count: count) }
    return count - 1
  }

  /// The arguments of an atom.
  func arguments(_ row: Int) -> [UInt32] { columns.map { $0[row] } }

  /// The number of an index on `keyColumns` (ascending), made if there is none and brought up to date.
  mutating func index(on keyColumns: [Int]) -> Int {
    if indexes.isEmpty { indexes.append(ColumnIndex(columns: Array(0..<arity))) }
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

  private mutating func firstRow(of tuple: [UInt32]) -> UInt32 {
    first(tuple, index: index(on: Array(0..<arity)))
  }
}
