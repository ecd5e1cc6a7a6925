/// Divides the text of a file into tokens and lines; words are numbered by the lexicon.
///
/// Never fails: what cannot be read is reported and left out; the lines after a watch stops it are missing.
public func tokenize(
  _ source: SourceFile, file: UInt32, into lexicon: inout Lexicon, watch: Watch = Watch()
) -> TokenizedSource {
  let whole = SourceSpan(file: file, lower: 0, upper: 0)
  var result = TokenizedSource(file: file)
  guard source.bytes.count <= maximumFileSize else {
    result.diagnostics = [.fileTooLarge(limit: maximumFileSize, at: whole)]
    return result
  }
  if let offset = firstInvalidUTF8Offset(in: source.bytes) {
    let span = SourceSpan(file: file, lower: UInt32(offset), upper: UInt32(offset) + 1)
    result.diagnostics = [.invalidUTF8(at: span)]
    return result
  }
  var tokenizer = Tokenizer(bytes: source.bytes, result: result)
  let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
  tokenizer.readLines(
    from: source.bytes.starts(with: byteOrderMark) ? 3 : 0, to: source.bytes.count, into: &lexicon,
    watch)
  return tokenizer.finished()
}

/// The tokens of a stretch of a file, as one line: a quoted sentence, or one that a user typed.
func tokenizeLine(
  _ bytes: [UInt8], in range: Range<Int>, file: UInt32, into lexicon: inout Lexicon
) -> TokenizedSource {
  var tokenizer = Tokenizer(bytes: bytes, result: TokenizedSource(file: file))
  tokenizer.readLine(range, into: &lexicon)
  return tokenizer.finished()
}

/// The number of bytes a file may have.
let maximumFileSize = 64 * 1024 * 1024

/// The state of a division into tokens.
private struct Tokenizer {
  /// The text.
  let bytes: [UInt8]
  /// The tokens and lines so far.
  var result: TokenizedSource
  /// What was wrong.
  var log = DiagnosticLog()

  /// The product.
  func finished() -> TokenizedSource {
    var result = result
    result.diagnostics = log.entries
    return result
  }

  /// Reads all lines from an offset to another.
  mutating func readLines(
    from lower: Int, to upper: Int, into lexicon: inout Lexicon, _ watch: Watch
  ) {
    var start = lower
    while start < upper, watch.goesOn(after: 1) {
      let end = bytes[start..<upper].firstIndex(of: UInt8(ascii: "\n")) ?? upper
      readLine(start..<end, into: &lexicon)
      start = end + 1
    }
  }

  /// Reads one line, without its line feed; `--` where a word could begin starts a comment.
  mutating func readLine(_ range: Range<Int>, into lexicon: inout Lexicon) {
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let first = UInt32(result.tokens.count)
    let mark = log.entries.count + log.suppressed
    var index = range.lowerBound
    let isIndented = index < end && Self.isSpace(bytes[index])
    while index < end {
      let byte = bytes[index]
      if Self.isSpace(byte) {
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        index = readQuoted(from: index, to: end, into: &lexicon)
      } else if byte == UInt8(ascii: "-"), index + 1 < end, bytes[index + 1] == byte {
        break
      } else {
        index = readWord(from: index, to: end, into: &lexicon)
      }
    }
    let tokens = TokenRange(lower: first, upper: UInt32(result.tokens.count))
    let isBroken = mark != log.entries.count + log.suppressed
    guard !tokens.isEmpty else { return }
    result.lines.append(.init(tokens: tokens, isIndented: isIndented, isBroken: isBroken))
  }

  /// Reads a run of characters without space or quotation mark; returns the offset after it.
  ///
  ///     word = character, { character } ; a trailing "," or ":" or "'s" is a word of its own
  private mutating func readWord(from lower: Int, to end: Int, into lexicon: inout Lexicon) -> Int {
    var upper = lower
    var isPlain = true
    while upper < end, !Self.isSpace(bytes[upper]), bytes[upper] != UInt8(ascii: "\"") {
      let byte = bytes[upper]
      if byte < 0x20 || byte >= 0x7f { isPlain = false }
      upper += 1
    }
    if !isPlain {
      for index in lower..<upper {
        guard let length = complainAboutCharacter(at: index) else { continue }
        if index > lower { appendWord(lower, index, into: &lexicon) }
        return index + length
      }
    }
    appendWord(lower, upper, into: &lexicon)
    return upper
  }

