import struct FoundationEssentials.Decimal

extension Value {
  /// The value as it is written in `.moot` files: a name in quotes unless it is a single word that cannot be
  /// taken for anything else.
  public var text: String {
    switch self {
    case .entity(let name): Self.isBareName(name) ? name : name.quoted
    case .number(let number): number.description
    case .date(let date): date.text
    }
  }

  /// The value as a person reads it: names without quotes, dates in words, long numbers in groups of digits.
  public var reading: String {
    switch self {
    case .entity(let name): name.withControlsEscaped
    case .number(let number): Self.grouped(number.description)
    case .date(let date): date.reading
    }
  }

  /// A number of five digits or more with commas between groups of three.
  private static func grouped(_ number: String) -> String {
    let sign = number.prefix { $0 == "-" }
    let digits = number.dropFirst(sign.count).prefix { $0.isNumber }
    guard digits.count >= 5 else { return number }
    var text = String(sign)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text + number.dropFirst(sign.count + digits.count)
  }

  /// The value in the notation of JSON answers.
  var literal: String {
    switch self {
    case .entity(let name): Self.isLiteralWord(name) ? name : name.quotedForJSON
    case .number(let number): number.description
    case .date(let date): date.text
    }
  }

  /// The value as it is written in `.dfl` files.
  var theoryText: String {
    switch self {
    case .entity(let name): Self.isTheoryConstant(name) ? name : name.quoted
    case .number(let number): number.description
    case .date(let date): date.text.quoted
    }
  }

  /// Whether a name stands without quotes in the rule language.
  static func isBareName(_ name: String) -> Bool {
    isWord(name) && !signalWords.contains(name)
  }

  /// Words that mean something else at the start of a sentence or in place of a value.
  private static let signalWords: Set<String> = [
    "not", "every", "at", "arguably", "conclusively", "presumably", "retract", "without", "prefer",
    "today",
  ]

  /// Whether a name is a single word of the rule language, and no number or date.
  private static func isWord(_ name: String) -> Bool {
    if isPlainWord(name) { return true }
    guard !name.isEmpty, name != "/", !isNumberOrDate(name),
      !["?", "--"].contains(where: { name.beginsWithBytes(of: $0) }),
      ![",", ":", "'s"].contains(where: { name.endsInBytes(of: $0) })
    else { return false }
    return !name.unicodeScalars.contains {
      $0 == "\"" || $0.properties.isWhitespace || $0.isControl
    }
  }

  /// Whether a name is a single word in the notation of JSON answers, where commas and parentheses stand
  /// between words.
  private static func isLiteralWord(_ name: String) -> Bool {
    isWord(name) && !name.unicodeScalars.contains { ",()\\".unicodeScalars.contains($0) }
  }

  /// Whether a name is a constant of a `.dfl` file when it stands without quotes.
  private static func isTheoryConstant(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first != "_", !first.properties.isUppercase else {
      return false
    }
    return isTheoryWord(name) && number(reading: name.utf8) == nil
  }

  /// Whether a name is one word of a `.dfl` file.
  static func isTheoryWord(_ name: String) -> Bool {
    if isPlainWord(name) { return true }
    guard !name.unicodeScalars.contains(where: { $0.isControl || $0.properties.isWhitespace })
    else { return false }
    var scanner = DFLScanner(file: SourceFile(name: "", bytes: Array(name.utf8)))
    var tokens: [DFLToken] = []
    guard scanner.scanLine(into: &tokens), tokens.count == 1 else { return false }
    return tokens[0].kind == .word && tokens[0].range == 0..<name.utf8.count
  }

  /// Whether a name is an ASCII letter with letters and digits behind it, as nearly all are.
  private static func isPlainWord(_ name: String) -> Bool {
    guard let first = name.utf8.first, first > UInt8(ascii: "9") else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
  }

  private static func isNumberOrDate(_ name: String) -> Bool {
    guard let first = name.utf8.first,
      first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return number(reading: name.utf8) != nil || date(reading: name.utf8) != nil
  }
}
