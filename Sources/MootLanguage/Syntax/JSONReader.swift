/// Reads a JSON text (RFC 8259) into its values, without recursion.
struct JSONReader {
  /// The values so far.
  private(set) var document = JSONDocument()
  private let bytes: [UInt8]
  private let file: UInt32
  private var position: Int
  /// The objects and arrays that are open, the innermost last.
  private var open: [Int] = []
  /// How many objects and arrays may stand inside each other; facts need four.
  private static let mostOpen = 16

  /// Begins at the start of a file with an index.
  init(_ source: SourceFile, file: UInt32) {
    bytes = source.bytes
    self.file = file
    position = source.textStart
  }

  /// Reads the whole text; throws the first mistake.
  ///
  /// ```
  /// text   ::= value
  /// value  ::= object | array | string | number | "true" | "false" | "null"
  /// object ::= "{" [ string ":" value { "," string ":" value } ] "}"
  /// array  ::= "[" [ value { "," value } ] "]"
  /// ```
  ///
  /// - Parameter watch: stops the reading, which then throws that it was stopped.
  mutating func read(_ watch: Watch) throws(Diagnostic) {
    try readValue()
    while let innermost = open.last {
      guard watch.goesOn(after: 1) else { throw .readingStopped(at: span(0, 0)) }
      let isObject = document.nodes[innermost].kind == .object
      let isFirst = Int(document.nodes[innermost].end) == document.nodes.count
      skipSpace()
      if accept(isObject ? "}" : "]") {
        open.removeLast()
        document.close(innermost, at: position)
        continue
      }
      if !isFirst { try require(",", or: isObject ? "\"}\"" : "\"]\"") }
      if isObject {
        skipSpace()
        guard peek == UInt8(ascii: "\"") else { throw unexpected("a name in quotation marks") }
        try readString()
        try require(":", or: nil)
      }
      try readValue()
    }
    skipSpace()
    if position < bytes.count { throw unexpected("the end of the file") }
  }

  /// Reads a value; of an object or array only the beginning.
  private mutating func readValue() throws(Diagnostic) {
    skipSpace()
    guard let byte = peek else { throw unexpected("a value") }
    switch byte {
    case UInt8(ascii: "{"): try openValue(.object)
    case UInt8(ascii: "["): try openValue(.array)
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    default: try readWord()
    }
  }

  /// Begins an object or array.
  private mutating func openValue(_ kind: JSONDocument.Kind) throws(Diagnostic) {
    guard open.count < Self.mostOpen else {
      throw .jsonTooDeep(Self.mostOpen, at: span(position, position + 1))
    }
    open.append(document.append(kind, position, position + 1))
    position += 1
  }

  /// ```
  /// string ::= '"' { character | "\" ( '"' | "\" | "/" | "b" | "f" | "n" | "r" | "t" | "u" hex hex hex hex ) } '"'
  /// ```
  private mutating func readString() throws(Diagnostic) {
    let start = position
    position += 1
    while let byte = peek, byte != UInt8(ascii: "\"") {
      if byte < 0x20 {
        throw byte == UInt8(ascii: "\n")
          ? .unclosedQuote(at: span(start, start + 1))
          : .controlCharacter(byte, at: span(position, position + 1))
      }
      if byte == UInt8(ascii: "\\") { try readEscape() } else { position += 1 }
    }
    guard peek != nil else { throw .unclosedQuote(at: span(start, start + 1)) }
    position += 1
    _ = document.append(.string, start, position)
  }

  /// Steps over an escape; half a surrogate pair is none.
  private mutating func readEscape() throws(Diagnostic) {
    let start = position
    position += 2
    guard position <= bytes.count else { return }
    guard bytes[position - 1] == UInt8(ascii: "u") else {
      if "\"\\/bfnrt".utf8.contains(bytes[position - 1]) { return }
      throw .badJSONEscape(at: span(start, position))
    }
    let unit = takeHexadecimal()
    guard let unit, !UTF16.isTrailSurrogate(unit) else {
      throw .badJSONEscape(at: span(start, position))
    }
    guard UTF16.isLeadSurrogate(unit) else { return }
    guard accept("\\"), accept("u"), let next = takeHexadecimal(), UTF16.isTrailSurrogate(next)
    else { throw .badJSONEscape(at: span(start, position)) }
  }

  /// Takes four hexadecimal digits.
  private mutating func takeHexadecimal() -> UInt16? {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    position += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// ```
  /// number ::= [ "-" ] ( "0" | digit-but-0 { digit } ) [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ]
  /// ```
  private mutating func readNumber() throws(Diagnostic) {
    let start = position
    _ = accept("-")
    let first = position
    var isWhole = takeDigits()
    if bytes[first..<position].count > 1, bytes[first] == UInt8(ascii: "0") { isWhole = false }
    if isWhole, accept(".") { isWhole = takeDigits() }
    if isWhole, accept("e") || accept("E") {
      if !accept("+") { _ = accept("-") }
      isWhole = takeDigits()
    }
    guard isWhole else { throw .badJSONNumber(at: span(start, max(position, start + 1))) }
    _ = document.append(.number, start, position)
  }

  /// Takes digits; tells whether there were any.
  private mutating func takeDigits() -> Bool {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position > start
  }

  /// Reads `true`, `false` or `null`.
  private mutating func readWord() throws(Diagnostic) {
    for word in ["true", "false", "null"] where bytes[position...].starts(with: word.utf8) {
      _ = document.append(.word, position, position + word.utf8.count)
      position += word.utf8.count
      return
    }
    throw unexpected("a value")
  }

  /// The byte that comes next.
  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over a character when it comes next.
  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Steps over a character that must come next.
  private mutating func require(
    _ character: Unicode.Scalar, or other: String?
  ) throws(Diagnostic) {
    skipSpace()
    if !accept(character) {
      throw unexpected(["\"\(character)\"", other].compactMap(\.self).joined(separator: " or "))
    }
  }

  /// Steps over spaces and line ends.
  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  /// What is wrong when something must come next and does not.
  private func unexpected(_ expected: String) -> Diagnostic {
    guard position < bytes.count else {
      let end = max(bytes.count, 1)
      return .jsonEndsEarly(expected: expected, at: span(end - 1, end))
    }
    let text = String(decoding: bytes[position...].prefix(40), as: UTF8.self)
    let word = text.prefix { !$0.isWhitespace && !"{}[],:\"".contains($0) }
    let found = String(word.isEmpty ? text.prefix(1) : word)
    return .unexpectedToken(
      found, expected: expected, span: span(position, position + found.utf8.count))
  }

  /// The place between two offsets.
  private func span(_ lower: Int, _ upper: Int) -> SourceSpan {
    SourceSpan(file, UInt32(lower), UInt32(min(upper, bytes.count)))
  }
}
