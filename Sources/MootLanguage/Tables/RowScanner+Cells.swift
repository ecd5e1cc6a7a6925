extension RowScanner {
  /// Reads the content of a cell; `false` where it is not what the column asks for.
  @inline(__always)
  mutating func read(
    _ content: Range<Int>, as form: Form, into column: CellColumn, row: Int,
    _ values: inout ValueTable
  ) -> Bool {
    switch form {
    case .name: return readName(content, into: column, row: row)
    case .number: return readNumber(content, into: column, row: row, &values)
    case .any:
      let first = byte(content.lowerBound)
      if first &- UInt8(ascii: "0") < 10 || first == UInt8(ascii: "-"),
        readNumber(content, into: column, row: row, &values)
      {
        return true
      }
      return readName(content, into: column, row: row)
    case .date: return Self.readDate(bytes, content, column, row)
    case .optionalDate:
      column.words[row] = 0
      return content.isEmpty || Self.readDate(bytes, content, column, row)
    case .sources:
      column.ids[row] = cited.intern(name: UnsafeBufferPointer(rebasing: bytes[content])).raw
      return true
    case .ignored: return true
    }
  }

  @inline(__always)
  private func readName(_ content: Range<Int>, into column: CellColumn, row: Int) -> Bool {
    let count = content.count
    guard count > 0 else { return false }
    if count <= 7 {
      let text = chunk(content.lowerBound) & (1 &<< UInt64(truncatingIfNeeded: count * 8) &- 1)
      column.words[row] = text | UInt64(truncatingIfNeeded: count) << ValueWord.tagShift
    } else if count == 8, let word = ValueWord.name(ofEight: chunk(content.lowerBound)) {
      column.words[row] = word
    } else {
      column.words[row] = ValueWord.longName << ValueWord.tagShift
      column.starts[row] = UInt32(truncatingIfNeeded: content.lowerBound)
      column.lengths[row] = UInt32(truncatingIfNeeded: count)
    }
    return true
  }

  /// Reads a number: up to sixteen digits here, eight at a time.
  @inline(__always)
  private func readNumber(
    _ content: Range<Int>, into column: CellColumn, row: Int, _ values: inout ValueTable
  ) -> Bool {
    let isNegative = byte(content.lowerBound) == UInt8(ascii: "-")
    let lower = content.lowerBound + (isNegative ? 1 : 0)
    let count = content.upperBound - lower
    var number: UInt64?
    if count > 0, count <= 8 {
      number = Self.digits(chunk(lower), count)
    } else if count > 8, count <= 16,
      let first = Self.digits(chunk(lower), count - 8),
      let last = Self.digits(chunk(content.upperBound - 8), 8)
    {
      number = first &* 100_000_000 &+ last
    }
    guard let number else { return Self.readOtherNumber(bytes, content, column, row, &values) }
    let value = Int64(truncatingIfNeeded: number)
    column.words[row] =
      ValueWord.whole << ValueWord.tagShift
      | UInt64(truncatingIfNeeded: (isNegative ? 0 &- value : value) &+ ValueWord.bias)
    return true
  }

  /// The number that the first `count` bytes of a chunk, one to eight, write with digits alone.
  @inline(__always)
  private static func digits(_ chunk: UInt64, _ count: Int) -> UInt64? {
    let zeros: UInt64 = 0x3030_3030_3030_3030
    let unused = UInt64(truncatingIfNeeded: 64 - count * 8)
    // The last digit moves to the highest byte; below the first one come zeros.
    var digits = chunk &<< unused
    if count < 8 { digits |= zeros &>> UInt64(truncatingIfNeeded: count * 8) }
    let isDigits =
      ((digits & 0xF0F0_F0F0_F0F0_F0F0) ^ zeros)
      | (((digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) ^ zeros)
    guard isDigits == 0 else { return nil }
    digits &-= zeros
    digits = digits &* 10 &+ digits >> 8
    let high = (digits & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let low = (digits >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (high &+ low) >> 32
  }

  // What is not inlined takes the bytes alone: the scanner would be copied for each call.

  @inline(never)
  private static func readOtherNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ column: CellColumn, _ row: Int,
    _ values: inout ValueTable
  ) -> Bool {
    let text = UnsafeBufferPointer(rebasing: bytes[content])
    if let word = ValueWord.number(written: text) {
      column.words[row] = word
    } else if let number = Value.number(reading: text) {
      column.words[row] = values.word(of: number)
    } else {
      return false
    }
    return true
  }

  @inline(never)
  private static func readDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, _ column: CellColumn, _ row: Int
  ) -> Bool {
    guard let date = Value.date(reading: UnsafeBufferPointer(rebasing: bytes[content])) else {
      return false
    }
    column.words[row] = ValueWord.date(date)
    return true
  }
}
