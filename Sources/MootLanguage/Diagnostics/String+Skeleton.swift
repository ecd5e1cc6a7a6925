extension String {
  /// What a reader sees of the text: letters that look alike are the same letter, and what cannot be seen is left
  /// out.
  ///
  /// Two texts with one skeleton look alike, after Unicode Technical Standard 39, section 4, for the letters of
  /// Latin, Cyrillic, Greek and Armenian, their forms of other widths and styles, and digits.
  var skeleton: String {
    var skeleton = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        skeleton.unicodeScalars.append(scalar.seenInASCII)
      } else if !scalar.isControl, !scalar.isJoiner, !scalar.properties.isVariationSelector {
        skeleton.unicodeScalars.append(scalar.seen)
      }
    }
    return skeleton
  }

  /// The first character that the text has in place of another one of a text with the same skeleton.
  func firstDifference(from other: String) -> Unicode.Scalar? {
    let (own, others) = (Array(unicodeScalars), Array(other.unicodeScalars))
    let place = own.indices.first { $0 >= others.count || own[$0] != others[$0] }
    return place.map { own[$0] }
  }

  /// The scripts of a word of the text that has letters of several, one of them with a double in another; `nil`
  /// where no word has.
  var mixedScripts: [String]? {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    for word in unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
      var scripts: [String] = []
      for script in word.compactMap(\.script) where !scripts.contains(script) {
        scripts.append(script)
      }
      let hasDouble = word.contains { $0.value >= 0x80 && $0.seen.isASCII }
      if scripts.count > 1, hasDouble { return scripts }
    }
    return nil
  }

  /// The first character that cannot be seen or turns the direction of writing.
  var firstHidden: Unicode.Scalar? {
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar.isControl || scalar.isJoiner && last.isASCII { return scalar }
      last = scalar
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// The scalar as `U+0410`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The letter or digit that is seen, for one of ASCII.
  fileprivate var seenInASCII: Unicode.Scalar {
    switch self {
    case "0": "O"
    case "1", "I", "|": "l"
    default: self
    }
  }

  /// The letter that is seen, of those it looks like the one in ASCII where there is one.
  fileprivate var seen: Unicode.Scalar {
    if let double = Self.doubles[self] { return double.seenInASCII }
    let plain: UInt32
    switch value {
    case 0xFF01...0xFF5E: plain = value - 0xFEE0
    case 0x1D400...0x1D6A3:
      let place = (value - 0x1D400) % 52
      plain = place < 26 ? 0x41 + place : 0x61 + place - 26
    case 0x1D7CE...0x1D7FF: plain = 0x30 + (value - 0x1D7CE) % 10
    default: return self
    }
    return Unicode.Scalar(plain)?.seenInASCII ?? self
  }

  /// The script of a letter, of those whose letters have doubles in others.
  fileprivate var script: String? {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: "Latin"
    case 0x370...0x3FF, 0x1F00...0x1FFF: "Greek"
    case 0x400...0x52F: "Cyrillic"
    case 0x531...0x58F: "Armenian"
    default: nil
    }
  }

  /// Letters and marks with a double in ASCII.
  private static let doubles: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      ("аеорсухіјѕһԁԛԝӏ", "aeopcyxijshdqwl"), ("АВЕКМНОРСТУХІЈЅЗ", "ABEKMHOPCTYXIJS3"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("αονιρυκϲϳ", "aovipukcj"),
      ("օսհոցԼՏ", "ouhngLS"), ("ıɑɡⅠⅤⅩⅰⅴⅹ", "iagIVXivx"), ("‐‑‒–—−", "------"),
      ("’‘ʼ′", "''''"),
    ]
    var doubles: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letters, plain) in pairs {
      for (letter, double) in zip(letters.unicodeScalars, plain.unicodeScalars) {
        doubles[letter] = double
      }
    }
    return doubles
  }()
}
