import MootKit

@testable import MootLanguage
@testable import MootReasoning

/// The whole way of a rule file: read, checked, and one of what can be done with it then, which the input draws.
///
/// What stands below a line of three hyphens is another file, and the one that it uses, whatever its name.
func examinePipeline(_ bytes: [UInt8]) {
  let (main, other) = divided(bytes)
  let source = SourceFile(name: "fuzz.moot", bytes: main)
  var used = 0
  let loaded = loadProgram(roots: [source]) { path in
    used += 1
    return used > 3 ? .notFound : .file(SourceFile(name: path, bytes: other))
  }
  examine(loaded.diagnostics, in: loaded.sources)
  let hasError = loaded.diagnostics.contains { $0.severity == .error }
  var draws = Draws(from: bytes)
  if draws.below(128) == 0 { examineDocuments(of: loaded.diagnostics, in: loaded.sources) }
  if draws.below(128) == 0 { examineRuleBase(of: main, using: other, &draws) }
  claim((loaded.program == nil) == hasError, "a program comes of errors, or none without any")
  guard let program = loaded.program else { return }
  switch draws.below(16) {
  case 0: examine(warnings(for: program), in: program.sources)
  case 1: examine(suspicions(in: program), in: program.sources)
  case 2: examineArrows(of: program)
  case 3: examineFormatted(source, program)
  default: examineAnswers(of: RuleBase(program), &draws)
  }
}

/// An input as a rule file and the one that it uses, which is empty where the input is not divided.
private func divided(_ bytes: [UInt8]) -> (main: [UInt8], other: [UInt8]) {
  guard let line = bytes.firstRange(of: Array("\n---\n".utf8)) else { return (bytes, []) }
  return (Array(bytes[...line.lowerBound]), Array(bytes[line.upperBound...]))
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
