/// JSON that stands on one line, laid out for people: a list or object that is too long for a line has each of
/// its members on a line of its own.
///
/// - Parameter text: Well-formed JSON without spaces between its parts.
func laidOut(json text: String, width: Int) -> String {
  var layout = JSONLayout(bytes: Array(text.utf8), width: width)
  layout.layOut()
  return String(decoding: layout.laidOut, as: UTF8.self)
}

/// The state of laying JSON out.
private struct JSONLayout {
  let bytes: [UInt8]
  let width: Int
  /// The text so far.
  var laidOut: [UInt8] = []
  /// For each byte that opens a list or object, where that ends; 0 for all others.
  let ends: [Int]
  private var indent = 0
  private var column = 0

  init(bytes: [UInt8], width: Int) {
    self.bytes = bytes
    self.width = width
    ends = Self.ends(in: bytes)
    laidOut.reserveCapacity(bytes.count * 2)
  }

  mutating func layOut() {
    // The ends of the lists and objects that are broken into lines.
    var broken: [Int] = []
    var index = 0
    while index < bytes.count {
      let end = ends[index]
      if end > index + 1, column + (end - index) * 9 / 8 > width {
        append(bytes[index])
        broken.append(end)
        indent += 2
        breakLine()
      } else if index == broken.last {
        broken.removeLast()
        indent -= 2
        breakLine()
        append(bytes[index])
      } else if end > 0 {
        appendInline(index...end)
        index = end
      } else {
        append(bytes[index])
        if bytes[index] == UInt8(ascii: "\"") {
          let quote = Self.endOfString(in: bytes, from: index)
          for byte in bytes[(index + 1)...quote] { append(byte) }
          index = quote
        } else if bytes[index] == UInt8(ascii: ":") {
          append(UInt8(ascii: " "))
        } else if bytes[index] == UInt8(ascii: ",") {
          breakLine()
        }
      }
      index += 1
    }
  }

  private mutating func append(_ byte: UInt8) {
    laidOut.append(byte)
    column += 1
  }

  private mutating func breakLine() {
    laidOut.append(UInt8(ascii: "\n"))
    laidOut += [UInt8](repeating: UInt8(ascii: " "), count: indent)
    column = indent
  }

  /// Adds a list or object to the present line.
  private mutating func appendInline(_ range: ClosedRange<Int>) {
    var isInString = false
    var isEscaped = false
    for byte in bytes[range] {
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

  private static func ends(in bytes: [UInt8]) -> [Int] {
    var ends = [Int](repeating: 0, count: bytes.count)
    var open: [Int] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): index = endOfString(in: bytes, from: index)
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(index)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if let start = open.popLast() { ends[start] = index }
      default: break
      }
      index += 1
    }
    return ends
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
