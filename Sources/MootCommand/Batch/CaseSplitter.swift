/// Cuts a stream of bytes into lines, or into the rows of a table, whose quoted cells can have line ends.
///
/// Works on what has come so far, and goes on where it stopped when more comes.
struct CaseSplitter {
  /// The byte between two cells; `nil` for lines of JSON, which have no quoted line ends.
  var separator: UInt8?
  private var bytes: [UInt8] = []
  /// Where the next case begins.
  private var start = 0
  /// How far the next case has been looked through.
  private var position = 0
  /// What the looked through part of it ends in.
  private var state = State.cellStart
  /// The line the next case begins in, and that of `position`.
  private var line = (start: 1, current: 1)
  /// Whether the rest of a case that is too long is being passed over.
  private var isPassing = false
  private let longest: Int

  /// Where in a row a byte is, as `FactTableReader` reads rows.
  private enum State {
    case cellStart
    case plain
    case quoted
    /// Behind a quotation mark inside a quotation: its end, or the first of two.
    case quoteInQuoted
  }

  /// A line or row.
  struct Piece {
    /// The line it begins in.
    let line: Int
    /// Its bytes.
    let bytes: [UInt8]
    /// Whether it was too long, and its bytes are not kept.
    let isTooLong: Bool
  }

  /// Begins a stream.
  init(separator: UInt8? = nil, longest: Int = CaseText.longest) {
    self.separator = separator
    self.longest = longest
  }

  /// Takes in what has come.
  mutating func append(_ more: [UInt8]) {
    if start > 0 {
      bytes.removeFirst(start)
      position -= start
      start = 0
    }
    bytes += more
  }

  /// The first byte of the next case that is no blank; `nil` when there is none yet.
  var firstByte: UInt8? {
    bytes[start...].first { !Self.isBlank($0) }
  }

  /// Steps over a byte order mark at the very beginning.
  mutating func skipByteOrderMark() {
    guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    (start, position) = (3, 3)
  }

  /// The next whole line or row that is not blank; `nil` when there is none yet, and after the last one.
  mutating func next(isAtEnd: Bool) -> Piece? {
    while let end = nextEnd() ?? (isAtEnd && start < bytes.count ? bytes.count : nil) {
      let content = bytes[start..<end]
      let piece = Piece(
        line: line.start, bytes: isPassing ? [] : Array(content.withoutReturn),
        isTooLong: isPassing)
      let isBlank = !isPassing && content.allSatisfy(Self.isBlank)
      start = min(end + 1, bytes.count)
      position = start
      state = .cellStart
      isPassing = false
      line.start = line.current
      if !isBlank { return piece }
    }
    if bytes.count - start > longest {
      isPassing = true
      start = bytes.count
    } else if isAtEnd, isPassing {
      isPassing = false
      return Piece(line: line.start, bytes: [], isTooLong: true)
    }
    return nil
  }

  /// The line feed that ends the next line or row.
  private mutating func nextEnd() -> Int? {
    guard let separator else {
      guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else {
        position = bytes.count
        return nil
      }
      line.current += 1
      return end
    }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line.current += 1 }
      switch state {
      case .quoted: if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
      case .quoteInQuoted where byte == UInt8(ascii: "\""): state = .quoted
      case .cellStart where byte == UInt8(ascii: "\""): state = .quoted
      case .cellStart, .plain, .quoteInQuoted:
        if byte == UInt8(ascii: "\n") { return position - 1 }
        if byte == separator {
          state = .cellStart
        } else if state != .cellStart || !(byte == 0x20 || byte == 0x09) {
          state = .plain
        }
      }
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }
}

extension ArraySlice<UInt8> {
  /// Without the carriage return that ends lines of some systems.
  fileprivate var withoutReturn: ArraySlice<UInt8> {
    last == UInt8(ascii: "\r") ? dropLast() : self
  }
}
