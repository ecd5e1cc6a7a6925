/// Cuts the rows of a file of facts into cells and reads these, a batch of rows at a time.
///
/// It knows what a well-formed table looks like and nothing else: at anything unusual it stops, and the whole
/// file is read by `FactTableReader` and `FactTableChecker`, which say what is wrong. Both find the same facts in
/// a table they both can read.
struct RowScanner {
  /// The cells of the batch, by the columns of the file.
  let cells: [CellColumn]
  /// Where each row of the batch begins and ends, without blanks and line ends.
  private(set) var places: [UInt32]
  /// What the cells for sources say.
  var cited = ValueTable()
  /// The offset of the next row.
  private(set) var position: Int
  /// How many rows a batch may have.
  let capacity: Int
  /// The whole file.
  let bytes: UnsafeBufferPointer<UInt8>
  private let raw: UnsafeRawBufferPointer
  private let separators: UInt64
  private let separator: UInt8
  private let hasQuotes: Bool
  private let forms: [Form]

  /// What the cells of a column are read as.
  enum Form {
    case name
    case number
    case date
    /// A number, or else a name.
    case any
    /// A date, or nothing.
    case optionalDate
    /// The keys of sources, or nothing.
    case sources
    case ignored
  }

  /// Begins with the row at `start`.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, layout: FactTable.Layout, forms: [Form]
  ) {
    self.bytes = bytes
    raw = UnsafeRawBufferPointer(bytes)
    separator = layout.separator
    separators = UInt64(layout.separator) &* Self.ones
    hasQuotes = layout.hasHeader
    position = start
    self.forms = forms
    // Each cell takes a byte at least, with what follows it; behind the last one there may be nothing.
    let mostRows = (bytes.count - start) / max(1, forms.count) + 1
    let capacity = min(CellColumn.mostRows, mostRows)
    self.capacity = capacity
    cells = forms.map { _ in CellColumn(capacity: capacity) }
    places = Array(repeating: 0, count: capacity * 2)
  }

  /// Reads the next rows; their number, 0 at the end of the file, or `nil` where something is unusual.
  mutating func nextBatch(_ values: inout ValueTable) -> Int? {
    var rows = 0
    while rows < capacity, position < bytes.count {
      if skipEmptyLine() { continue }
      for column in forms.indices {
        guard let content = nextCell(isLast: column == forms.count - 1),
          read(content, as: forms[column], into: cells[column], row: rows, &values)
        else { return nil }
        note(content, column: column, row: rows)
      }
      rows += 1
    }
    return rows
  }

  /// Eight bytes of 1.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The highest bit of eight bytes.
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  private mutating func skipEmptyLine() -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "\n"):
      position += 1
      return true
    case UInt8(ascii: "\r") where byte(position + 1) == UInt8(ascii: "\n"):
      position += 2
      return true
    default: return false
    }
  }

  /// Notes where a row begins and ends; quotation marks belong to it.
  @inline(__always)
  private mutating func note(_ content: Range<Int>, column: Int, row: Int) {
    let isQuoted =
      hasQuotes && content.lowerBound > 0 && bytes[content.lowerBound - 1] == UInt8(ascii: "\"")
    let mark = isQuoted ? 1 : 0
    if column == 0 { places[row * 2] = UInt32(truncatingIfNeeded: content.lowerBound - mark) }
    places[row * 2 + 1] = UInt32(truncatingIfNeeded: content.upperBound + mark)
  }

  /// A byte; behind the end there is one more line feed.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 {
    place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
  }

  /// Eight bytes, the first one lowest; behind the end there are line feeds.
  @inline(__always)
  func chunk(_ place: Int) -> UInt64 {
    guard place + 8 <= bytes.count else { return Self.lastChunk(of: bytes, place) }
    return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(never)
  private static func lastChunk(of bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
    (0..<8).reduce(0) { chunk, step in
      let byte = place + step < bytes.count ? bytes[place + step] : UInt8(ascii: "\n")
      return chunk | UInt64(byte) << UInt64(step * 8)
    }
  }

  /// The bytes of a chunk that are a certain one: the lowest set bit is the highest of the first of these.
  @inline(__always)
  private func hits(_ chunk: UInt64, _ wanted: UInt64) -> UInt64 {
    let other = chunk ^ wanted
    return (other &- Self.ones) & ~other & Self.highs
  }

  /// The content of the next cell, which must be followed by what is to follow it; goes on behind that.
  @inline(__always)
  private mutating func nextCell(isLast: Bool) -> Range<Int>? {
    var lower = position
    if hasQuotes {
      while isBlank(byte(lower)) { lower += 1 }
      if byte(lower) == UInt8(ascii: "\"") { return nextQuotedCell(lower, isLast: isLast) }
    }
    var end = lower
    while true {
      let chunk = chunk(end)
      let hits = hits(chunk, separators) | hits(chunk, 0x0A0A_0A0A_0A0A_0A0A)
      if hits != 0 {
        end += hits.trailingZeroBitCount / 8
        break
      }
      end += 8
    }
    guard (byte(end) == separator) != isLast else { return nil }
    position = end + 1
    if end > lower, isLast, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if hasQuotes {
      while end > lower, isBlank(bytes[end - 1]) { end -= 1 }
    }
    return lower..<end
  }

  /// The content of a cell in quotation marks, none of which may be doubled.
  private mutating func nextQuotedCell(_ quote: Int, isLast: Bool) -> Range<Int>? {
    var end = quote + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    guard end < bytes.count else { return nil }
    var next = end + 1
    while isBlank(byte(next)) || byte(next) == UInt8(ascii: "\r") { next += 1 }
    guard byte(next) == (isLast ? UInt8(ascii: "\n") : separator) else { return nil }
    position = next + 1
    return quote + 1..<end
  }

  @inline(__always)
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != separator)
  }
}
