extension ValueWord {
  /// The word of a name that fits in: at most seven bytes, or eight of ASCII.
  static func name(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard bytes.count <= 8 else { return nil }
    var chunk: UInt64 = 0
    for (place, byte) in bytes.enumerated() { chunk |= UInt64(byte) << UInt64(place * 8) }
    return bytes.count == 8 ? name(ofEight: chunk) : chunk | UInt64(bytes.count) << tagShift
  }

  /// The word of a name of eight bytes, the first one lowest, if all are ASCII.
  @inline(__always)
  static func name(ofEight chunk: UInt64) -> UInt64? {
    guard chunk & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = chunk & 0x007F_007F_007F_007F | (chunk & 0x7F00_7F00_7F00_7F00) >> 1
    let fours = pairs & 0x0000_3FFF_0000_3FFF | (pairs & 0x3FFF_0000_3FFF_0000) >> 2
    return eight << tagShift | fours & 0x0FFF_FFFF | (fours & 0x0FFF_FFFF_0000_0000) >> 4
  }

  /// Gives `body` the bytes of a name that is in its word.
  static func withName<Result>(
    of word: UInt64, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let length = Int(tag(word))
    return withUnsafeBytes(of: bytes(ofName: word).littleEndian) { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { bytes in
        body(UnsafeBufferPointer(rebasing: bytes[..<length]))
      }
    }
  }

  /// The bytes of a name that is in its word, the first one lowest.
  private static func bytes(ofName word: UInt64) -> UInt64 {
    let bits = word & payload
    guard tag(word) == eight else { return bits }
    let fours = bits & 0x0FFF_FFFF | (bits >> 28) << 32
    let pairs = fours & 0x0000_3FFF_0000_3FFF | (fours & 0x0FFF_C000_0FFF_C000) << 2
    return pairs & 0x007F_007F_007F_007F | (pairs & 0x3F80_3F80_3F80_3F80) << 1
  }
}
