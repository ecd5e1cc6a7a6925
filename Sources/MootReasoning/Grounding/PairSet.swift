/// Which pairs of values a binary table has: a bit for each pair that there could be.
///
/// For relations that relate a large share of few values, as transitive ones do.
struct PairSet {
  private var bits: [UInt64] = []
  /// The number of words for each first value.
  private var stride = 0
  /// The number of rows that are in the set.
  private var count = 0
  /// The number of first values there is room for.
  private var height: Int { stride == 0 ? 0 : bits.count / stride }

  /// The number of rows from which on a set is tried.
  static let fewestRows = 2048
  /// The most bytes a set takes for each row of its table.
  private static let mostBytes = 64

  /// Adds the rows of the table that are not in the set yet; `false` where it would take too much room.
  mutating func catchUp(with columns: [[UInt32]], count end: Int) -> Bool {
    guard count < end else { return true }
    let rows = count..<end
    var greatest: UInt32 = 0
    for column in columns { for row in rows { greatest = max(greatest, column[row]) } }
    guard makeRoom(for: Int(greatest) + 1, rowCount: end) else { return false }
    let (firsts, seconds) = (columns[0], columns[1])
    for row in rows {
      bits[Int(firsts[row]) * stride + Int(seconds[row] >> 6)] |= 1 << UInt64(seconds[row] & 63)
    }
    count = end
    return true
  }

  /// Adds pairs, and gives the indices of those that were not in the set, or `nil` where it would take too
  /// much room.
  mutating func insert(
    _ conclusions: Table.Conclusions, chosen: UnsafeMutablePointer<UInt32>, rowCount: Int
  ) -> Int? {
    let (firsts, seconds) = (conclusions.arguments[0], conclusions.arguments[1])
    var greatest: UInt32 = 0
    for index in 0..<conclusions.count { greatest = max(greatest, firsts[index], seconds[index]) }
    guard makeRoom(for: Int(greatest) + 1, rowCount: rowCount) else { return nil }
    var new = 0
    let stride = stride
    bits.withUnsafeMutableBufferPointer { bits in
      for index in 0..<conclusions.count {
        let second = seconds[index]
        let word = Int(firsts[index]) &* stride &+ Int(second >> 6)
        let known = bits[word]
        bits[word] = known | 1 << UInt64(second & 63)
        chosen[new] = UInt32(truncatingIfNeeded: index)
        new &+= Int(~known >> UInt64(second & 63) & 1)
      }
    }
    count += new
    return new
  }

  /// Whether one of some values is the first of a pair.
  func hasPair(from keys: UnsafePointer<UInt32>, count: Int) -> Bool {
    (0..<count).contains { index in
      let key = Int(keys[index])
      return key < height && bits[key * stride..<(key + 1) * stride].contains { $0 != 0 }
    }
  }

  /// The number of words for each first value: what uniting two rows costs.
  var rowCost: Int { stride }

  /// Adds to the rows of `firsts` the rows of `keys` in another set, and appends the pairs that are new to
  /// `columns`.
  ///
  /// - Returns: how many were new, or `nil` where it would take too much room.
  mutating func unite(
    _ firsts: UnsafePointer<UInt32>, withRowsOf keys: UnsafePointer<UInt32>, in other: PairSet,
    count rows: Int, columns: inout [[UInt32]]
  ) -> Int? {
    var greatest: UInt32 = 0
    for index in 0..<rows { greatest = max(greatest, firsts[index]) }
    let bound = max(Int(greatest) + 1, other.stride * 64)
    guard makeRoom(for: bound, rowCount: count) else { return nil }
    var (left, right): ([UInt32], [UInt32]) = ([], [])
    swap(&left, &columns[0])
    swap(&right, &columns[1])
    defer {
      swap(&left, &columns[0])
      swap(&right, &columns[1])
    }
    let known = left.count
    for index in 0..<rows where Int(keys[index]) < other.height {
      let (start, source) = (Int(firsts[index]) * stride, Int(keys[index]) * other.stride)
      for word in 0..<other.stride {
        var new = other.bits[source + word] & ~bits[start + word]
        guard new != 0 else { continue }
        bits[start + word] |= new
        while new != 0 {
          left.append(firsts[index])
          right.append(UInt32(word * 64 + new.trailingZeroBitCount))
          new &= new - 1
        }
      }
    }
    count += left.count - known
    return left.count - known
  }

  /// Takes note of pairs whose bits were set.
  mutating func add(count new: Int) { count += new }

  /// Works on the words of bits, of which each first value has as many as the second argument says.
  @inline(__always)
  mutating func withWords<Result>(
    _ work: (UnsafeMutableBufferPointer<UInt64>, Int) -> Result
  ) -> Result {
    let stride = stride
    return bits.withUnsafeMutableBufferPointer { work($0, stride) }
  }

  /// Makes room for values below `bound` in both places.
  mutating func makeRoom(for bound: Int, rowCount: Int) -> Bool {
    guard bound > height || bound > stride * 64 else { return true }
    let most = max(rowCount * Self.mostBytes, 1 << 20)
    // Room for twice as many values, or else for some more.
    let sides = [max(bound, min(height * 2, bound * 2)), bound + bound / 8]
    guard let side = sides.first(where: { ($0 + 63) / 64 * $0 * 8 <= most }) else { return false }
    let words = (side + 63) / 64
    var wider = [UInt64](repeating: 0, count: words * side)
    for first in 0..<height {
      for word in 0..<stride { wider[first * words + word] = bits[first * stride + word] }
    }
    bits = wider
    stride = words
    return true
  }
}
