/// A token of a `.dfl` file.
struct DFLToken {
  /// What it is.
  let kind: Kind
  /// The offset of its first byte.
  let lower: UInt32
  /// The offset after its last byte.
  let upper: UInt32

  /// What a token can be.
  enum Kind: UInt8 {
    /// A name or an unsigned number.
    case word
    /// A name in quotes, which belong to the token.
    case quoted
    /// `?x`, or an argument that begins with a capital or `_`.
    case variable
    /// `?`, or the argument `_`.
    case anything
    /// `-`, `~` or `¬`.
    case negation
    /// A comma or `&`.
    case comma
    case colon
    case period
    case leftParenthesis
    case rightParenthesis
    /// `->`
    case strictArrow
    /// `=>`
    case defeasibleArrow
    /// `~>`
    case defeaterArrow
    /// `>>`
    case factMark
    /// `>`, which also ranks rules.
    case greater
    case greaterOrEqual
    case less
    case lessOrEqual
    case equal
    case notEqual
    /// A quotation mark without its partner.
    case unclosedQuote
    /// A character that means nothing here.
    case stray
  }

  /// The bytes of the token.
  var range: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether it is a variable, named or not.
  var isVariable: Bool { kind == .variable || kind == .anything }

  /// The bytes of a name: those of a variable without its question mark.
  func name(in bytes: [UInt8]) -> Range<Int> {
    kind == .variable && bytes[Int(lower)] == UInt8(ascii: "?")
      ? Int(lower) + 1..<Int(upper) : range
  }

  /// The token where an argument is expected: there, a capital makes a word a variable.
  func asTerm(in bytes: [UInt8]) -> DFLToken {
    guard kind == .word else { return self }
    let first = bytes[Int(lower)]
    switch first {
    case UInt8(ascii: "_"):
      return DFLToken(kind: upper - lower == 1 ? .anything : .variable, lower: lower, upper: upper)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return DFLToken(kind: .variable, lower: lower, upper: upper)
    case 0x80...:
      let scalar = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first
      guard let scalar, scalar.properties.isUppercase else { return self }
      return DFLToken(kind: .variable, lower: lower, upper: upper)
    default:
      return self
    }
  }

  /// The comparison it is a sign of.
  var comparison: Comparison.Relation? {
    switch kind {
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .word, .quoted, .variable, .anything, .negation, .comma, .colon, .period,
      .leftParenthesis, .rightParenthesis, .strictArrow, .defeasibleArrow, .defeaterArrow,
      .factMark, .unclosedQuote, .stray:
      nil
    }
  }

  /// The force of the rules it is the arrow of.
  var force: Rule.Force? {
    switch kind {
    case .strictArrow: .strict
    case .defeasibleArrow: .defeasible
    case .defeaterArrow: .defeater
    case .word, .quoted, .variable, .anything, .negation, .comma, .colon, .period,
      .leftParenthesis, .rightParenthesis, .factMark, .greater, .greaterOrEqual, .less,
      .lessOrEqual, .equal, .notEqual, .unclosedQuote, .stray:
      nil
    }
  }
}
