/// A byte for each row of a table, kept as one byte as long as all are the same.
struct ByteColumn {
  /// The byte of every row, while `bytes` is empty.
  private(set) var uniform: UInt8 = 0
  /// The bytes of the rows; rows beyond its end have 0.
  private(set) var bytes: [UInt8] = []

  /// The byte of a row.
  @inline(__always)
  subscript(row: Int) -> UInt8 {
    guard bytes.isEmpty else { return row < bytes.count ? bytes[row] : 0 }
    return uniform
  }

  /// Whether all rows have the same byte.
  var isUniform: Bool { bytes.isEmpty }

  /// Sets the byte of a row of a table with `count` rows.
  mutating func set(_ value: UInt8, at row: Int, count: Int) {
    if bytes.isEmpty {
      guard value != uniform else { return }
      spread(over: count)
    }
    if row >= bytes.count { extend(to: row + 1) }
    bytes[row] = value
  }

  /// Notes that a table of `count` rows gains more, whose byte is `value`.
  mutating func append(_ value: UInt8, rows: Int, count: Int) {
    guard rows > 0 else { return }
    if bytes.isEmpty {
      if count == 0 { uniform = value }
      guard value != uniform else { return }
      spread(over: count)
    }
    if bytes.count < count { extend(to: count) }
    bytes.append(contentsOf: repeatElement(value, count: rows))
  }

  /// Keeps a byte for each of `count` rows.
  mutating func spread(over count: Int) {
    guard bytes.isEmpty else { return extend(to: count) }
    bytes = Array(repeating: uniform, count: max(1, count))
    uniform = 0
  }

  /// Works on the bytes, of which there are at least `count` afterwards.
  mutating func update(count: Int, _ work: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    if bytes.isEmpty { spread(over: count) }
    extend(to: count)
    bytes.withUnsafeMutableBufferPointer { work($0) }
  }

  private mutating func extend(to count: Int) {
    guard bytes.count < count else { return }
    bytes.append(contentsOf: repeatElement(0, count: count - bytes.count))
  }
}
