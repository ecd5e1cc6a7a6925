import MootLanguage

/// A line of a rule file with its words.
struct Line {
  /// The line.
  let text: String
  /// Its words, without a comment.
  let words: [Word]
  /// Whether it is a clause.
  let isIndented: Bool

  /// A word of a line.
  struct Word {
    /// What it is.
    let kind: Token.Kind
    /// The bytes of it.
    let range: Range<Int>
    /// How it is written.
    let spelling: String

    /// Whether it is a date with a month, or a number as long as a year.
    var isDate: Bool { Value.date(reading: Array(spelling.utf8)) != nil }
    /// Whether it is a number or a date.
    var isNumberOrDate: Bool { isDate || Value.number(reading: Array(spelling.utf8)) != nil }
  }

  /// Divides a line into words.
  init(_ text: String) {
    self.text = text
    var lexicon = Lexicon()
    let bytes = Array(text.utf8)
    let tokens = tokenize(SourceFile(name: "line", bytes: bytes), file: 0, into: &lexicon)
    words = tokens.tokens.map { token in
      let range = Int(token.lower)..<Int(token.upper)
      return Word(
        kind: token.kind, range: range, spelling: String(decoding: bytes[range], as: UTF8.self))
    }
    isIndented = text.hasPrefix(" ")
  }

  /// The line with another word at a place.
  func text(with word: String, at place: Int) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(words[place].range, with: word.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line without a word.
  func text(without place: Int) -> String {
    var bytes = Array(text.utf8)
    var range = words[place].range
    if range.upperBound < bytes.count, bytes[range.upperBound] == UInt8(ascii: " ") {
      range = range.lowerBound..<range.upperBound + 1
    } else if place > 0 {
      range = words[place - 1].range.upperBound..<range.upperBound
    }
    bytes.removeSubrange(range)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a message can call a word that is dropped and that nobody could guess: a date, a name, or a hole of
  /// the sentence that it filled.
  func sorts(at place: Int) -> [String] {
    let word = words[place]
    if word.isNumberOrDate { return ["date", "number", "did you mean"] }
    let isName = word.kind == .quoted || word.spelling.first?.isUppercase ?? false
    let follows = place > 0 && ["rule", "as", "by", "question"].contains(words[place - 1].spelling)
    return (isName ? ["did you mean"] : []) + (follows ? ["name"] : [])
  }

  /// The words by which others refer to what the line declares, a list for each way: a name, or the words of
  /// a sentence and of its contrary.
  var declaredWords: [[String]] {
    guard !isIndented, words.count > 1 else { return [] }
    switch words[0].spelling {
    case "source", "speaker", "rule", "contention", "question", "scenario", "name":
      return [[words[1].spelling]]
    case "prefer":
      let named = words.firstIndex { $0.spelling == "as" }
      return named.map { [[words[$0 + 1].spelling]] } ?? []
    case "relation", "action":
      let sentences = words.indices.dropFirst().split { words[$0].spelling == "/" }
      return sentences.map { sentence in
        sentence.filter { place in
          let word = words[place]
          return word.kind == .word && words[place - 1].spelling != ":"
            && !word.spelling.contains("(") && !word.spelling.contains("[")
        }.map { words[$0].spelling }
      }
    default: return []
    }
  }

  /// Whether it has all of some words.
  func contains(_ others: [String]) -> Bool {
    let spellings = Set(words.map(\.spelling))
    return others.allSatisfy(spellings.contains)
  }
}
