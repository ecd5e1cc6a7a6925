import MootProofChecker
import Testing

@testable import MootReference

/// Certificates of random theories: accepted by the independent checker, and stating what the engine concluded.
struct CertificateTests {
  @Test(arguments: TestScale.chunks)
  func `the checker accepts what the engine certifies of random theories`(chunk: Int) throws {
    var reported = 0
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 4) where reported < 3 {
      let kind = TheoryKind.allCases[Int(seed % UInt64(TheoryKind.allCases.count))]
      if TestScale.isTraced { print("seed \(seed), \(kind)") }
      guard let theory = try CertifiedTheory(kind, seed: seed) else { continue }
      let verification = theory.verification()
      if let failure = verification.failure {
        reported += 1
        Issue.record("seed \(seed), \(kind): \(failure)\n\(theory.text)")
      } else if theory.grades(in: theory.certificate) != theory.engineGrades {
        reported += 1
        Issue.record(
          "seed \(seed), \(kind): other grades\n\(theory.text)\n\(theory.grades(in: theory.certificate))\n\(theory.engineGrades)"
        )
      }
    }
  }
}
