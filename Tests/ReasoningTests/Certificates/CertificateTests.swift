import Foundation
import MootLanguage
import MootProofChecker
import MootReasoning
import MootReporting
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
      } else if theory.grades(in: theory.certificate) != theory.engineGrades
        || theory.outcome.disagreement(with: theory.certificate) != nil
      {
        reported += 1
        Issue.record("seed \(seed), \(kind): other grades\n\(theory.text)")
      }
    }
  }

  @Test func `a certificate is the same after it has been written and read`() throws {
    for seed in TestScale.seeds(ofChunk: 0, of: 2_400) {
      let kind = TheoryKind.allCases[Int(seed % UInt64(TheoryKind.allCases.count))]
      guard let theory = try CertifiedTheory(kind, seed: seed) else { continue }
      #expect(try Certificate(reading: Array(theory.certificate.text.utf8)) == theory.certificate)
    }
    var certificate = Certificate(version: "1%\n2", asOf: CalendarDate(year: 2007, month: 9))
    certificate.inputs = [Certificate.Input(name: "a b\r%0A.moot", digest: "00ff")]
    certificate.values = [.entity("a\nb"), .entity(""), .number(12), .entity("none")]
    #expect(try Certificate(reading: Array(certificate.text.utf8)) == certificate)
  }

  @Test(arguments: ["two\r\nlines", "\r", "%\u{301}0A", "%0D%0A", "100 %"])
  func `a name with line ends and percent signs is read from its text again`(name: String) throws {
    var certificate = Certificate(version: name, asOf: nil)
    certificate.inputs = [Certificate.Input(name: name, digest: "0")]
    certificate.values = [.entity(name)]
    let again = try Certificate(reading: Array(certificate.text.utf8))
    #expect(again == certificate)
    #expect(Array(again.version.utf8) == Array(name.utf8))
  }

  @Test
  func
    `no bytes bring the reader or the checker down, and none are accepted that state something else`()
    throws
  {
    for seed in TestScale.seeds(ofChunk: 0, of: 1_600) {
      let kind = TheoryKind.allCases[Int(seed % UInt64(TheoryKind.allCases.count))]
      guard let theory = try CertifiedTheory(kind, seed: seed) else { continue }
      var random = SeededGenerator(seed: seed)
      let bytes = Array(theory.certificate.text.utf8)
      for _ in 0..<20 {
        var changed = bytes
        for _ in 0..<1 + random.below(3) {
          let place = random.below(changed.count)
          switch random.below(4) {
          case 0: changed[place] = UInt8(random.below(256))
          case 1: changed.remove(at: place)
          case 2: changed.insert(UInt8(48 + random.below(10)), at: place)
          default: changed.swapAt(place, random.below(changed.count))
          }
        }
        guard let certificate = try? Certificate(reading: changed),
          theory.verification(of: certificate).isAccepted
        else { continue }
        #expect(theory.grades(in: certificate) == theory.engineGrades, "seed \(seed)")
      }
    }
  }

  /// Long rows, one resting on or defeating the next.
  @Test(arguments: ["if", "unless"])
  func `a row of rules is certified and checked in one go`(keyword: String) throws {
    let length = TestScale.chainLength
    var text = ""
    for place in 0...length { text += "relation link\(place) holds\n" }
    text += "fact link0 holds\n"
    for place in 1...length {
      text += "rule r\(place)\n  \(keyword) link\(place - 1) holds\n  then link\(place) holds\n"
    }
    let theory = try #require(try CertifiedTheory(text))
    #expect(theory.verification().isAccepted)
    #expect(theory.outcome.disagreement(with: theory.certificate) == nil)
  }

  /// The same, in one relation, so that the row is a component of its own.
  @Test func `a row of exceptions in one relation is certified and checked in one go`() throws {
    let length = TestScale.chainLength
    var text = """
      relation ?x defeats ?y
      relation ?x stands
      rule standing
        if ?x defeats ?y
        unless ?z defeats ?x
        and ?z stands
        then ?x stands

      """
    for place in 0..<length { text += "fact n\(place) defeats n\(place + 1)\n" }
    let theory = try #require(try CertifiedTheory(text))
    #expect(theory.verification().isAccepted)
    #expect(theory.outcome.disagreement(with: theory.certificate) == nil)
    #expect(theory.certificate.sections.contains { $0.labels.count >= length / 2 })
  }
}
