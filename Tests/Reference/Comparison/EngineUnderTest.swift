import MootLanguage
import MootReasoning

/// The engine, as the comparison sees it: text in, grades out.
enum EngineUnderTest {
  /// What the engine concludes from a text in the language of the file name's suffix.
  static func conclude(_ text: String, _ fileName: String) throws -> EngineConclusions {
    let source = SourceFile(name: fileName, bytes: Array(text.utf8))
    let (program, diagnostics) = load(source)
    guard let program else {
      let errors = diagnostics.filter { $0.severity == .error }
      if errors.allSatisfy({ $0.code == "preference-cycle" }) { return .preferenceCycle }
      throw Refusal(messages: errors.map { "\($0.code): \($0.message)" }, text: text)
    }
    let outcome = evaluate(Scenario(program))
    guard outcome.preferenceCycles.isEmpty else { return .preferenceCycle }
    var grades: [String: ReferenceInterval] = [:]
    for conclusion in outcome.conclusions() {
      let literal = conclusion.literal
      grades[program.literal(of: literal.predicate, arguments: literal.arguments)] =
        ReferenceInterval(
          lower: Int(conclusion.grade.lower.rawValue), upper: Int(conclusion.grade.upper.rawValue))
    }
    return .grades(grades)
  }

  /// A text that the engine did not take.
  struct Refusal: Error {
    let messages: [String]
    let text: String
  }

  private static func load(_ source: SourceFile) -> (Program?, [Diagnostic]) {
    if source.name.hasSuffix(".dfl") {
      let loaded = loadTheory([source])
      return (loaded.program, loaded.diagnostics)
    }
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    return (loaded.program, loaded.diagnostics)
  }
}
