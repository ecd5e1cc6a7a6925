/// A JSON text as its values stand in it: each value is followed by those inside it, an object's keys being
/// values before their members.
struct JSONDocument {
  /// The values in the order of the text.
  private(set) var nodes: [Node] = []

  /// A value, by its bytes.
  struct Node {
    /// What it is.
    let kind: Kind
    /// The offset of its first byte.
    let lower: UInt32
    /// The offset after its last byte.
    var upper: UInt32
    /// The index after the last value inside it.
    var end: UInt32
  }

  /// What a value can be.
  enum Kind: UInt8 {
    case object
    case array
    case string
    case number
    /// `true`, `false` or `null`.
    case word
  }

  /// Adds a value, of an object or array only its beginning, and returns its index.
  mutating func append(_ kind: Kind, _ lower: Int, _ upper: Int) -> Int {
    nodes.append(
      Node(
        kind: kind, lower: UInt32(lower), upper: UInt32(upper), end: UInt32(nodes.count + 1)))
    return nodes.count - 1
  }

  /// Ends an object or array.
  mutating func close(_ index: Int, at upper: Int) {
    nodes[index].upper = UInt32(upper)
    nodes[index].end = UInt32(nodes.count)
  }

  /// The values directly inside one; of an object, keys and members in turn.
  func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < Int(nodes[index].end) {
      children.append(next)
      next = Int(nodes[next].end)
    }
    return children
  }

  /// The members of an object, each with its key.
  func members(of index: Int) -> [(key: Int, value: Int)] {
    let children = children(of: index)
    return stride(from: 0, to: children.count - 1, by: 2).map {
      (children[$0], children[$0 + 1])
    }
  }

  /// The text that a string stands for, or a number as it is written.
  func text(of index: Int, in bytes: [UInt8]) -> String {
    let node = nodes[index]
    guard node.kind == .string else {
      return String(decoding: bytes[Int(node.lower)..<Int(node.upper)], as: UTF8.self)
    }
    let content = bytes[Int(node.lower) + 1..<Int(node.upper) - 1]
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    return unescaped(content)
  }

  /// A string's content without escapes, which the reader found to be in order.
  private func unescaped(_ content: ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    var text = ""
    var rest = content
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        let start = rest.startIndex - 1
        let end = rest.firstIndex(of: UInt8(ascii: "\\")) ?? rest.endIndex
        text += String(decoding: units, as: UTF16.self)
        units = []
        text += String(decoding: content[start..<end], as: UTF8.self)
        rest = rest[end...]
        continue
      }
      if next == UInt8(ascii: "u") {
        units.append(UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) ?? 0xFFFD)
        rest = rest.dropFirst(4)
      } else {
        units.append(UInt16(Self.escapes[next] ?? next))
      }
    }
    return text + String(decoding: units, as: UTF16.self)
  }

  /// The characters that escapes of one letter stand for, where that is not the letter.
  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "t"): 9,
  ]
}
