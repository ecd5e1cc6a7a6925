/// Finds the positions of many places in one file, without counting the characters of a long line again and again.
public struct PositionFinder: Sendable {
  /// The file.
  private let source: SourceFile
  /// Where its lines begin.
  public let lines: LineTable
  /// A place whose column is known, and where no character is cut in two.
  private var known = (offset: -1, line: 0, column: 0)

  /// Finds the lines of a file.
  public init(of source: SourceFile) {
    self.source = source
    lines = LineTable(of: source)
  }

  /// The position of a byte; offsets past the end are the end.
  ///
  /// Takes time for the characters between it and the place asked for before, where that stands before it on
  /// the same line, else for those since the start of the line.
  public mutating func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, source.textStart), source.bytes.count)
    let line = lines.line(at: end)
    if known.line != line || known.offset > end {
      known = (Int(lines.starts[line - 1]), line, 1)
    }
    let boundary = self.boundary(upTo: end)
    if boundary > known.offset {
      known.column += characters(in: known.offset..<boundary)
      known.offset = boundary
    }
    return SourcePosition(line: line, column: known.column + characters(in: boundary..<end))
  }

  /// The last place up to `end`, and not before the known one, that stands between two characters for certain:
  /// between two bytes of ASCII.
  private func boundary(upTo end: Int) -> Int {
    var place = end
    while place > known.offset {
      let isBetween =
        place == source.bytes.count
        ? false : source.bytes[place] < 0x80 && source.bytes[place - 1] < 0x80
      if isBetween, source.bytes[place] != UInt8(ascii: "\n") { return place }
      place -= 1
    }
    return known.offset
  }

  private func characters(in range: Range<Int>) -> Int {
    let bytes = source.bytes[range]
    let isPlain = bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
    return isPlain ? range.count : String(decoding: bytes, as: UTF8.self).count
  }
}
