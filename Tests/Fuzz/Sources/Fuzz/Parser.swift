@testable import MootLanguage

/// Statements: parsing ends with a tree or with an error, formatting twice is formatting once, and what is
/// formatted has the same tree.
func examineSyntax(of bytes: [UInt8]) {
  let source = SourceFile(name: "fuzz.moot", bytes: bytes)
  var lexicon = Lexicon()
  let tokens = tokenize(source, file: 0, into: &lexicon)
  let parsed = parse(tokens, with: lexicon)
  examine(tokens.diagnostics + parsed.diagnostics, in: [source])
  examineOrder(of: parsed.tree)
  let hasError = (tokens.diagnostics + parsed.diagnostics).contains { $0.severity == .error }
  var draws = Draws(from: bytes)
  guard !hasError || draws.below(8) == 0 else { return }
  let canonical = formatted(source)
  claim((canonical.bytes == nil) == hasError, "formatting fails where reading does not")
  guard let text = canonical.bytes else { return }
  let again = SourceFile(name: "fuzz.moot", bytes: text)
  claim(formatted(again).bytes == text, "formatting twice is not formatting once")
  var fresh = Lexicon()
  let retokenized = tokenize(again, file: 0, into: &fresh)
  examineSameness(retokenized, tokens)
  examineSameness(parse(retokenized, with: fresh).tree, parsed.tree)
}

/// Claims that clauses belong to statements in order, and that all tokens spoken of are there.
private func examineOrder(of tree: SyntaxTree) {
  var next: UInt32 = 0
  for statement in tree.statements {
    claim(statement.clauses.lowerBound >= next, "a clause belongs to two statements")
    next = statement.clauses.upperBound
    claim(
      statement.head.indices.upperBound <= tree.tokens.count, "a statement ends behind the file")
    _ = tree.span(of: statement.head)
  }
  claim(Int(next) <= tree.clauses.count, "a statement has clauses that are not there")
  for clause in tree.clauses {
    claim(clause.tokens.indices.upperBound <= tree.tokens.count, "a clause ends behind the file")
  }
}

/// Claims that two trees over the same tokens are the same.
private func examineSameness(_ found: SyntaxTree, _ expected: SyntaxTree) {
  claim(found.statements.count, equals: expected.statements.count, "another number of statements")
  for (found, expected) in zip(found.statements, expected.statements) {
    claim(found.form.kind == expected.form.kind, "another kind of statement")
    claim(found.head.indices == expected.head.indices, "a statement has other words")
    claim(found.clauses == expected.clauses, "a statement has other clauses")
  }
  claim(found.clauses.count, equals: expected.clauses.count, "another number of clauses")
  for (found, expected) in zip(found.clauses, expected.clauses) {
    claim(found.tokens.indices == expected.tokens.indices, "a clause has other words")
  }
}
