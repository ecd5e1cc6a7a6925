/// The offset of the first byte that is not valid UTF-8, or `nil` when all are.
func firstInvalidUTF8Offset(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }
}

/// The length of the well-formed sequence of two to four bytes at an index (Unicode, table 3-7).
private func sequenceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  let length: Int
  var second: ClosedRange<UInt8> = 0x80...0xbf
  switch bytes[index] {
  case 0xc2...0xdf: length = 2
  case 0xe0: (length, second) = (3, 0xa0...0xbf)
  case 0xed: (length, second) = (3, 0x80...0x9f)
  case 0xe1...0xef: length = 3
  case 0xf0: (length, second) = (4, 0x90...0xbf)
  case 0xf4: (length, second) = (4, 0x80...0x8f)
  case 0xf1...0xf3: length = 4
  default: return nil
  }
  guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
  for next in index + 2..<max(index + length, index + 2) {
    guard (0x80...0xbf).contains(bytes[next]) else { return nil }
  }
  return length
}
