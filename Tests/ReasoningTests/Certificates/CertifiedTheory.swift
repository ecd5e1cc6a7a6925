import MootLanguage
import MootProofChecker
import MootReasoning

@testable import MootReference

/// A random theory, as checked and evaluated, with its certificate.
struct CertifiedTheory {
  let text: String
  let program: Program
  let outcome: Outcome
  let certificate: Certificate

  /// Makes the theory of a seed; `nil` where it is refused for a circle of preferences.
  init?(_ kind: TheoryKind, seed: UInt64) throws {
    let theory = TheoryGenerator.theory(kind, seed: seed)
    let notation: TheoryDocument.Notation = kind.isForArrows && seed % 2 == 0 ? .dfl : .moot
    let document = TheoryDocument(theory: theory, notation: notation)
    try self.init(document.text, document.fileName)
  }

  /// Reads, evaluates and certifies a text; `nil` where it is refused.
  init?(_ text: String, _ fileName: String = "theory.moot") throws {
    self.text = text
    let source = SourceFile(name: fileName, bytes: Array(text.utf8))
    let isTheory = fileName.hasSuffix(".dfl")
    let loaded =
      isTheory
      ? loadTheory([source]).program : loadProgram(roots: [source]) { _ in .notFound }.program
    guard let program = loaded else { return nil }
    outcome = evaluate(Scenario(program))
    guard outcome.preferenceCycles.isEmpty else { return nil }
    self.program = program
    guard let certificate = outcome.certificate(version: "test") else { throw Missing(text: text) }
    self.certificate = certificate
  }

  /// That there is no certificate.
  struct Missing: Error {
    let text: String
  }

  /// What the independent checker says of the certificate, or of another one.
  func verification(of other: Certificate? = nil) -> Verification {
    check(other ?? certificate, against: program, asOf: program.asOf)
  }

  /// The grades the engine found, by literal.
  var engineGrades: [String: String] {
    var grades: [String: String] = [:]
    for conclusion in outcome.conclusions() {
      let name = outcome.program.literal(
        of: conclusion.literal.predicate, arguments: conclusion.literal.arguments)
      grades[name] = "\(conclusion.grade.lower) \(conclusion.grade.upper)"
    }
    return grades
  }

  /// The grades a certificate states of relations and actions, by literal.
  func grades(in certificate: Certificate) -> [String: String] {
    var grades = unlistedFacts()
    var extended = program.values
    let values = certificate.values.map { extended.intern($0) }
    let named = program.extended(with: extended)
    for section in certificate.sections where program[section.predicate.predicate].relation != nil {
      let arity = program[section.predicate.predicate].arity
      for (literal, label) in section.labels.enumerated() {
        let arguments = section.arguments(of: literal, arity: arity).map { values[Int($0)] }
        let set = certificate.labelSets[Int(label)]
        let name = named.literal(of: section.predicate, arguments: arguments)
        grades[name] =
          set.upper == .unsupported ? nil : "\(set.lower) \(set.upper)"
      }
    }
    return grades
  }
  /// The grades of facts, which a certificate need not list; whether one with dates counts, the checker finds out
  /// by itself, so that the engine is believed here.
  private func unlistedFacts() -> [String: String] {
    let established = "established established"
    var grades: [String: String] = [:]
    var dated: [String] = []
    for fact in program.facts where program[fact.predicate.predicate].relation != nil {
      let name = program.literal(of: fact.predicate, arguments: program.arguments(of: fact))
      if program.particulars[Int(fact.particulars)].period == .always {
        grades[name] = established
      } else {
        dated.append(name)
      }
    }
    guard !dated.isEmpty else { return grades }
    let found = engineGrades
    for name in dated where found[name] == established { grades[name] = established }
    return grades
  }
}
