/// Cuts the lines of a `.dfl` file into tokens.
struct DFLScanner {
  /// The bytes of the file.
  let bytes: [UInt8]
  private var position: Int
  private let textStart: Int

  /// Begins at the first line.
  init(file: SourceFile) {
    bytes = file.bytes
    textStart = file.textStart
    position = textStart
  }

  /// Replaces `tokens` by those of the next line that has any; false at the end of the file.
  mutating func scanLine(into tokens: inout [DFLToken]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        position += 1
        if !tokens.isEmpty { return true }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      case UInt8(ascii: "%") where isCommentStart, UInt8(ascii: "#") where isCommentStart:
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default:
        tokens.append(scanToken())
      }
    }
    return !tokens.isEmpty
  }

  /// Whether the character here stands at the start of a line or after a space.
  private var isCommentStart: Bool {
    guard position > textStart else { return true }
    switch bytes[position - 1] {
    case UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"): return true
    default: return false
    }
  }

  private mutating func scanToken() -> DFLToken {
    let start = position
    let kind: DFLToken.Kind
    switch bytes[start] {
    case UInt8(ascii: "("): kind = advance(1, .leftParenthesis)
    case UInt8(ascii: ")"): kind = advance(1, .rightParenthesis)
    case UInt8(ascii: ","), UInt8(ascii: "&"): kind = advance(1, .comma)
    case UInt8(ascii: ":"): kind = advance(1, .colon)
    case UInt8(ascii: "."): kind = advance(1, .period)
    case UInt8(ascii: "-"):
      kind = isNext(">") ? advance(2, .strictArrow) : advance(1, .negation)
    case UInt8(ascii: "~"):
      kind = isNext(">") ? advance(2, .defeaterArrow) : advance(1, .negation)
    case 0xC2 where start + 1 < bytes.count && bytes[start + 1] == 0xAC:
      kind = advance(2, .negation)
    case UInt8(ascii: ">"):
      kind =
        isNext(">")
        ? advance(2, .factMark) : isNext("=") ? advance(2, .greaterOrEqual) : advance(1, .greater)
    case UInt8(ascii: "<"):
      kind = isNext("=") ? advance(2, .lessOrEqual) : advance(1, .less)
    case UInt8(ascii: "="):
      kind =
        isNext(">")
        ? advance(2, .defeasibleArrow)
        : isNext("<")
          ? advance(2, .lessOrEqual) : isNext("=") ? advance(2, .equal) : advance(1, .equal)
    case UInt8(ascii: "!") where isNext("="): kind = advance(2, .notEqual)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = scanQuoted()
    case UInt8(ascii: "?"): kind = scanVariable()
    default: kind = scanWord()
    }
    return DFLToken(kind: kind, lower: UInt32(start), upper: UInt32(position))
  }

  private mutating func advance(_ count: Int, _ kind: DFLToken.Kind) -> DFLToken.Kind {
    position += count
    return kind
  }

  private func isNext(_ character: Unicode.Scalar) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: character)
  }

  /// ```
  /// quoted ::= '"' { character | "\" character } '"' | "'" { character | "\" character } "'"
  /// ```
  private mutating func scanQuoted() -> DFLToken.Kind {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == bytes[start] { return advance(1, .quoted) }
      let isEscape =
        bytes[position] == UInt8(ascii: "\\") && position + 1 < bytes.count
        && bytes[position + 1] != UInt8(ascii: "\n")
      position += isEscape ? 2 : 1
    }
    return .unclosedQuote
  }

  /// ```
  /// variable ::= "?" word
  /// anything ::= "?"
  /// ```
  private mutating func scanVariable() -> DFLToken.Kind {
    position += 1
    guard position < bytes.count, isWordByte(at: position) else { return .anything }
    _ = scanWord()
    return .variable
  }

  /// ```
  /// word ::= wordCharacter { wordCharacter | ( "-" | "." | ":" | "'" ) wordCharacter }
  /// ```
  private mutating func scanWord() -> DFLToken.Kind {
    guard isWordByte(at: position) else {
      position += 1
      return .stray
    }
    while position < bytes.count {
      if isWordByte(at: position) {
        position += 1
      } else if joinsWords(bytes[position]), position + 1 < bytes.count,
        isWordByte(at: position + 1)
      {
        position += 2
      } else {
        break
      }
    }
    return .word
  }

  private func joinsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// Whether a letter, digit or underscore stands here; beyond ASCII everything is a letter but `¬`.
  private func isWordByte(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    case 0xC2: index + 1 >= bytes.count || bytes[index + 1] != 0xAC
    case 0x80...: true
    default: false
    }
  }
}
