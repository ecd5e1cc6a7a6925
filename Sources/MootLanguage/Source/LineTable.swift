/// Where the lines of a file begin, to look up many places in it.
public struct LineTable: Sendable {
  /// The offset of each line's first byte; the first is after a byte order mark.
  public let starts: [UInt32]

  /// Finds the lines of a file; a line ends with a line feed.
  public init(of file: SourceFile) {
    var starts = [UInt32(file.textStart)]
    for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    self.starts = starts
  }

  /// The line that holds a byte, from 1; a line feed belongs to the line it ends.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
}
