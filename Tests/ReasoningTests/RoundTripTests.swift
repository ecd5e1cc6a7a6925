import MootLanguage
import MootReasoning
import Testing

@testable import MootReference

/// A rule base written in the arrow notation and read again concludes the same.
struct RoundTripTests {
  @Test(arguments: 0..<8)
  func `what is written as arrows and read again concludes the same`(chunk: UInt64) throws {
    var written = 0
    for seed in (chunk * 60)..<(chunk * 60 + 60) {
      let kind: TheoryKind = seed % 2 == 0 ? .arrows : .firstOrderArrows
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let text = TheoryDocument(theory: theory, notation: .moot).text
      let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
      guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
        continue
      }
      let (arrows, refused) = program.theoryText()
      guard !refused.contains(where: { $0.severity == .error }) else { continue }
      written += 1
      let again = loadTheory([SourceFile(name: "theory.dfl", bytes: Array(arrows.utf8))])
      let reread = try #require(again.program, "\(again.diagnostics.map(\.message))\n\(arrows)")
      let first = Self.grades(program)
      let second = Self.grades(reread)
      #expect(first == second, "seed \(seed)\n\(text)\n\(arrows)")
    }
    #expect(written > 20)
  }

  /// The grades of all literals, by their names in arrow notation.
  private static func grades(_ program: Program) -> [String: GradeInterval] {
    let outcome = evaluate(Scenario(program))
    guard outcome.preferenceCycles.isEmpty else { return [:] }
    var grades: [String: GradeInterval] = [:]
    for conclusion in outcome.conclusions() {
      let name = program.literal(
        of: conclusion.literal.predicate, arguments: conclusion.literal.arguments)
      grades[name.hasPrefix("not ") ? "-" + name.dropFirst(4) : name] = conclusion.grade
    }
    return grades
  }
}
