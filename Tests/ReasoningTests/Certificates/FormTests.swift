import MootLanguage
import MootProofChecker
import Testing

@testable import MootReference

/// Certificates that no evaluation could have written are refused for what is wrong with them.
struct FormTests {
  private static let text = """
    relation ?x is old
    relation ?x is grey
    fact Ann is old
    rule grey
      if ?x is old
      then ?x is grey
    """

  /// Ways to say what cannot be said.
  private static let mistakes: [@Sendable (inout Certificate) -> Void] = [
    { $0.labelSets[0].labels[3] = .fails(stage: 0) },
    { $0.labelSets[0].labels[3] = .fails(stage: 1 << 31) },
    { $0.labelSets[0].labels[0] = .holds(stage: 0, rank: 1) },
    { $0.labelSets[0].labels[0] = .holds(stage: 1, rank: 1 << 31) },
    { $0.labelSets[0].labels.removeLast() },
    { $0.sections[0].outStage = 0 },
    { $0.sections[0].name = "nothing" },
    { $0.sections[0].labels[0] = UInt32($0.labelSets.count) },
    { $0.sections[0].arguments[0] = UInt32($0.values.count) },
    { $0.sections[0].arguments.append(0) },
    { certificate in
      let nowhere = SignedPredicate(PredicateID(raw: 2), isPositive: true)
      certificate.sections.append(
        Certificate.Section(predicate: nowhere, name: certificate.sections[0].name, outStage: 1))
    },
  ]

  @Test(arguments: mistakes.indices)
  func `a certificate that says what cannot be said is refused for its form`(mistake: Int) throws {
    let theory = try #require(try CertifiedTheory(Self.text))
    #expect(theory.verification().isAccepted)
    var certificate = theory.certificate
    Self.mistakes[mistake](&certificate)
    #expect(theory.verification(of: certificate).failure?.condition == .form)
  }

  /// A program that works out one number from two.
  private static func text(_ first: String, _ condition: String, _ second: String) -> String {
    """
    relation ?x costs ?n: number
    relation it comes to ?n: number
    fact Ann costs \(first)
    fact Bob costs \(second)
    rule together
      if Ann costs ?a
      and Bob costs ?b
      and ?n = \(condition)
      then it comes to ?n
    """
  }

  @Test(arguments: [
    ("50000000000000000000000000000000000000", "?a + ?b", "0.4"),
    ("0.4", "?a + ?b", "50000000000000000000000000000000000000"),
    ("50000000000000000000000000000000000000", "?a - ?b", "0.4"),
    ("12345678901234567890", "?a * ?b", "1000000000000000000001"),
    ("50000000000000000000000000000000000000", "sum of ?v such that ?x costs ?v", "0.4"),
  ])
  func `a number of more than 38 digits is refused, not rounded`(
    first: String, condition: String, second: String
  ) throws {
    let small = try #require(try CertifiedTheory(Self.text("2", condition, "3")))
    #expect(small.verification().isAccepted)
    let source = SourceFile(
      name: "theory.moot", bytes: Array(Self.text(first, condition, second).utf8))
    let large = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let verification = check(small.certificate, against: large, asOf: nil)
    #expect(verification.failure?.condition == .digits)
  }

  @Test(arguments: [1, 3])
  func `a fact is not denied by what is argued against it, however weakly`(level: Int) throws {
    let text = """
      relation ?x is young / ?x is old
      relation ?x is asked
      fact Ann is asked
      rule young
        if ?x is asked
        then ?x is young

      """
    let denying = try #require(try CertifiedTheory(text))
    var certificate = denying.certificate
    let source = SourceFile(name: "theory.moot", bytes: Array((text + "fact Ann is old\n").utf8))
    let program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let young = try #require(
      certificate.sections.first { $0.predicate.predicate.raw == 0 && $0.predicate.isPositive })
    for set in certificate.labelSets.indices {
      for number in level..<4 { certificate.labelSets[set].labels[number] = .fails(stage: 1) }
    }
    let old = SignedPredicate(PredicateID(raw: 0), isPositive: false)
    var denial = Certificate.Section(
      predicate: old, name: program.certificateName(of: old), outStage: 1)
    denial.arguments = young.arguments
    denial.labels = [UInt32(certificate.labelSets.count)]
    certificate.labelSets.append(
      Certificate.LabelSet(Array(repeating: .fails(stage: 1), count: 4)))
    certificate.sections.removeAll { $0.predicate == old }
    certificate.sections.append(denial)
    #expect(!check(certificate, against: program, asOf: nil).isAccepted)
  }
}
