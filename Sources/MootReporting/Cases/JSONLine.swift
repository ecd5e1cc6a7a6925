/// A line of JSON as it is written, without any object between the values and the bytes.
///
/// The same values as `compactJSONText` writes are the same bytes; the caller sorts the keys.
struct JSONLine {
  /// The line so far.
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// Adds bytes that are JSON already.
  mutating func add(raw text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    isFirst = false
  }

  /// Adds bytes that are JSON already.
  mutating func add(raw text: [UInt8]) {
    bytes.append(contentsOf: text)
    isFirst = false
  }

  /// Begins a list or object.
  mutating func open(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
  }

  /// Ends a list or object.
  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// Begins the next entry of a list.
  mutating func next() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = true
  }

  /// Begins the next member of an object.
  mutating func key(_ name: StaticString) {
    next()
    bytes.append(UInt8(ascii: "\""))
    add(raw: name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins the next member of an object, whose name is any text.
  mutating func key(_ name: String) {
    next()
    add(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Adds a text, or `null` for none.
  mutating func add(_ text: String?) {
    guard var text else { return add(raw: "null") }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    text.withUTF8 { add(escaping: $0) }
    if bytes[start...].contains(where: { $0 > 0x7E }) {
      let shown = String(decoding: bytes[start...], as: UTF8.self).withControlsEscapedForJSON
      bytes.replaceSubrange(start..., with: shown.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    isFirst = false
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Adds true or false.
  mutating func add(_ truth: Bool) { add(raw: truth ? "true" : "false") }

  /// Adds a list of texts.
  mutating func add(_ texts: [String]) {
    open("[")
    for text in texts {
      next()
      add(text)
    }
    close("]")
  }

  private mutating func add(escaping text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: text[start..<index])
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case 8: bytes.append(UInt8(ascii: "b"))
      case 9: bytes.append(UInt8(ascii: "t"))
      case 10: bytes.append(UInt8(ascii: "n"))
      case 12: bytes.append(UInt8(ascii: "f"))
      case 13: bytes.append(UInt8(ascii: "r"))
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }
}
