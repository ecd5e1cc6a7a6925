import struct FoundationEssentials.Decimal

extension ValueWord {
  /// The word of a number, where it fits.
  static func number(_ number: Decimal) -> UInt64? {
    var text = number.description
    return text.withUTF8 { self.number(written: $0) }
  }

  /// The word of a number written with digits, perhaps a sign and a fraction, where it is one and fits.
  static func number(written text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let isNegative = text.first == UInt8(ascii: "-")
    var digits: Int64 = 0
    var places = 0
    var hasPoint = false
    var count = 0
    for byte in text[(isNegative ? 1 : 0)...] {
      if byte == UInt8(ascii: "."), !hasPoint, count > 0 {
        hasPoint = true
        continue
      }
      guard byte &- UInt8(ascii: "0") < 10, count < 18 else { return nil }
      digits = digits &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      count += 1
      if hasPoint { places += 1 }
    }
    guard count > 0, !hasPoint || places > 0 else { return nil }
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    let value = isNegative ? -digits : digits
    return places == 0 ? self.number(value) : fraction(value, places: places)
  }
}
