extension String {
  /// The text with control characters, line separators, marks that turn the direction of writing and what
  /// cannot be seen at all shown as `\u{202E}`, so that it can be printed to a terminal.
  public var withControlsEscaped: String {
    escapingControls { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
  }

  /// The text with `escape` in place of each scalar that is a control or cannot be seen.
  public func escapingControls(with escape: (Unicode.Scalar) -> String) -> String {
    guard utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return self }
    var escaped = ""
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar.isControl || scalar.isJoiner && last.isASCII {
        escaped += escape(scalar)
      } else {
        escaped.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return escaped
  }

  /// The text with another in place of each scalar that has one.
  ///
  /// Where notations count bytes, characters are not enough: a quotation mark with an accent behind it is another
  /// character, and so is a line end of two.
  public func replacingScalars(with replacement: (Unicode.Scalar) -> String?) -> String {
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let replacement = replacement(scalar) {
        text += replacement
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The text behind its first scalar, with what combines with that.
  var withoutFirstScalar: String { String(unicodeScalars.dropFirst()) }

  /// Whether the text begins with the bytes of another.
  public func beginsWithBytes(of other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the text ends in the bytes of another.
  func endsInBytes(of other: String) -> Bool {
    utf8.reversed().starts(with: other.utf8.reversed())
  }

  /// The text between double quotes, with `\` before a double quote and `\`, and controls escaped.
  var quoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return (quoted + "\"").withControlsEscaped
  }

  /// The text as a JSON string.
  var quotedForJSON: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Whether it is no character to be seen but does something to those around it, or nothing at all.
  ///
  /// The list is that of Unicode's controls, line separators, bidirectional marks and ignorable characters, without
  /// the joiners and variation selectors that writing needs.
  public var isControl: Bool {
    guard value > 0x7E else { return value < 0x20 }
    return switch value {
    case 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180E, 0x200B,
      0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
      0xFFFE...0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF:
      true
    default: false
    }
  }

  /// Whether it joins or parts the characters around it and cannot be seen itself: needed in some scripts, and
  /// behind a letter of ASCII never.
  public var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
