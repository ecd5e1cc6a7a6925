extension Checker {
  /// Reads the tests kept beside the law.
  mutating func readExpectations() {
    for (number, question) in reader.program.questions.enumerated() {
      questionIndex.insert(question.sentence, number: number)
    }
    for tree in trees {
      for statement in tree.statements where watch.goesOn(after: Watch.statement) {
        guard
          case .expectation(let question, let outcome, let changes, let scenario) = statement.form
        else { continue }
        do throws(Diagnostic) {
          try readExpectation(
            question, tree.outcomes[Int(outcome)], changes, in: scenario, statement, tree)
        } catch {
          log.report(error)
          isBroken = true
        }
      }
    }
  }

  /// Reads one test.
  private mutating func readExpectation(
    _ question: TokenIndex, _ outcome: ExpectedOutcome, _ changes: TokenRange?,
    in scenario: TokenIndex?, _ statement: Statement, _ tree: SyntaxTree
  ) throws(Diagnostic) {
    var ranges = changes.map { [$0] } ?? []
    var scenarios = scenario.map { [$0] } ?? []
    for clause in tree.clauses(of: statement) {
      if case .changes(let range) = clause.form { ranges.append(range) }
      if case .scenario(let name) = clause.form { scenarios.append(name) }
    }
    var read: [Change] = []
    for name in scenarios {
      let changes = try self.changes(ofScenario: name, tree)
      // Tests of one scenario share its changes.
      if read.isEmpty { read = changes } else { read += changes }
    }
    for range in ranges {
      do throws(Diagnostic) {
        read += try reader.changes(range, of: tree)
      } catch {
        log.report(error)
        isBroken = true
      }
    }
    guard watch.goesOn(after: read.count), let (index, instance) = try self.question(question, tree)
    else { return }
    reader.program.expectations.append(
      Expectation(
        question: index, instance: instance, outcome: outcome, changes: read,
        span: statement.span))
  }

  /// The question that a name or a quoted sentence means; `nil` when its mistake was reported already.
  private mutating func question(
    _ index: TokenIndex, _ tree: SyntaxTree
  ) throws(Diagnostic) -> (Int, instance: Sentence?)? {
    let token = tree[index]
    if token.kind == .quoted { return try instance(index, tree) }
    if let question = questions[token.symbol] { return question < 0 ? nil : (question, nil) }
    let text = text(index, tree)
    let near = nearest(to: text, among: reader.program.questions.map(\.name))
    throw .unknownName("question", text, nearest: near, at: tree.span(of: index))
  }

  /// The question that a quoted sentence is an instance of.
  private mutating func instance(
    _ index: TokenIndex, _ tree: SyntaxTree
  ) throws(Diagnostic) -> (Int, instance: Sentence?)? {
    let token = tree[index]
    let quoted = reader.tokenizeQuoted(token, in: tree)
    let span = tree.span(of: index)
    guard !quoted.tokens.isEmpty else { throw .missing("a sentence", at: span) }
    var scope = Scope()
    let whole = TokenRange(lower: 0, upper: UInt32(quoted.tokens.count))
    let sentence = try reader.sentence(
      whole, of: quoted, in: &scope, admitting: .values("an instance of a question"))
    let asked = reader.program.questions
    let question = questionIndex.firstNumber(meeting: sentence) {
      asked[$0].sentence.hasInstance(sentence)
    }
    guard let question else {
      if questions.values.contains(-1) { return nil }
      throw .noSuchInstance(text(index, tree), at: span)
    }
    return (question, sentence)
  }
}

extension SentenceReader {
  /// The tokens of a quoted sentence, at their places in the file where the quotation has no escapes.
  mutating func tokenizeQuoted(_ token: Token, in tree: SyntaxTree) -> SyntaxTree {
    let content = Array(lexicon.bytes(of: token.symbol))
    let source = tokenizeLine(content, in: content.indices, file: tree.file, into: &lexicon)
    let isPlain = Int(token.upper - token.lower) == content.count + 2
    let tokens = source.tokens.map { inner in
      Token(
        kind: inner.kind, symbol: inner.symbol,
        lower: isPlain ? token.lower + 1 + inner.lower : token.lower,
        upper: isPlain ? token.lower + 1 + inner.upper : token.upper)
    }
    return SyntaxTree(file: tree.file, tokens: tokens)
  }
}

extension Sentence {
  /// Whether another sentence is this one with its variables filled in.
  func hasInstance(_ other: Sentence) -> Bool {
    guard predicate == other.predicate, terms.count == other.terms.count else { return false }
    var bindings: [VariableID: Term] = [:]
    for (pattern, term) in zip(terms, other.terms) {
      switch pattern {
      case .any: continue
      case .value: if pattern != term { return false }
      case .variable(let id):
        if let bound = bindings[id], bound != term { return false }
        bindings[id] = term
      }
    }
    return true
  }
}
