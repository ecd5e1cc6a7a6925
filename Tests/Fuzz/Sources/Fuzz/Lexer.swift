@testable import MootLanguage

/// Tokens: each is a stretch of the file behind the one before it, on one line; laid out again with single spaces
/// they are the same tokens.
func examineTokens(of bytes: [UInt8]) {
  var lexicon = Lexicon()
  let source = SourceFile(name: "fuzz.moot", bytes: bytes)
  let first = tokenize(source, file: 0, into: &lexicon)
  examineOrder(of: first, in: bytes)
  examine(first.diagnostics, in: [source])
  guard !first.diagnostics.contains(where: { $0.severity == .error }) else { return }
  var fresh = Lexicon()
  let again = SourceFile(name: "fuzz.moot", bytes: laidOut(first, of: bytes))
  let second = tokenize(again, file: 0, into: &fresh)
  claim(
    !second.diagnostics.contains { $0.severity == .error }, "tokens laid out again are no tokens")
  examineSameness(second, first)
}

/// Claims that tokens follow one another, line after line.
private func examineOrder(of tokenized: TokenizedSource, in bytes: [UInt8]) {
  var (end, next) = (0, 0)
  for line in tokenized.lines {
    claim(line.tokens.indices.lowerBound == next, "tokens lie between two lines")
    claim(!line.tokens.isEmpty, "a line has no tokens")
    next = line.tokens.indices.upperBound
    for token in tokenized.tokens[line.tokens.indices] {
      claim(Int(token.lower) >= end && token.lower < token.upper, "a token is out of order")
      end = Int(token.upper)
      claim(end <= bytes.count, "a token ends behind the file")
      let spelling = bytes[Int(token.lower)..<end]
      claim(!spelling.contains(UInt8(ascii: "\n")), "a token goes over the end of its line")
    }
  }
  claim(next == tokenized.tokens.count, "tokens belong to no line")
}

/// The tokens as a file: one space between two of them.
private func laidOut(_ tokenized: TokenizedSource, of bytes: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  for line in tokenized.lines {
    if line.isIndented { text.append(UInt8(ascii: " ")) }
    for (place, token) in tokenized.tokens[line.tokens.indices].enumerated() {
      if place > 0, token.kind != .mark { text.append(UInt8(ascii: " ")) }
      text += bytes[Int(token.lower)..<Int(token.upper)]
    }
    text.append(UInt8(ascii: "\n"))
  }
  return text
}

/// Claims that two files have the same tokens in the same lines.
func examineSameness(_ found: TokenizedSource, _ expected: TokenizedSource) {
  claim(found.tokens.count, equals: expected.tokens.count, "another number of tokens")
  for (found, expected) in zip(found.tokens, expected.tokens) {
    claim(found.kind == expected.kind, "another kind of token")
    claim(found.symbol.raw == expected.symbol.raw, "another word")
  }
  claim(found.lines.count, equals: expected.lines.count, "another number of lines")
  for (found, expected) in zip(found.lines, expected.lines) {
    claim(found.tokens.indices == expected.tokens.indices, "a line has other tokens")
    claim(found.isIndented == expected.isIndented, "a line is further in")
  }
}
