extension SourceFile {
  /// The offset of the text's first byte: after the byte order mark, where there is one.
  public var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The position of a byte; offsets past the end are the end.
  ///
  /// Linear in the offset: for many places in one file use the other overload.
  public func position(at offset: Int) -> SourcePosition {
    let end = min(max(offset, textStart), bytes.count)
    let lineFeed = bytes[..<end].lastIndex(of: UInt8(ascii: "\n"))
    let line = 1 + bytes[..<end].count { $0 == UInt8(ascii: "\n") }
    return SourcePosition(line: line, column: column(of: end, from: lineFeed.map { $0 + 1 }))
  }

  /// The position of a byte, by the file's line table; linear in the length of the line.
  public func position(at offset: Int, lines: LineTable) -> SourcePosition {
    let end = min(max(offset, textStart), bytes.count)
    let line = lines.line(at: end)
    return SourcePosition(line: line, column: column(of: end, from: Int(lines.starts[line - 1])))
  }

  /// The bytes of a line (from 1) without its end.
  public func bytes(ofLine line: Int, lines: LineTable) -> Range<Int> {
    let start = Int(lines.starts[line - 1])
    var end = line < lines.starts.count ? Int(lines.starts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  private func column(of offset: Int, from lineStart: Int?) -> Int {
    String(decoding: bytes[(lineStart ?? textStart)..<offset], as: UTF8.self).count + 1
  }
}
