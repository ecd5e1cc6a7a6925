/// Resolves the statements of all files into a program.
///
/// - Parameter sources: the files, by the indices that the trees' spans have; the first is the first root,
///   whose `title` and `as of` count.
/// - Returns: no program and no diagnostics where the watch stops it.
public func check(
  _ trees: [SyntaxTree], with lexicon: Lexicon, sources: [SourceFile], watch: Watch = Watch()
) -> CheckedProgram {
  var checker = Checker(trees: trees, lexicon: lexicon, sources: sources, watch: watch)
  let passes: [(inout Checker) -> Void] = [
    { $0.declareNames() }, { $0.declareRelations() }, { $0.declareRules() },
    { $0.readStatements() }, { $0.finishRules() }, { $0.readScenarios() },
    { $0.readExpectations() }, { $0.checkPreferences() }, { $0.checkDependencies() },
  ]
  for pass in passes where !watch.isStopped { pass(&checker) }
  return watch.isStopped
    ? CheckedProgram(program: nil, diagnostics: []) : checker.finished()
}
