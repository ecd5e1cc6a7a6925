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

  /// Puts a word of one line in the place of a word of another.
  private mutating func exchangeWord(in line: Int, for other: Int, _ draws: inout Draws) {
    let space = UInt8(ascii: " ")
    var words = lines[line].split(separator: space, omittingEmptySubsequences: false)
    guard let word = draws.pick(lines[other].split(separator: space)), !words.isEmpty else {
      return
    }
    words[draws.below(words.count)] = word
    lines[line] = Array(words.joined(separator: [space]))[...]
  }
}