  /// Appends the word between two offsets, its trailing marks as words of their own, and so are brackets around a
  /// variable.
  private mutating func appendWord(_ lower: Int, _ upper: Int, into lexicon: inout Lexicon) {
    var start = lower
    while start < upper, bytes[start] == UInt8(ascii: "(") { start += 1 }
    let isVariable = start < upper && bytes[start] == UInt8(ascii: "?")
    if !isVariable { start = lower }
    var end = upper
    var trailing: [(kind: Token.Kind, lower: Int)] = []
    while end - start > 1 {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ",") || last == UInt8(ascii: ":") {
        trailing.append((.mark, end - 1))
      } else if end - start > 2, last == UInt8(ascii: "s"), bytes[end - 2] == UInt8(ascii: "'") {
        trailing.append((.mark, end - 2))
      } else if isVariable, last == UInt8(ascii: ")") {
        trailing.append((.word, end - 1))
      } else {
        break
      }
      end = trailing[trailing.count - 1].lower
    }
    for index in lower..<start { append(.word, index, index + 1, into: &lexicon) }
    append(kind(ofWordFrom: start, to: end), start, end, into: &lexicon)
    while let (kind, place) = trailing.popLast() {
      append(kind, place, trailing.last?.lower ?? upper, into: &lexicon)
    }
  }

  /// Appends a token whose spelling is what is written.
  private mutating func append(
    _ kind: Token.Kind, _ lower: Int, _ upper: Int, into lexicon: inout Lexicon
  ) {
    let symbol = lexicon.intern(bytes[lower..<upper])
    result.tokens.append(
      Token(kind: kind, symbol: symbol, lower: UInt32(lower), upper: UInt32(upper)))
  }

  /// The kind of a word without its trailing marks.
  private mutating func kind(ofWordFrom lower: Int, to upper: Int) -> Token.Kind {
    if bytes[lower] == UInt8(ascii: "?") {
      if upper == lower + 1 { return .wildcard }
      if !bytes[lower + 1..<upper].allSatisfy(Self.isNameByte) {
        let text = String(decoding: bytes[lower..<upper], as: UTF8.self)
        log.report(.badVariable(text, at: span(lower, upper)))
      }
      return .variable
    }
    let isMark =
      upper == lower + 1
      ? bytes[lower] == UInt8(ascii: ",") || bytes[lower] == UInt8(ascii: ":")
      : bytes[lower..<upper].elementsEqual("'s".utf8)
    return isMark ? .mark : .word
  }

  /// Reads a quotation; returns the offset after it.
  ///
  ///     quoted = '"', { character | '\"' | '\\' | '\u{', digits, '}' }, '"'
  private mutating func readQuoted(from lower: Int, to end: Int, into lexicon: inout Lexicon) -> Int
  {
    var index = lower + 1
    var content: [UInt8] = []
    var isClosed = false
    while index < end, !isClosed {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        isClosed = true
      } else if byte == UInt8(ascii: "\\") {
        index += 1
        if let (character, length) = CharacterNumber.read(from: bytes[index..<end]) {
          content += String(character).utf8
          index += length
          continue
        }
        guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == byte else {
          log.report(.unknownEscape(at: span(index - 1, min(index + 1, end))))
          continue
        }
        content.append(bytes[index])
      } else {
        if byte < 0x20 && byte != 9 || byte == 0x7f {
          log.report(.controlCharacter(byte, at: span(index, index + 1)))
        }
        content.append(byte)
      }
      index += 1
    }
    if !isClosed { log.report(.unclosedQuote(at: span(lower, end))) }
    result.tokens.append(
      Token(
        kind: .quoted, symbol: lexicon.intern(content[...]), lower: UInt32(lower),
        upper: UInt32(index)))
    return index
  }

  /// The place between two offsets.
  private func span(_ lower: Int, _ upper: Int) -> SourceSpan {
    SourceSpan(file: result.file, lower: UInt32(lower), upper: UInt32(upper))
  }
}

extension Tokenizer {
  /// Reports a character that no word may have; returns the bytes to skip, or `nil` where all is well.
  private mutating func complainAboutCharacter(at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7f {
      log.report(.controlCharacter(byte, at: span(index, index + 1)))
      return 1
    }
    if byte >= 0xc0, let length = unusualSpaceLength(at: index) { return length }
    // U+201C, U+201D and U+201E.
    if byte == 0xe2, bytes[index + 1] == 0x80, (0x9c...0x9e).contains(bytes[index + 2]) {
      log.report(.curlyQuote(at: span(index, index + 3)))
      return 3
    }
    return nil
  }

  /// Reports a space other than the ordinary one at an offset; returns its length, or `nil` where is none.
  private mutating func unusualSpaceLength(at index: Int) -> Int? {
    let length: Int
    switch bytes[index] {
    case 0xc2 where bytes[index + 1] == 0xa0: length = 2
    case 0xe2 where bytes[index + 1] == 0x80 && Self.isSpaceEnd(bytes[index + 2]): length = 3
    case 0xe3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: length = 3
    case 0xef where bytes[index + 1] == 0xbb && bytes[index + 2] == 0xbf: length = 3
    default: return nil
    }
    log.report(.unusualSpace(at: span(index, index + length)))
    return length
  }

  /// Whether a byte ends the encoding of one of the spaces U+2000 to U+200B, U+2028, U+2029 or U+202F.
  private static func isSpaceEnd(_ byte: UInt8) -> Bool {
    (0x80...0x8b).contains(byte) || byte == 0xa8 || byte == 0xa9 || byte == 0xaf
  }

  /// Whether a byte is a space or tab.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }

  /// Whether a byte may stand in the name of a variable.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }
}
