/// Reads a theory in the arrow notation of the field from one or more `.dfl` files.
///
/// The files are one theory: labels of one can be ranked in another. The program's `sources` are the files,
/// in this order; so are the files of the diagnostics' spans. Without a program there is at least one error.
/// Linear in the size of the files; a watch can stop it, which is an error too.
public func loadTheory(
  _ sources: [SourceFile], watch: Watch = Watch()
) -> (program: Program?, diagnostics: [Diagnostic]) {
  var checker = DFLChecker()
  var diagnostics: [Diagnostic] = []
  for (index, source) in sources.enumerated() {
    let file = UInt32(index)
    if let error = source.encodingError(file: file) {
      diagnostics.append(error)
      continue
    }
    checker.begin(source, file: file)
    var parser = DFLParser(source: source, file: file)
    var isAtEnd = false
    while !isAtEnd {
      guard watch.goesOn(after: 1) else {
        diagnostics.append(.readingStopped(at: SourceSpan(file, 0, 0)))
        return (nil, inSourceOrder(diagnostics))
      }
      do {
        isAtEnd = try !parser.parseLine()
        if !isAtEnd { checker.check(parser.statement) }
      } catch {
        diagnostics.append(error.diagnostic)
        checker.skip(parser.statement)
      }
    }
  }
  checker.checkRanking(in: sources)
  diagnostics += checker.diagnostics
  diagnostics.sort { ($0.span.file, $0.span.lower) < ($1.span.file, $1.span.lower) }
  return (diagnostics.isEmpty ? checker.program(from: sources) : nil, diagnostics)
}
