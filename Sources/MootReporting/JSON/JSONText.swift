import FoundationEssentials
import MootLanguage
import MootReasoning

/// A document as JSON text: keys sorted, and lines of at most 100 columns where that is possible.
func jsonText(_ document: some Encodable) -> String {
  laidOut(json: compactJSONText(document), width: 100) + "\n"
}

/// A document in which some lists are empty, with these filled, as JSON text: element by element, as there can be
/// millions, and all of them as documents at once would take many times the room.
///
/// - Parameter lists: the keys of lists that stand at the top, in the order of the keys, which no other part has.
func jsonText(_ frame: some Encodable, filling lists: [JSONList]) -> String {
  let text = compactJSONText(frame)
  var rest = Substring(text)
  var layout = JSONLayout(width: 100)
  for list in lists where list.count > 0 {
    guard let place = rest.firstRange(of: "\"\(list.key)\":[]") else {
      preconditionFailure("a list that is to be filled is in the document")
    }
    layout.add(String(rest[..<place.upperBound].dropLast()))
    let start = layout.text.utf8.count
    for index in 0..<list.count {
      if index > 0 { layout.add(",") }
      layout.add(list.element(index))
      guard index == 999 else { continue }
      layout.reserveRoom((layout.text.utf8.count - start) / 1000 * list.count / 10 * 11)
    }
    rest = rest[place.upperBound...]
    layout.add("]")
  }
  layout.add(String(rest) + "\n")
  return layout.text
}

/// A list of a document that is written element by element.
struct JSONList {
  /// Its key.
  let key: String
  /// The number of its elements.
  let count: Int
  /// An element as JSON on one line.
  let element: (Int) -> String

  /// How many elements go into a document at once.
  static let mostAtOnce = 1_000
}

/// A document as JSON text on one line, keys sorted, so that equal documents are equal bytes.
func compactJSONText(_ document: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(document) else {
    preconditionFailure("a document is made of strings, whole numbers and lists only")
  }
  return String(decoding: data, as: UTF8.self).withControlsEscapedForJSON
}

extension String {
  /// JSON in which what cannot be seen is written as `\u202e`; it stands in strings alone.
  var withControlsEscapedForJSON: String {
    escapingControls { scalar in
      UTF16.encode(scalar).map { units in
        units.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
      } ?? ""
    }
  }
}

/// A text as a JSON string, with its quotes.
func jsonString(_ text: String) -> String {
  var bytes: [UInt8] = [UInt8(ascii: "\"")]
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes += [UInt8(ascii: "\\"), byte]
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      bytes +=
        Array("\\u00".utf8) + (digits.count == 1 ? [UInt8(ascii: "0")] : []) + Array(digits.utf8)
    default:
      bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
  return String(decoding: bytes, as: UTF8.self).withControlsEscapedForJSON
}

/// A value that is written as `null` where there is none.
struct Nullable<Wrapped: Encodable>: Encodable {
  /// The value.
  let value: Wrapped?

  /// Creates a value to be written.
  init(_ value: Wrapped?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

/// A grade interval in JSON.
struct GradeDocument: Encodable {
  /// The name of the lower grade.
  let lower: String
  /// The name of the upper grade.
  let upper: String

  /// Creates the document of an interval.
  init(_ interval: GradeInterval) {
    lower = interval.lower.name
    upper = interval.upper.name
  }
}
