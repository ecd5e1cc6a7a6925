/// An input as lines of words, which are changed, moved and exchanged.
struct LinedText {
  private var lines: [ArraySlice<UInt8>]

  /// Divides an input into its lines.
  init(_ bytes: [UInt8]) {
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The input again.
  var bytes: [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

  /// Makes one change.
  mutating func change(_ draws: inout Draws) {
    let place = draws.below(lines.count)
    let other = draws.below(lines.count)
    switch draws.below(6) {
    case 0: lines.swapAt(place, other)
    case 1: lines.insert(lines[place], at: other)
    case 2: if lines.count > 1 { lines.remove(at: place) }
    case 3: exchangeWord(in: place, for: other, &draws)
    case 4: exchangeWord(in: place, for: place, &draws)
    default: lines[place] = lines[other]
    }
  }

  /// Puts some lines of another text somewhere, in a row.
  mutating func insert(from other: LinedText, _ draws: inout Draws) {
    let start = draws.below(other.lines.count)
    let end = min(other.lines.count, start + 1 + draws.below(8))
    lines.insert(contentsOf: other.lines[start..<end], at: draws.below(lines.count + 1))
  }

  /// Puts a word of one line in the place of a word of another; mostly one that begins in the same way, which is
  /// more often read.
  private mutating func exchangeWord(in line: Int, for other: Int, _ draws: inout Draws) {
    let space = UInt8(ascii: " ")
    var words = lines[line].split(separator: space, omittingEmptySubsequences: false)
    guard !words.isEmpty else { return }
    let place = draws.below(words.count)
    var choices = lines[other].split(separator: space)
    if draws.below(4) > 0 {
      let beginning = words[place].first.map(Self.beginning)
      choices = choices.filter { $0.first.map(Self.beginning) == beginning }
    }
    guard let word = draws.pick(choices) else { return }
    words[place] = word
    lines[line] = Array(words.joined(separator: [space]))[...]
  }

  /// What a first byte makes of a word: digits are alike, and so are capitals, small letters, and what is beyond
  /// ASCII; a mark is like itself.
  private static func beginning(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(ascii: "a")
    case 0x80...: 0x80
    default: byte
    }
  }
}
