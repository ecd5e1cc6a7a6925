import MootLanguage
import MootReasoning
import MootReporting
import Testing

@testable import MootReference

/// What is evaluated for one question alone answers and explains it as evaluating everything does.
struct SliceTests {
  static let receipt = Receipt(asOf: nil, inputs: [:], version: "test")

  @Test(arguments: TestScale.chunks)
  func `a question is answered and explained the same by evaluating no more than it asks for`(
    chunk: Int
  ) throws {
    var (asked, smaller) = (0, 0)
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.firstOrderCount / 4) {
      let kind: TheoryKind = seed % 3 == 0 ? .ground : .firstOrder
      let theory = TheoryGenerator.theory(kind, seed: seed)
      let text = TheoryDocument(theory: theory, notation: .moot).text
      let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
      guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
        continue
      }
      let whole = evaluate(Scenario(program))
      for sentence in Self.sentences(of: program, whole).prefix(12) {
        let part = evaluate(Scenario(program), asking: [sentence])
        asked += 1
        if Self.size(of: part) < Self.size(of: whole) { smaller += 1 }
        #expect(part.preferenceCycles.isEmpty == whole.preferenceCycles.isEmpty, "\(seed)\n\(text)")
        #expect(Self.words(part, sentence) == Self.words(whole, sentence), "seed \(seed)\n\(text)")
      }
    }
    #expect(asked > 0)
    // Of a few nothing can be said.
    #expect(smaller > asked / 5 || asked < 50)
  }

  /// Sentences to ask: every third literal that is concluded, its contrary, and each relation with variables.
  static func sentences(of program: Program, _ whole: Outcome) -> [Sentence] {
    let span = SourceSpan(file: 0, lower: 0, upper: 0)
    let conclusions = whole.conclusions().enumerated().filter { $0.offset % 3 == 0 }
    let literals = conclusions.flatMap { [$0.element.literal, $0.element.literal.contrary] }
    let ground = literals.map { literal in
      Sentence(
        predicate: literal.predicate, terms: literal.arguments.map { .value($0) }, span: span)
    }
    let open = program.predicates.enumerated().compactMap { index, predicate -> Sentence? in
      guard predicate.relation != nil, predicate.arity > 0 else { return nil }
      return Sentence(
        predicate: SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: index % 2 == 0),
        terms: Array(repeating: .any, count: predicate.arity), span: span)
    }
    return zip(ground, open).flatMap { [$0, $1] } + ground.dropFirst(open.count)
  }

  static func size(of outcome: Outcome) -> Int {
    outcome.conclusionCounts().reduce(0) { $0 + $1.count }
  }

  /// The answers to a sentence and the reasons for them, in text and JSON.
  private static func words(_ outcome: Outcome, _ sentence: Sentence) -> String {
    let inquiry = Inquiry(outcome)
    let answers = inquiry.answers(to: sentence, variables: [])
    let explanations = answers.map { inquiry.explanation(of: $0) }
    let reports = explanations.map {
      Report(explaining: $0, in: outcome, options: TraceOptions()).markdown
    }
    let asked = AnsweredQuestion(
      sentence: "asked", answers: answers, reasons: answers.map { _ in "" })
    return reports.joined(separator: "\n")
      + outcome.json(explaining: explanations, question: nil, receipt: receipt)
      + outcome.json(answering: [asked], receipt: receipt)
  }
}

extension SliceTests {
  @Test(arguments: TestScale.chunks)
  func `a what-if tells the same by evaluating no more than it asks for and changes`(
    chunk: Int
  ) throws {
    var (asked, smaller) = (0, 0)
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.firstOrderCount / 4) {
      let kind: TheoryKind = seed % 3 == 0 ? .ground : .firstOrder
      let text = TheoryDocument(
        theory: TheoryGenerator.theory(kind, seed: seed), notation: .moot
      ).text
      let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
      guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
        continue
      }
      let sentences = Self.sentences(of: program, evaluate(Scenario(program)))
        .filter { $0.terms.allSatisfy { if case .value = $0 { true } else { false } } }
      let rules = program.rules.indices.map { Change.without(RuleID(raw: UInt32($0))) }
      let changes =
        sentences.prefix(8).enumerated().map { number, sentence in
          number % 2 == 0 ? Change.assume(sentence) : Change.retract(sentence)
        } + rules.prefix(3)
      for (number, change) in changes.enumerated() where !sentences.isEmpty {
        let question = sentences[(number * 5 + 3) % sentences.count]
        let given = number % 3 == 2 ? [changes[0]] : []
        let whole = Contrast(of: program, given: given, changes: [change])
        let part = Contrast(of: program, given: given, changes: [change], asking: [question])
        asked += 1
        if Self.size(of: part.before) < Self.size(of: whole.before) { smaller += 1 }
        #expect(Self.words(part, question) == Self.words(whole, question), "seed \(seed)\n\(text)")
      }
    }
    #expect(asked > 0)
    #expect(smaller > asked / 10 || asked < 50)
  }

  /// What a what-if says of a sentence, in text and JSON.
  private static func words(_ contrast: Contrast, _ sentence: Sentence) -> String {
    var contrast = contrast
    let answers = contrast.answers(to: sentence, variables: [], question: nil)
    let asked = ContrastedQuestion(
      name: nil, title: nil, sentence: "asked", contrast: contrast, answers: answers)
    let cycles = [contrast.before, contrast.after].map { $0.preferenceCycles.isEmpty }
    return "\(cycles)"
      + Report(contrasting: asked, changes: contrast.after.scenario.changes, others: []).markdown
      + contrast.json(contrasting: [asked], others: [], receipt: receipt)
  }
}
