@testable import MootLanguage
@testable import MootReasoning

/// The whole way of a rule file: read, checked, evaluated, asked, told in every form, and read back.
///
/// The first files it uses are the file itself, so that files which use each other come up.
func examinePipeline(_ bytes: [UInt8]) {
  let source = SourceFile(name: "fuzz.moot", bytes: bytes)
  var used = 0
  let loaded = loadProgram(roots: [source]) { path in
    used += 1
    return used > 3 ? .notFound : .file(SourceFile(name: path, bytes: bytes))
  }
  examine(loaded.diagnostics, in: loaded.sources)
  let hasError = loaded.diagnostics.contains { $0.severity == .error }
  var draws = Draws(from: bytes)
  if draws.below(32) == 0 { examineDocuments(of: loaded.diagnostics, in: loaded.sources) }
  claim((loaded.program == nil) == hasError, "a program comes of errors, or none without any")
  guard let program = loaded.program else { return }
  examine(warnings(for: program), in: program.sources)
  examine(suspicions(in: program), in: program.sources)
  switch draws.below(8) {
  case 0: examineArrows(of: program)
  case 1: examineFormatted(source, program)
  default: examineAnswers(String(decoding: bytes, as: UTF8.self), named: "fuzz.moot", &draws)
  }
}

/// Claims that a formatted file concludes what the file does.
private func examineFormatted(_ source: SourceFile, _ program: Program) {
  guard program.sources.count == 1, let bytes = formatted(source).bytes else { return }
  let copy = SourceFile(name: source.name, bytes: bytes)
  guard let again = loadProgram(roots: [copy], including: { _ in .notFound }).program else {
    fatalError("claim: what is formatted cannot be read")
  }
  claim(
    grades(of: again), equals: grades(of: program), "what is formatted concludes something else")
}
