/// A line of source as it is printed under a diagnostic: tabs spread, controls escaped, and of a long line
/// only what stands around the span.
struct SourceExcerpt {
  /// The line, or a part of it.
  let text: String
  /// The number of columns before the underlined stretch.
  let indent: Int
  /// The number of columns of the underlined stretch, at least 1.
  let width: Int

  /// The columns shown at most of the stretch, and on either side of it.
  private static let mostColumns = (stretch: 72, side: 40)

  /// Creates the excerpt of a line that holds the start of a span; the stretch ends with the line.
  init(of bytes: [UInt8], line: Range<Int>, span: SourceSpan) {
    let lower = min(max(Int(span.lower), line.lowerBound), line.upperBound)
    let upper = min(max(Int(span.upper), lower), line.upperBound)
    let side = Self.mostColumns.side
    let before = Self.columns(of: bytes, line.lowerBound..<lower, fromEnd: true, atMost: side)
    let stretch = Self.columns(
      of: bytes, lower..<upper, fromEnd: false, atMost: Self.mostColumns.stretch)
    let after = Self.columns(of: bytes, upper..<line.upperBound, fromEnd: false, atMost: side)
    text = before.text + stretch.text + (stretch.isCut ? "" : after.text)
    indent = before.width
    width = max(1, stretch.width)
  }

  /// The characters of some bytes as they are shown, from one end as far as the columns reach.
  private static func columns(
    of bytes: [UInt8], _ range: Range<Int>, fromEnd: Bool, atMost limit: Int
  ) -> (text: String, width: Int, isCut: Bool) {
    // No more bytes are looked at than can be shown, for lines can be as long as a file.
    let reach = min(range.count, limit * 8)
    let near = fromEnd ? range.suffix(reach) : range.prefix(reach)
    if bytes[near].allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) {
      let shown = fromEnd ? near.suffix(limit) : near.prefix(limit)
      return marked(
        String(decoding: bytes[shown], as: UTF8.self), width: shown.count, fromEnd: fromEnd,
        isCut: shown.count < range.count)
    }
    let characters = Array(String(decoding: bytes[near], as: UTF8.self))
    var shown: [String] = []
    var width = 0
    for character in fromEnd ? characters.reversed() : characters {
      let text = visible(character)
      let columns = text.reduce(0) { $0 + Self.width(of: $1) }
      guard width + columns <= limit else { break }
      shown.append(text)
      width += columns
    }
    return marked(
      (fromEnd ? shown.reversed() : shown).joined(), width: width, fromEnd: fromEnd,
      isCut: shown.count < characters.count || near.count < range.count)
  }

  /// A text that is shown, with a mark where it is cut.
  private static func marked(
    _ text: String, width: Int, fromEnd: Bool, isCut: Bool
  ) -> (text: String, width: Int, isCut: Bool) {
    guard isCut else { return (text, width, false) }
    return (fromEnd ? "…" + text : text + "…", width + 1, true)
  }

  private static func visible(_ character: Character) -> String {
    character == "\t" ? "    " : String(character).withControlsEscaped
  }

  /// The columns a terminal gives a character: two for East Asian letters and for pictures.
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}
