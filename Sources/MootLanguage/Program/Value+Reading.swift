public import struct FoundationEssentials.Decimal

extension Value {
  /// Reads a number: digits, with commas between groups of three allowed, an optional sign and fraction.
  ///
  /// `nil` when the text is no number, or has more than 38 digits and so cannot be kept exactly.
  public static func number(reading text: some Collection<UInt8>) -> Decimal? {
    var digits: [UInt8] = []
    var groupLength = 0
    var hasComma = false
    var hasFraction = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        groupLength += 1
      case UInt8(ascii: "-") where index == 0:
        digits.append(byte)
      case UInt8(ascii: ",") where !hasFraction:
        guard hasComma ? groupLength == 3 : (1...3).contains(groupLength) else { return nil }
        hasComma = true
        groupLength = 0
      case UInt8(ascii: ".") where !hasFraction && groupLength > 0:
        guard !hasComma || groupLength == 3 else { return nil }
        hasFraction = true
        digits.append(byte)
        groupLength = 0
      default:
        return nil
      }
    }
    guard groupLength > 0, hasFraction || !hasComma || groupLength == 3 else { return nil }
    guard digits.count(where: { $0 >= UInt8(ascii: "0") }) <= 38 else { return nil }
    return Decimal(string: String(decoding: digits, as: UTF8.self))
  }

  /// Reads a date written `2006`, `2006-09` or `2006-09-01`; `nil` when the text is none.
  public static func date(reading text: some Collection<UInt8>) -> CalendarDate? {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, length) in zip(parts, [4, 2, 2]) {
      guard part.count == length else { return nil }
      var number = 0
      for byte in part {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
    }
    return CalendarDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}
