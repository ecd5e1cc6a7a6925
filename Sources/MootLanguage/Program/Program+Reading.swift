extension Program {
  /// Reads a sentence that a user typed, with variables or without.
  ///
  /// Takes time in proportion to the number of relations, not of facts or rules, as long as no value is new.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public func sentence(reading text: String, from name: String = "question") -> SentenceReading {
    var program = self
    var scope = Scope()
    let result = program.reading(text, from: name) { reader, range, tree throws(Diagnostic) in
      try reader.sentence(range, of: tree, in: &scope, admitting: .all)
    }
    switch result {
    case .success(let sentence):
      return SentenceReading(
        program: program, sentence: sentence, variables: scope.finished, diagnostics: [])
    case .failure(let error):
      return SentenceReading(program: program, sentence: nil, variables: [], diagnostics: error.all)
    }
  }

  /// Reads a change that a user typed: a sentence to assume, `retract S`, `without NAME`, `prefer A over B`,
  /// `as of DATE` or `on the arguments of SPEAKER`.
  ///
  /// Adds new values, and for a preference the predicate it needs.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func change(reading text: String, from name: String = "change") -> ChangeReading {
    let result = reading(text, from: name) { reader, range, tree throws(Diagnostic) in
      try reader.change(range, of: tree)
    }
    switch result {
    case .success(let change): return ChangeReading(change: change, diagnostics: [])
    case .failure(let error): return ChangeReading(change: nil, diagnostics: error.all)
    }
  }

  /// Reads changes that a user typed on one line, joined by `and`: as few changes as read.
  ///
  /// Adds what each of them needs.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func changes(
    reading text: String, from name: String = "change"
  ) -> ChangesReading {
    let result = reading(text, from: name) { reader, range, tree throws(Diagnostic) in
      try reader.changes(range, of: tree)
    }
    switch result {
    case .success(let changes): return ChangesReading(changes: changes, diagnostics: [])
    case .failure(let error): return ChangesReading(changes: [], diagnostics: error.all)
    }
  }

  /// Diagnostics as one error.
  private struct Failure: Error {
    /// The diagnostics.
    let all: [Diagnostic]
  }

  /// Reads a typed text, which becomes the last source.
  private mutating func reading<Product>(
    _ text: String, from name: String,
    read: (inout SentenceReader, TokenRange, SyntaxTree) throws(Diagnostic) -> Product
  ) -> Result<Product, Failure> {
    let file = UInt32(sources.count)
    let bytes = Array(text.utf8)
    sources.append(SourceFile(name: name, bytes: bytes))
    var reader = SentenceReader(reading: self)
    let tokens = tokenizeLine(bytes, in: bytes.indices, file: file, into: &reader.lexicon)
    guard tokens.diagnostics.isEmpty else { return .failure(Failure(all: tokens.diagnostics)) }
    let tree = SyntaxTree(file: file, tokens: tokens.tokens)
    let range = TokenRange(lower: 0, upper: UInt32(tokens.tokens.count))
    do throws(Diagnostic) {
      if range.isEmpty {
        throw .missing(
          "a sentence", at: SourceSpan(file: file, lower: 0, upper: UInt32(bytes.count)))
      }
      let product = try read(&reader, range, tree)
      values = reader.program.values
      predicates = reader.program.predicates
      return .success(product)
    } catch {
      return .failure(Failure(all: [error]))
    }
  }
}

extension SentenceReader {
  /// Creates a reader of the sentences of a finished program.
  init(reading program: Program) {
    self.init(program: program, lexicon: Lexicon())
    for (index, predicate) in program.predicates.enumerated() {
      guard case .plain(let id) = predicate.kind else { continue }
      insertForms(of: id, plain: PredicateID(raw: UInt32(index)))
    }
  }
}
