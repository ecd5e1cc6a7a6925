/// Reads comparisons and calculations from the words of a line.
///
/// A bracket need not stand apart from the number or variable beside it.
struct ExpressionReader {
  private let tree: SyntaxTree
  private let lexicon: Lexicon
  private let items: [Item]
  private var position = 0
  private var termCount = 0
  private var depth = 0
  private let range: TokenRange

  /// A word, or a bracket that was written close to one.
  private struct Item {
    /// What it is.
    let kind: Kind
    /// The token it is part of.
    let index: TokenIndex

    /// What a word can be.
    enum Kind: Equatable {
      case opening
      case closing
      case variable
      /// A number or a date.
      case literal
      case keyword(Keyword)
      case other
    }
  }

  /// Starts the reading of some words of a line.
  init(_ range: TokenRange, of tree: SyntaxTree, with lexicon: Lexicon) {
    self.tree = tree
    self.lexicon = lexicon
    self.range = range
    items = range.indices.flatMap { Self.items(of: $0, in: tree, with: lexicon) }
  }

  /// Reads a comparison, or a calculation.
  ///
  ///     comparison = expression, ( "before" | "after" | "on", "or", "before" | … | "=" | "<" | … ),
  ///                  expression
  mutating func comparison() throws(Diagnostic) -> ComparisonSyntax {
    if let plain = plainComparison() { return plain }
    let left = try expression()
    guard let (relation, words) = comparisonKeywords.match({ keyword($0) }) else {
      throw unexpected("a comparison such as \"=\" or \"before\"")
    }
    position += words
    let right = try expression()
    guard position == items.count else { throw unexpected("an operation such as \"+\"") }
    return ComparisonSyntax(left: left, relation: relation, right: right, tokens: range)
  }

  /// The comparison of two terms that the words are, if they are one; here a term may be a name.
  private func plainComparison() -> ComparisonSyntax? {
    guard items.count == range.count,
      let (relation, words) = comparisonKeywords.match({ keyword($0 + 1) }),
      items.count == words + 2
    else { return nil }
    return ComparisonSyntax(
      left: plainTerm(items[0]), relation: relation, right: plainTerm(items[words + 1]),
      tokens: range)
  }

  /// A side of a comparison that is one term.
  private func plainTerm(_ item: Item) -> ExpressionSyntax {
    item.kind == .keyword(.today) ? .today(item.index) : .term(item.index)
  }

  /// Reads a sum or difference.
  ///
  ///     expression = product, { ( "+" | "-" ), product }
  mutating func expression() throws(Diagnostic) -> ExpressionSyntax {
    var sum = try product()
    while let sign = accept([.plus: Calculation.Operator.plus, .minus: .minus]) {
      sum = .arithmetic(sign, sum, try product())
    }
    return sum
  }

  /// Reads a product or quotient.
  ///
  ///     product = factor, { ( "*" | "/" ), factor }
  private mutating func product() throws(Diagnostic) -> ExpressionSyntax {
    var product = try factor()
    while let sign = accept([.times: Calculation.Operator.times, .slash: .dividedBy]) {
      product = .arithmetic(sign, product, try factor())
    }
    return product
  }

