/// Puts a rule file into the one canonical layout.
///
/// Statements start in column 1, clauses two spaces further; one space stands between words, and none before
/// a `,`, a `:` or an `'s`. No empty line stands within a statement and at most one between two, exactly one
/// where both have clauses. Comments keep their places: on lines of their own as far in as what follows, at
/// the end of a line after two spaces. Words, quotations and numbers stay as they are written, so the tokens
/// of each line are the same as before, and formatting twice is formatting once.
///
/// Works on tokens and lines alone, whatever statements and clauses there are. A file with a line that cannot
/// be read is not formatted.
public func formatted(_ source: SourceFile) -> FormattedSource {
  var lexicon = Lexicon()
  let tokens = tokenize(source, file: 0, into: &lexicon)
  var log = DiagnosticLog()
  log.report(tokens.diagnostics)
  log.report(parse(tokens, with: lexicon).diagnostics)
  guard !log.hasError else { return FormattedSource(bytes: nil, diagnostics: log.inSourceOrder) }
  var layout = Layout(lines: lines(of: source, tokens), source: source.bytes, tokens: tokens.tokens)
  layout.appendAll()
  return FormattedSource(bytes: layout.text, diagnostics: log.inSourceOrder)
}

/// A line of a file, also one without tokens.
private struct Line {
  /// Its tokens; none on an empty line and on one with a comment only.
  let tokens: TokenRange
  /// Whether its tokens begin after a space: a clause.
  let isIndented: Bool
  /// The bytes of its comment from the hyphens on, without spaces at the end; empty where there is none.
  let comment: Range<Int>

  /// Whether it has neither tokens nor a comment.
  var isEmpty: Bool { tokens.isEmpty && comment.isEmpty }
}

/// The lines of a file: those that have tokens as the tokenizer divided them, and the others.
private func lines(of source: SourceFile, _ tokenized: TokenizedSource) -> [Line] {
  let table = LineTable(of: source)
  var tokenLines = tokenized.lines[...]
  return (1...table.starts.count).map { number in
    let bytes = source.bytes(ofLine: number, lines: table)
    var (tokens, isIndented) = (TokenRange(lower: 0, upper: 0), false)
    var start = bytes.lowerBound
    if let next = tokenLines.first,
      tokenized.tokens[Int(next.tokens.lower)].lower < bytes.upperBound
    {
      (tokens, isIndented) = (next.tokens, next.isIndented)
      start = Int(tokenized.tokens[Int(next.tokens.upper) - 1].upper)
      tokenLines.removeFirst()
    }
    return Line(
      tokens: tokens, isIndented: isIndented,
      comment: trimmed(start..<max(start, bytes.upperBound), of: source.bytes))
  }
}

/// A stretch of bytes without spaces and tabs at its ends.
private func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
  var (lower, upper) = (range.lowerBound, range.upperBound)
  func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
  while lower < upper, isSpace(bytes[lower]) { lower += 1 }
  while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
  return lower..<upper
}

/// The state of a formatting: the text so far, and the lines that wait for what follows them.
private struct Layout {
  /// The lines of the file.
  let lines: [Line]
  /// The bytes of the file.
  let source: [UInt8]
  /// The tokens of the file.
  let tokens: [Token]
  /// The canonical text so far.
  var text: [UInt8] = []
  /// Comments and empty lines since the last line with tokens.
  var waiting: [Line] = []
  /// Whether the last statement has clauses.
  var hasClauses = false

  /// Lays out all lines.
  mutating func appendAll() {
    for index in lines.indices {
      let line = lines[index]
      if line.tokens.isEmpty {
        waiting.append(line)
      } else if line.isIndented {
        waiting.removeAll { $0.isEmpty }
        appendWaiting(indent: "  ")
        append(line, indent: "  ")
        hasClauses = true
      } else {
        separate(isFollowedByClause: isFollowedByClause(index))
        appendWaiting(indent: "")
        append(line, indent: "")
        hasClauses = false
      }
    }
    while waiting.last?.isEmpty ?? false { waiting.removeLast() }
    appendWaiting(indent: "")
  }

  /// Whether the next line with tokens after a line is a clause.
  private func isFollowedByClause(_ index: Int) -> Bool {
    lines[(index + 1)...].first { !$0.tokens.isEmpty }?.isIndented ?? false
  }

  /// Puts an empty line after a statement with clauses where another one with clauses follows.
  private mutating func separate(isFollowedByClause: Bool) {
    guard hasClauses, isFollowedByClause, !waiting.contains(where: \.isEmpty) else { return }
    text.append(UInt8(ascii: "\n"))
  }

  /// Lays out the comments and empty lines that waited; of several empty lines one, of the first ones none.
  private mutating func appendWaiting(indent: String) {
    var followsEmptyLine = text.isEmpty
    for line in waiting {
      if !line.isEmpty {
        append(line, indent: indent)
      } else if !followsEmptyLine {
        text.append(UInt8(ascii: "\n"))
      }
      followsEmptyLine = line.isEmpty
    }
    waiting = []
  }

  /// Lays out a line.
  private mutating func append(_ line: Line, indent: String) {
    text += indent.utf8
    for (place, token) in tokens[line.tokens.indices].enumerated() {
      if place > 0, token.kind != .mark { text.append(UInt8(ascii: " ")) }
      text += source[Int(token.lower)..<Int(token.upper)]
    }
    if !line.tokens.isEmpty, !line.comment.isEmpty { text += "  ".utf8 }
    text += source[line.comment]
    text.append(UInt8(ascii: "\n"))
  }
}
