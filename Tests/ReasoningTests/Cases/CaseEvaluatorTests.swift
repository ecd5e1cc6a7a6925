import Testing

@testable import MootLanguage
@testable import MootReasoning
@testable import MootReference
@testable import MootReporting

/// Cases one after the other over a shared rule base, against evaluating each as a file of its own.
struct CaseEvaluatorTests {
  /// Some facts of a random theory are shared, any others are a case: ten cases a theory, in one evaluator.
  @Test(arguments: TestScale.chunks)
  func `a case is answered as if its facts were in the file`(chunk: Int) throws {
    var compared = 0
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 40) {
      let kinds: [TheoryKind] = [.ground, .firstOrder, .firstOrder, .firstOrderArrows]
      let kind = kinds[Int(seed % 4)]
      guard let program = try Self.program(of: kind, seed: seed) else { continue }
      compared += try compare(program, seed: seed)
    }
    #expect(compared > TestScale.groundCount / 40)
  }

  /// The number of cases whose answers were compared.
  private func compare(_ program: Program, seed: UInt64) throws -> Int {
    var random = SeededGenerator(seed: seed)
    let groups = Self.groups(of: program.facts)
    let shared = groups.filter { _ in random.chance(50) }
    var base = program
    base.facts = FactList()
    base.append(shared, from: program)
    let questions = Self.questions(to: program)
    var evaluator = CaseEvaluator(base, asking: questions)
    var compared = 0
    for number in 0..<10 {
      let added = groups.filter { _ in random.chance(40) }
      var whole = base
      whole.append(added, from: program)
      var outcome = evaluate(Scenario(whole))
      let (answers, hasCycle) = evaluator.answer { cases in
        cases.append(added, from: program)
        return CaseReading()
      } tell: { _, findings in
        (findings.map(Self.text) ?? "", findings?.preferenceCycles.isEmpty == false)
      }
      if !outcome.preferenceCycles.isEmpty { continue }
      let expected = questions.flatMap { question in
        outcome.answers(to: question.sentence, variables: question.variables).map {
          compactJSONText(AnswerDocument($0, to: nil, in: outcome.program))
        }
      }.joined(separator: "\n")
      compared += 1
      #expect(!hasCycle, "seed \(seed), case \(number)")
      #expect(answers == expected, "seed \(seed), case \(number)")
    }
    return compared
  }

  /// What was found, as the lines of a batch have it.
  private static func text(_ findings: CaseFindings) -> String {
    findings.findings.flatMap { finding in
      finding.answers.map { answer in
        var line = JSONLine()
        line.add(answer, to: nil, in: finding.program)
        return String(decoding: line.bytes, as: UTF8.self)
      }
    }.joined(separator: "\n")
  }

  /// A random theory, checked; `nil` for one whose preferences go round.
  private static func program(of kind: TheoryKind, seed: UInt64) throws -> Program? {
    let theory = TheoryGenerator.theory(kind, seed: seed)
    let document = TheoryDocument(theory: theory, notation: kind.isForArrows ? .dfl : .moot)
    let source = SourceFile(name: document.fileName, bytes: Array(document.text.utf8))
    if kind.isForArrows { return loadTheory([source]).program }
    return loadProgram(roots: [source]) { _ in .notFound }.program
  }

  /// Facts with what they imply.
  private static func groups(of facts: FactList) -> [[Fact]] {
    var groups: [[Fact]] = []
    for fact in facts {
      if fact.isImplied { groups[groups.count - 1].append(fact) } else { groups.append([fact]) }
    }
    return groups
  }

  /// A question for each form that a relation has: all that is arguable of it.
  private static func questions(to program: Program) -> [CaseQuestion] {
    program.predicates.indices.flatMap { index -> [CaseQuestion] in
      let predicate = program.predicates[index]
      switch predicate.kind {
      case .undercut, .precedence: return []
      case .plain, .obligation, .prohibition: break
      }
      let names = (0..<predicate.arity).map { "v\($0)" }
      return [true, false].map { isPositive in
        let sentence = Sentence(
          predicate: SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: isPositive),
          terms: names.indices.map { .variable(VariableID(raw: UInt32($0))) },
          span: SourceSpan(file: 0, lower: 0, upper: 0))
        return CaseQuestion(
          sentence, variables: names.map { Variable(name: $0, sort: .any) })
      }
    }
  }
}

extension Program {
  /// Adds facts of another program with the same values, in groups of a fact and what it implies.
  fileprivate mutating func append(_ groups: [[Fact]], from program: Program) {
    for group in groups {
      facts.append(
        group[0].predicate, program.arguments(of: group[0]), particulars: group[0].particulars)
      for implied in group.dropFirst() { facts.appendImplied(implied.predicate) }
    }
  }
}