  /// Reads what is not divided by operations.
  ///
  ///     factor = value, [ unit, ( "before" | "after" ), factor ]
  ///            | ( "later" | "earlier" ), "of", factor, ",", factor
  ///            | "days", "from", factor, "to", factor
  ///     unit   = "day" | "days" | "month" | "months" | "year" | "years"
  private mutating func factor() throws(Diagnostic) -> ExpressionSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionSyntax.mostTerms else { throw tooLong }
    if keyword(1) == .of, keyword() == .later || keyword() == .earlier {
      let isLater = keyword() == .later
      position += 2
      let first = try factor()
      try require(.comma)
      let second = try factor()
      return isLater ? .later(first, second) : .earlier(first, second)
    }
    if keyword() == .days, keyword(1) == .from {
      position += 2
      let first = try factor()
      try require(.to)
      return .days(from: first, to: try factor())
    }
    let value = try value()
    guard keyword(1) == .before || keyword(1) == .after,
      let unit = accept(Self.units)
    else { return value }
    let direction: Calculation.Direction = keyword() == .before ? .before : .after
    position += 1
    return .shifted(value, unit, direction, of: try factor())
  }

  private static let units: [Keyword: Calculation.Unit] = [
    .day: .days, .days: .days, .month: .months, .months: .months, .year: .years, .years: .years,
  ]

  /// Reads a value.
  ///
  ///     value = "(", expression, ")" | variable | number | date | "today"
  private mutating func value() throws(Diagnostic) -> ExpressionSyntax {
    guard position < items.count else { throw unexpected("a value") }
    let item = items[position]
    switch item.kind {
    case .opening:
      position += 1
      let inner = try expression()
      guard position < items.count, items[position].kind == .closing else {
        throw unexpected("\")\"")
      }
      position += 1
      return inner
    case .variable, .literal:
      position += 1
      termCount += 1
      guard termCount <= ExpressionSyntax.mostTerms else { throw tooLong }
      return .term(item.index)
    case .keyword(.today):
      position += 1
      return .today(item.index)
    case .closing, .keyword, .other:
      throw unexpected("a variable, a number or a date")
    }
  }

  /// The keyword at a distance from the place reached.
  private func keyword(_ distance: Int = 0) -> Keyword? {
    guard position + distance < items.count,
      case .keyword(let keyword) = items[position + distance].kind
    else { return nil }
    return keyword
  }

  /// Steps over a keyword when it is one of some; returns what it stands for.
  private mutating func accept<Choice>(_ choices: [Keyword: Choice]) -> Choice? {
    guard let keyword = keyword(), let choice = choices[keyword] else { return nil }
    position += 1
    return choice
  }

  /// Steps over a keyword that must come next.
  private mutating func require(_ word: Keyword) throws(Diagnostic) {
    guard keyword() == word else { throw unexpected("\"\(word.rawValue)\"") }
    position += 1
  }

  /// What is wrong when something must come next and does not.
  private func unexpected(_ what: String) -> Diagnostic {
    guard position < items.count else {
      return .missing(what, at: tree.span(of: items[items.count - 1].index))
    }
    let token = tree[items[position].index]
    let found = lexicon.text(of: token.symbol)
    switch items[position].kind {
    case .opening: return .expected(what, found: "(", at: tree.span(of: token))
    case .closing: return .expected(what, found: ")", at: tree.span(of: token))
    case .keyword, .variable, .literal:
      return .expected(what, found: found, at: tree.span(of: token))
    case .other: return .notInCalculation(found, at: tree.span(of: token))
    }
  }

  private var tooLong: Diagnostic {
    .calculationTooLong(ExpressionSyntax.mostTerms, at: tree.span(of: range))
  }
}

extension ExpressionReader {
  /// The parts of a token: brackets at its ends, and what is between them.
  private static func items(
    of index: Int, in tree: SyntaxTree, with lexicon: Lexicon
  ) -> [Item] {
    let token = tree.tokens[index]
    let place = TokenIndex(raw: UInt32(index))
    switch token.kind {
    case .variable: return [Item(kind: .variable, index: place)]
    case .quoted, .wildcard: return [Item(kind: .other, index: place)]
    case .word, .mark: break
    }
    if let keyword = lexicon.keyword(of: token.symbol) {
      return [Item(kind: .keyword(keyword), index: place)]
    }
    let word = lexicon.bytes(of: token.symbol)
    let inner = word.withoutBrackets
    var items = Array(
      repeating: Item(kind: .opening, index: place), count: inner.startIndex - word.startIndex)
    if !inner.isEmpty { items.append(Item(kind: kind(of: inner), index: place)) }
    items += Array(
      repeating: Item(kind: .closing, index: place), count: word.endIndex - inner.endIndex)
    return items
  }

  /// What a word without brackets is.
  private static func kind(of word: ArraySlice<UInt8>) -> Item.Kind {
    if Value.number(reading: word) != nil || Value.date(reading: word) != nil { return .literal }
    return Keyword(rawValue: String(decoding: word, as: UTF8.self)).map { .keyword($0) } ?? .other
  }
}

extension ArraySlice<UInt8> {
  /// The bytes between opening brackets at the start and closing ones at the end.
  var withoutBrackets: ArraySlice<UInt8> {
    let start = firstIndex { $0 != UInt8(ascii: "(") } ?? endIndex
    let end = self[start...].lastIndex { $0 != UInt8(ascii: ")") }.map { $0 + 1 } ?? start
    return self[start..<end]
  }
}
