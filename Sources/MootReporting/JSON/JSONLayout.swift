/// JSON that stands on one line, laid out for people: a list or object that is too long for a line has each of
/// its members on a line of its own.
///
/// - Parameter text: Well-formed JSON without spaces between its parts.
func laidOut(json text: String, width: Int) -> String {
  var layout = JSONLayout(width: width)
  layout.add(text)
  return layout.text
}

/// The state of laying JSON out, piece by piece.
struct JSONLayout {
  /// The most columns of a line, where that is possible.
  let width: Int
  /// The text so far.
  private(set) var text = ""
  /// What is laid out of the present piece.
  private var laidOut: [UInt8] = []
  /// How many lists and objects are open that are broken into lines.
  private var depth = 0
  private var column = 0

  /// Begins with nothing.
  init(width: Int) { self.width = width }

  /// Takes room for so many bytes more: otherwise a large text would be moved again and again, and take up several
  /// times its size.
  mutating func reserveRoom(_ bytes: Int) { text.reserveCapacity(text.utf8.count + bytes) }

  /// Adds the next piece of the JSON: strings, and what is to stand on one line, are in one piece.
  mutating func add(_ piece: String) {
    let bytes = Array(piece.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if let end = endOnThisLine(bytes, from: index) {
          appendInline(bytes[index...end])
          index = end
        } else {
          append(byte)
          depth += 1
          breakLine()
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        breakLine()
        append(byte)
      case UInt8(ascii: "\""):
        let quote = Self.endOfString(in: bytes, from: index)
        for byte in bytes[index...quote] { append(byte) }
        index = quote
      case UInt8(ascii: "\n"): laidOut.append(byte)
      default:
        append(byte)
        if byte == UInt8(ascii: ":") { append(UInt8(ascii: " ")) }
        if byte == UInt8(ascii: ",") { breakLine() }
      }
      index += 1
    }
    text += String(decoding: laidOut, as: UTF8.self)
    laidOut.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ byte: UInt8) {
    laidOut.append(byte)
    column += 1
  }

  private mutating func breakLine() {
    column = 2 * depth
    laidOut.append(UInt8(ascii: "\n"))
    laidOut.append(contentsOf: repeatElement(UInt8(ascii: " "), count: column))
  }

  /// Where a list or object ends that has room on the present line, as an empty one always has; spaces take an
  /// eighth of it.
  private func endOnThisLine(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    var open = 0
    while index < bytes.count, index <= start + 1 || column + (index - start) * 9 / 8 <= width {
      switch bytes[index] {
      case UInt8(ascii: "\""): index = Self.endOfString(in: bytes, from: index)
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        open -= 1
        if open == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Adds a list or object to the present line.
  private mutating func appendInline(_ bytes: ArraySlice<UInt8>) {
    var isInString = false
    var isEscaped = false
    for byte in bytes {
      append(byte)
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") {
        append(UInt8(ascii: " "))
      }
    }
  }

  /// The closing quotation mark of a string.
  private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count - 1, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }
}
