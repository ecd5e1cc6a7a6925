import MootLanguage
import MootProofChecker
import MootReasoning

/// The engine, as the comparison sees it: text in, grades out, to which the independent checker agrees.
enum EngineUnderTest {
  /// What the engine concludes from a document.
  static func conclude(_ document: TheoryDocument) throws -> EngineConclusions {
    try conclude(document.text, document.fileName, changes: document.changeTexts)
  }

  /// What the engine concludes from a text in the language of the file name's suffix, after some changes.
  static func conclude(
    _ text: String, _ fileName: String, changes: [String] = []
  ) throws -> EngineConclusions {
    let source = SourceFile(name: fileName, bytes: Array(text.utf8))
    let (program, diagnostics) = load(source)
    guard var program else {
      let errors = diagnostics.filter { $0.severity == .error }
      if errors.allSatisfy({ $0.code == "preference-cycle" }) { return .preferenceCycle }
      throw Refusal(messages: errors.map { "\($0.code): \($0.message)" }, text: text)
    }
    var read: [Change] = []
    for change in changes {
      let reading = program.change(reading: change)
      guard let change = reading.change else {
        throw Refusal(messages: reading.diagnostics.map { "\($0.code): \($0.message)" }, text: text)
      }
      read.append(change)
    }
    let outcome = evaluate(Scenario(program, changes: read))
    if let limit = outcome.reachedLimit { throw Refusal(messages: ["limit \(limit)"], text: text) }
    guard outcome.preferenceCycles.isEmpty else { return .preferenceCycle }
    if changes.isEmpty, let objection = CheckerOpinion(on: outcome, of: program).objection {
      throw Refusal(messages: [objection], text: text)
    }
    return .grades(grades(of: outcome))
  }

  /// What the engine concludes when it is asked about single literals, one of three that it concludes at all.
  static func concludeAsking(_ text: String, _ fileName: String) throws -> EngineConclusions {
    guard let program = load(SourceFile(name: fileName, bytes: Array(text.utf8))).0 else {
      return try conclude(text, fileName)
    }
    let whole = evaluate(Scenario(program))
    guard whole.preferenceCycles.isEmpty else { return .preferenceCycle }
    var all = grades(of: whole)
    let asked = whole.conclusions().enumerated().filter { $0.offset % 3 == 0 }.prefix(6)
    for literal in asked.map(\.element.literal) {
      let sentence = Sentence(
        predicate: literal.predicate, terms: literal.arguments.map { .value($0) },
        span: SourceSpan(file: 0, lower: 0, upper: 0))
      let name = whole.program.literal(of: literal.predicate, arguments: literal.arguments)
      guard literal.arguments.allSatisfy({ $0.raw < program.values.count }) else { continue }
      all[name] = grades(of: evaluate(Scenario(program), asking: [sentence]))[name]
    }
    return .grades(all)
  }

  /// The grades of all conclusions, by their names.
  private static func grades(of outcome: Outcome) -> [String: ReferenceInterval] {
    let program = outcome.program
    var grades: [String: ReferenceInterval] = [:]
    for conclusion in outcome.conclusions() {
      let literal = conclusion.literal
      grades[program.literal(of: literal.predicate, arguments: literal.arguments)] =
        ReferenceInterval(
          lower: Int(conclusion.grade.lower.rawValue), upper: Int(conclusion.grade.upper.rawValue))
    }
    return grades
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
