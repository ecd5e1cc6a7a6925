/// Reads a `.dfl` file line by line.
struct DFLParser {
  /// The statement of the line read last.
  private(set) var statement = DFLStatement()
  private let source: SourceFile
  private let bytes: [UInt8]
  private let file: UInt32
  private var scanner: DFLScanner
  private var tokens: [DFLToken] = []
  private var index = 0
  private var namespaces: DFLNamespaces?

  /// The first thing wrong with a line.
  struct SyntaxError: Error {
    /// What is wrong.
    let diagnostic: Diagnostic
  }

  /// Creates a parser for a file.
  init(source: SourceFile, file: UInt32) {
    self.source = source
    self.file = file
    bytes = source.bytes
    scanner = DFLScanner(file: source)
  }

  /// Reads the next line into `statement`; false at the end of the file.
  ///
  /// After an error, the line behind it is next.
  ///
  /// ```
  /// line ::= [ label ":" ] ( fact | rule ) [ "." ] | ranking [ "." ]
  /// ```
  mutating func parseLine() throws(SyntaxError) -> Bool {
    guard scanner.scanLine(into: &tokens) else { return false }
    if tokens.count > 1, tokens[tokens.count - 1].kind == .period { tokens.removeLast() }
    index = 0
    statement.clear()
    statement.lower = tokens[0].lower
    statement.upper = tokens[tokens.count - 1].upper
    if let broken = tokens.first(where: { $0.kind == .unclosedQuote }) {
      throw error(.unclosedQuote(span: span(of: broken)))
    }
    guard let mark = tokens.first(where: { $0.kind == .factMark || $0.force != nil }) else {
      try parseRanking()
      return true
    }
    separateLabel()
    parseLabel()
    if let force = mark.force {
      try parseRule(force)
    } else {
      try parseFact()
    }
    return true
  }

  /// ```
  /// label ::= word
  /// ```
  private mutating func parseLabel() {
    guard tokens.count > 1, tokens[0].kind == .word, tokens[1].kind == .colon else { return }
    statement.label = tokens[0]
    index = 2
  }

  /// Takes `r1:a` at the start of a line for a label and a name, unless `r1:` begins names elsewhere.
  private mutating func separateLabel() {
    let first = tokens[0]
    guard first.kind == .word, tokens.count > 1, tokens[1].kind != .colon,
      let colon = bytes[first.range].firstIndex(of: UInt8(ascii: ":"))
    else { return }
    let known = namespaces ?? DFLNamespaces(of: source)
    namespaces = known
    guard !known.contains(bytes[first.range.lowerBound..<colon]) else { return }
    let middle = UInt32(colon)
    tokens.replaceSubrange(
      0..<1,
      with: [
        DFLToken(kind: .word, lower: first.lower, upper: middle),
        DFLToken(kind: .colon, lower: middle, upper: middle + 1),
        DFLToken(kind: .word, lower: middle + 1, upper: first.upper),
      ])
  }

  /// ```
  /// fact ::= ">>" literal { "," literal }
  /// ```
  private mutating func parseFact() throws(SyntaxError) {
    statement.form = .fact
    guard consume(.factMark) else { throw unexpected(instead: "a literal or \">>\"") }
    repeat { statement.heads.append(try parseLiteral()) } while consume(.comma)
    try expectEnd()
  }

  /// ```
  /// rule  ::= [ condition { "," condition } ] arrow literal
  /// arrow ::= "->" | "=>" | "~>"
  /// ```
  private mutating func parseRule(_ force: Rule.Force) throws(SyntaxError) {
    statement.form = .rule(force)
    if current?.force == nil {
      repeat { try parseCondition() } while consume(.comma)
    }
    guard current?.force != nil else { throw unexpected(instead: "\",\" or an arrow") }
    index += 1
    if let word = current, isNot(word), peek(1) != nil, peek(1)?.kind != .leftParenthesis {
      throw error(.negationAsFailureInHead(span: span(of: word)))
    }
    statement.heads.append(try parseLiteral())
    if let comma = current, comma.kind == .comma {
      throw error(.severalConclusions(span: span(of: comma)))
    }
    try expectEnd()
  }

  /// ```
  /// ranking ::= word ">" word { ">" word }
  /// ```
  private mutating func parseRanking() throws(SyntaxError) {
    statement.form = .ranking
    guard tokens.contains(where: { $0.kind == .greater }) else {
      throw error(.noStatement(span: SourceSpan(file, statement.lower, statement.upper)))
    }
    repeat {
      guard let label = current, label.kind == .word else { throw unexpected(instead: "a label") }
      statement.ranking.append(label)
      index += 1
    } while consume(.greater)
    try expectEnd()
  }

