/// Resolves the statements of all files into a program.
///
/// - Parameter sources: the files, by the indices that the trees' spans have; the first is the first root,
///   whose `title` and `as of` count.
public func check(
  _ trees: [SyntaxTree], with lexicon: Lexicon, sources: [SourceFile]
) -> CheckedProgram {
  var checker = Checker(trees: trees, lexicon: lexicon, sources: sources)
  checker.declareNames()
  checker.declareRelations()
  checker.declareRules()
  checker.readStatements()
  checker.finishRules()
  checker.readScenarios()
  checker.readExpectations()
  checker.checkPreferences()
  checker.checkDependencies()
  return checker.finished()
}
