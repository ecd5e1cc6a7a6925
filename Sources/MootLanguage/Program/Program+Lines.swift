extension Program {
  /// Reads many sentences, each as `sentence(reading:)` does, in one go: new values of all of them come into
  /// this program, and the lines together become its last source.
  ///
  /// Takes time in proportion to the text. Ends at the first line that cannot be read.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func sentences(
    readingLines lines: [String], from name: String = "questions"
  ) -> (sentences: [Sentence], diagnostics: [Diagnostic]) {
    let (sentences, diagnostics) = read(lines, from: name) {
      reader, range, tree throws(Diagnostic) in
      var scope = Scope()
      return try reader.sentence(range, of: tree, in: &scope, admitting: .all)
    }
    return (sentences, diagnostics)
  }

  /// Reads many changes, each as `change(reading:)` does, in one go.
  ///
  /// Takes time in proportion to the text. Ends at the first line that cannot be read.
  ///
  /// - Parameter name: what diagnostics call the typed text.
  public mutating func changes(
    readingLines lines: [String], from name: String = "changes"
  ) -> (changes: [Change], diagnostics: [Diagnostic]) {
    let (changes, diagnostics) = read(lines, from: name) {
      reader, range, tree throws(Diagnostic) in
      try reader.change(range, of: tree)
    }
    return (changes, diagnostics)
  }

  private mutating func read<Product>(
    _ lines: [String], from name: String,
    _ read: (inout SentenceReader, TokenRange, SyntaxTree) throws(Diagnostic) -> Product
  ) -> (products: [Product], diagnostics: [Diagnostic]) {
    let file = UInt32(sources.count)
    let bytes = Array(lines.joined(separator: "\n").utf8)
    sources.append(SourceFile(name: name, bytes: bytes))
    var reader = SentenceReader(reading: self)
    var products: [Product] = []
    products.reserveCapacity(lines.count)
    var start = 0
    for line in lines {
      let end = start + line.utf8.count
      defer { start = end + 1 }
      let tokens = tokenizeLine(bytes, in: start..<end, file: file, into: &reader.lexicon)
      guard tokens.diagnostics.isEmpty else { return (products, tokens.diagnostics) }
      let tree = SyntaxTree(file: file, tokens: tokens.tokens)
      let range = TokenRange(lower: 0, upper: UInt32(tokens.tokens.count))
      do throws(Diagnostic) {
        if range.isEmpty {
          let span = SourceSpan(file: file, lower: UInt32(start), upper: UInt32(end))
          throw .missing("a sentence", at: span)
        }
        products.append(try read(&reader, range, tree))
      } catch {
        return (products, [error])
      }
    }
    values = reader.program.values
    predicates = reader.program.predicates
    return (products, [])
  }
}
