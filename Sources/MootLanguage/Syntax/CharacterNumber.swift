/// A character by its number in a quotation: `\u{200B}`, for what cannot be seen or typed.
enum CharacterNumber {
  /// The character written `u{…}` at the start of a text, and the length of that; `nil` where it is none.
  ///
  ///     number = "u{", hexadecimal digit, { hexadecimal digit }, "}" ; eight digits at most
  static func read(
    from text: ArraySlice<UInt8>
  ) -> (character: Unicode.Scalar, length: Int)? {
    guard text.starts(with: "u{".utf8), let end = text.prefix(11).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    let digits = text[(text.startIndex + 2)..<end]
    guard digits.allSatisfy(isHexadecimal),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(number)
    else { return nil }
    return (scalar, end + 1 - text.startIndex)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