  /// ```
  /// condition ::= "not" literal | term comparison term | literal
  /// ```
  private mutating func parseCondition() throws(SyntaxError) {
    if let word = current, isNot(word), let next = peek(1) {
      switch next.kind {
      case .word, .quoted, .negation:
        index += 1
        if isNot(next), peek(1)?.kind == .word { throw unexpected(instead: "a literal") }
        statement.body.append(.exception(try parseLiteral()))
        return
      case .leftParenthesis:
        throw error(.bracketedNot(span: span(of: next)))
      case .variable, .anything, .comma, .colon, .period, .rightParenthesis, .strictArrow,
        .defeasibleArrow, .defeaterArrow, .factMark, .greater, .greaterOrEqual, .less,
        .lessOrEqual, .equal, .notEqual, .unclosedQuote, .stray:
        break
      }
    }
    if isComparison {
      let left = try parseTerm()
      guard let relation = current?.comparison else { throw unexpected(instead: "a comparison") }
      index += 1
      statement.body.append(.comparison(left, relation, try parseTerm()))
    } else {
      statement.body.append(.premise(try parseLiteral()))
    }
  }

  /// Whether a term and a sign of comparison come next; a negative number has two tokens.
  private var isComparison: Bool {
    let sign = current?.kind == .negation ? peek(2) : peek(1)
    return sign?.comparison != nil
  }

  /// ```
  /// literal  ::= { negation } name [ "(" [ term { "," term } ] ")" ]
  /// negation ::= "-" | "~" | "¬"
  /// name     ::= word | quoted
  /// ```
  private mutating func parseLiteral() throws(SyntaxError) -> DFLStatement.Literal {
    guard let start = current else { throw unexpected(instead: "a literal") }
    var isNegated = false
    while consume(.negation) { isNegated.toggle() }
    guard let name = current, name.kind == .word || name.kind == .quoted else {
      throw unexpected(instead: "a literal")
    }
    index += 1
    let firstTerm = statement.terms.count
    if consume(.leftParenthesis), !consume(.rightParenthesis) {
      repeat { statement.terms.append(try parseTerm()) } while consume(.comma)
      guard consume(.rightParenthesis) else { throw unexpected(instead: "\",\" or \")\"") }
    }
    return DFLStatement.Literal(
      isNegated: isNegated, name: name, terms: firstTerm..<statement.terms.count,
      lower: start.lower, upper: tokens[index - 1].upper)
  }

  /// ```
  /// term   ::= word | quoted | variable | "?" | "_" | number
  /// number ::= [ "-" ] word
  /// ```
  private mutating func parseTerm() throws(SyntaxError) -> DFLToken {
    guard let token = current else { throw unexpected(instead: "a term") }
    switch token.kind {
    case .word, .quoted, .variable, .anything:
      index += 1
      if let next = current, next.kind == .leftParenthesis {
        throw error(.nestedTerm(span: span(of: next)))
      }
      return token.asTerm(in: bytes)
    case .negation:
      guard let digits = peek(1), digits.kind == .word, digits.lower == token.upper,
        bytes[Int(token.lower)] == UInt8(ascii: "-"),
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[Int(digits.lower)])
      else { throw unexpected(instead: "a term") }
      index += 2
      return DFLToken(kind: .word, lower: token.lower, upper: digits.upper)
    case .comma, .colon, .period, .leftParenthesis, .rightParenthesis, .strictArrow,
      .defeasibleArrow, .defeaterArrow, .factMark, .greater, .greaterOrEqual, .less, .lessOrEqual,
      .equal, .notEqual, .unclosedQuote, .stray:
      throw unexpected(instead: "a term")
    }
  }

  private var current: DFLToken? { index < tokens.count ? tokens[index] : nil }

  private func peek(_ distance: Int) -> DFLToken? {
    index + distance < tokens.count ? tokens[index + distance] : nil
  }

  private mutating func consume(_ kind: DFLToken.Kind) -> Bool {
    guard index < tokens.count, tokens[index].kind == kind else { return false }
    index += 1
    return true
  }

  private func isNot(_ token: DFLToken) -> Bool {
    token.kind == .word && token.upper - token.lower == 3
      && bytes[token.range].elementsEqual("not".utf8)
  }

  private func expectEnd() throws(SyntaxError) {
    guard index == tokens.count else { throw unexpected(instead: "the end of the line") }
  }

  private func span(of token: DFLToken) -> SourceSpan {
    SourceSpan(file, token.lower, token.upper)
  }

  private func error(_ diagnostic: Diagnostic) -> SyntaxError {
    SyntaxError(diagnostic: diagnostic)
  }

  private func unexpected(instead expected: String) -> SyntaxError {
    guard let token = current else {
      let end = SourceSpan(file, statement.upper, statement.upper)
      return error(.unexpectedEnd(expected: expected, span: end))
    }
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    return error(.unexpectedToken(text, expected: expected, span: span(of: token)))
  }
}
