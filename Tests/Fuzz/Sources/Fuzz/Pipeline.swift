import MootKit

@testable import MootLanguage
@testable import MootReasoning

/// The whole way of a rule file: read, checked, and one of what can be done with it then, which the input draws.
///
/// What stands below a line of three hyphens is another file, and the one that it uses, whatever its name. Of a file
/// with errors now and then the rest is tried.
func examinePipeline(_ bytes: [UInt8]) {
  var draws = Draws(from: bytes)
  var (main, other) = divided(bytes)
  var loaded = load(main, using: other)
  if draws.below(128) == 0 { examineDocuments(of: loaded.diagnostics, in: loaded.sources) }
  if draws.below(128) == 0 { examineRuleBase(of: main, using: other, &draws) }
  if loaded.program == nil, draws.below(4) == 0 {
    for _ in 0..<2 where loaded.program == nil {
      main = mended(main, after: loaded.diagnostics)
      loaded = load(main, using: other)
    }
  }
  guard let program = loaded.program else { return }
  switch draws.below(16) {
  case 0: examine(warnings(for: program), in: program.sources)
  case 1: examine(suspicions(in: program), in: program.sources)
  case 2: examineArrows(of: program)
  case 3: examineFormatted(SourceFile(name: "fuzz.moot", bytes: main), program)
  default: examineAnswers(of: RuleBase(program), &draws)
  }
}

/// Reads a rule file; there is a program exactly if there is no error.
private func load(_ bytes: [UInt8], using other: [UInt8]) -> LoadedProgram {
  var used = 0
  let loaded = loadProgram(roots: [SourceFile(name: "fuzz.moot", bytes: bytes)]) { path in
    used += 1
    return used > 3 ? .notFound : .file(SourceFile(name: path, bytes: other))
  }
  examine(loaded.diagnostics, in: loaded.sources)
  let hasError = loaded.diagnostics.contains { $0.severity == .error }
  claim((loaded.program == nil) == hasError, "a program comes of errors, or none without any")
  return loaded
}

/// An input as a rule file and the one that it uses, which is empty where the input is not divided.
private func divided(_ bytes: [UInt8]) -> (main: [UInt8], other: [UInt8]) {
  let hyphen = UInt8(ascii: "-")
  var lineStart = 0
  while let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
    if end == lineStart + 3, bytes[lineStart..<end].allSatisfy({ $0 == hyphen }) {
      return (Array(bytes[..<lineStart]), Array(bytes[(end + 1)...]))
    }
    lineStart = end + 1
  }
  return (bytes, [])
}

/// Reads a text as a program that embeds Moot does, and tells what follows from it.
private func examineRuleBase(of bytes: [UInt8], using other: [UInt8], _ draws: inout Draws) {
  let text = String(decoding: other, as: UTF8.self)
  var used = 0
  do throws(RuleBaseError) {
    var rules = try RuleBase(String(decoding: bytes, as: UTF8.self), named: "fuzz.moot") { _ in
      used += 1
      return used > 3 ? nil : text
    }
    rules.limits = .ofFuzzing
    tell(try rules.conclusions(), &draws)
  } catch {
    tell(error)
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
