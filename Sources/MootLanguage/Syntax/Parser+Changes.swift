extension Parser {
  /// Starts the reading of some words of a line.
  init(reading range: TokenRange, of tree: SyntaxTree, with lexicon: Lexicon) {
    self.init(
      source: TokenizedSource(file: tree.file, tokens: tree.tokens), lexicon: lexicon)
    rest = range
  }

  /// Keeps a line of a scenario, which the checker reads.
  mutating func parseChange(_ line: TokenizedSource.Line) {
    open?.end = line.tokens.upper
    if line.isBroken {
      open?.isBroken = true
    } else {
      tree.clauses.append(Clause(form: .changes(line.tokens), tokens: line.tokens))
    }
  }

  /// Reads one change.
  ///
  ///     change = "retract", sentence | "without", name | "prefer", name, "over", name
  ///            | "as", "of", date | "on", "the", "arguments", "of", name | sentence
  mutating func change() throws(Diagnostic) -> ChangeSyntax {
    let change: ChangeSyntax
    if accept(.retract) {
      change = .retract(try takeRest("a sentence"))
    } else if accept(.without) {
      change = .without(try takeName("the name of a rule"))
    } else if accept(.prefer) {
      let preferred = try takeName("the name of a rule")
      try require(.over)
      change = .prefer(preferred, over: try takeName("the name of a rule"))
    } else if accept(.as, .of) {
      change = .asOf(try takeDate())
    } else if accept(.on, .the, .arguments, .of) {
      change = .onArguments(of: try takeName("the name of a speaker"))
    } else {
      change = .assume(try takeRest("a sentence"))
    }
    try requireEnd()
    return change
  }
}
