/// Reads the statements of a file.
///
/// Never fails: every line is read for itself, and what cannot be read is reported and marked as broken; the
/// statements after a watch stops it are missing.
public func parse(
  _ source: TokenizedSource, with lexicon: Lexicon, watch: Watch = Watch()
) -> ParsedSource {
  var parser = Parser(source: source, lexicon: lexicon)
  parser.parseLines(watch)
  return parser.finished()
}

/// The state of a parse: the line being read, and the statement that is open.
struct Parser {
  /// The words.
  let lexicon: Lexicon
  /// The lines.
  let lines: [TokenizedSource.Line]
  /// The statements so far.
  var tree: SyntaxTree
  /// What was wrong.
  var log = DiagnosticLog()
  /// The index of the line being read.
  var lineIndex = 0
  /// What is left of the line being read.
  var rest = TokenRange(lower: 0, upper: 0)
  /// The statement whose clauses are being read.
  var open: OpenStatement?
  /// Whether clauses are left out without a word, as their statement could not be recognised.
  var isSkipping = false

  /// A statement whose clauses are being read.
  struct OpenStatement {
    /// What its first line says.
    let form: Statement.Form
    /// The tokens of its first line.
    let head: TokenRange
    /// The index of its first clause.
    let firstClause: Int
    /// Whether a mistake in it was reported.
    var isBroken: Bool
    /// How far its conditions have come.
    var place = Place.beginning
    /// Whether `where` lines may follow.
    var isExtensible = false
    /// The clauses that may stand once and stand there.
    var single: [Clause.Kind: TokenRange] = [:]
    /// The last token that belongs to it.
    var end: UInt32
  }

  /// How far the conditions of a statement have come.
  enum Place {
    case beginning, premises, exceptions, conclusion
  }

  /// Starts a parse.
  init(source: TokenizedSource, lexicon: Lexicon) {
    self.lexicon = lexicon
    lines = source.lines
    tree = SyntaxTree(file: source.file, tokens: source.tokens)
  }

  /// Starts the reading of one line.
  init(line source: TokenizedSource, lexicon: Lexicon) {
    self.init(source: source, lexicon: lexicon)
    rest = TokenRange(lower: 0, upper: UInt32(source.tokens.count))
  }

  /// The product.
  func finished() -> ParsedSource {
    ParsedSource(tree: tree, diagnostics: log.entries)
  }

  /// Reads every line.
  ///
  ///     file = { statement, { clause } }
  mutating func parseLines(_ watch: Watch) {
    for (index, line) in lines.enumerated() where watch.goesOn(after: 1) {
      lineIndex = index
      rest = line.tokens
      if line.isIndented {
        parseIndented(line)
      } else {
        parseUnindented(line)
      }
    }
    closeStatement()
    if log.suppressed > 0, let last = tree.tokens.last {
      let span = tree.span(of: last)
      log = log.closed(with: .tooManyDiagnostics(log.suppressed, at: span))
    }
  }

  /// Reads an indented line: a clause, unless it is a statement by mistake.
  private mutating func parseIndented(_ line: TokenizedSource.Line) {
    guard !isSkipping else { return }
    if let open, open.form.kind == .scenario {
      parseChange(line)
    } else if open == nil || clauseKind() == nil, let (kind, words) = statementKind() {
      let keyword = TokenRange(lower: rest.lower, upper: rest.lower + UInt32(words))
      log.report(.indentedStatement(kind.rawValue, at: tree.span(of: keyword)))
      parseStatement(kind, words: words, line: line, isReported: true)
    } else if open == nil {
      log.report(.clauseWithoutStatement(at: tree.span(of: line.tokens)))
      isSkipping = true
    } else {
      parseClause(line)
    }
  }

  /// Reads a line in column 1: a statement, unless it is a clause by mistake.
  private mutating func parseUnindented(_ line: TokenizedSource.Line) {
    isSkipping = false
    if let (kind, words) = statementKind() {
      parseStatement(kind, words: words, line: line, isReported: line.isBroken)
      return
    }
    if let (kind, words) = clauseKind() {
      let keyword = TokenRange(lower: rest.lower, upper: rest.lower + UInt32(words))
      log.report(.clauseInFirstColumn(kind.rawValue, at: tree.span(of: keyword)))
      if open != nil {
        let reports = log
        parseClause(line)
        log = reports
      } else {
        isSkipping = true
      }
      return
    }
    let first = tree.tokens[Int(rest.lower)]
    let word = lexicon.text(of: first.symbol)
    let kinds = Statement.Kind.allCases
    let spelt = log.isFull ? nil : nearestName(to: word, among: kinds.map(\.rawValue))
    let nearest = suggestion(spelt: spelt)
    log.report(.unknownStatement(word, nearest: nearest, at: tree.span(of: first)))
    if nearest == spelt, let kind = kinds.first(where: { $0.rawValue == nearest }) {
      parseStatement(kind, words: 1, line: line, isReported: true)
    } else {
      closeStatement()
      isSkipping = true
    }
  }

  /// Reads the first line of a statement, and opens it for its clauses.
  private mutating func parseStatement(
    _ kind: Statement.Kind, words: Int, line: TokenizedSource.Line, isReported: Bool
  ) {
    closeStatement()
    rest = rest.dropFirst(words)
    let body = rest
    var form = Statement.Form.broken(kind, name: nil)
    var isBroken = isReported
    do throws(Diagnostic) {
      form = try statementForm(kind)
      if line.isBroken { form = .broken(kind, name: name(in: body, of: kind)) }
    } catch {
      if !isReported { log.report(error) }
      isBroken = true
      form = .broken(kind, name: name(in: body, of: kind))
    }
    open = OpenStatement(
      form: form, head: line.tokens, firstClause: tree.clauses.count, isBroken: isBroken,
      end: line.tokens.upper)
  }

  /// The name that a statement declares although the rest of its first line could not be read.
  private func name(in body: TokenRange, of kind: Statement.Kind) -> TokenIndex? {
    let hasName =
      switch kind {
      case .source, .speaker, .contention, .rule, .question, .scenario, .name: true
      case .title, .asOf, .use, .relation, .action, .incompatible, .fact, .unknown, .preference,
        .expectation:
        false
      }
    if kind == .preference {
      let named = body.indices.last { lexicon.keyword(of: tree.tokens[$0].symbol) == .as }
      guard let named, named + 1 < Int(body.upper) else { return nil }
      return TokenIndex(raw: UInt32(named + 1))
    }
    guard hasName, !body.isEmpty, tree.tokens[Int(body.lower)].kind == .word else { return nil }
    return TokenIndex(raw: body.lower)
  }

  /// Ends the open statement, if one is open.
  mutating func closeStatement() {
    guard let statement = open else { return }
    let whole = TokenRange(lower: statement.head.lower, upper: statement.end)
    tree.statements.append(
      Statement(
        form: statement.form, head: statement.head,
        clauses: UInt32(statement.firstClause)..<UInt32(tree.clauses.count),
        isBroken: statement.isBroken, span: tree.span(of: whole)))
    open = nil
  }
}
