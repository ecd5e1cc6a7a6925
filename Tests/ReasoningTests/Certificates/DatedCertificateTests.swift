import MootLanguage
import MootProofChecker
import MootReasoning
import Testing

@testable import MootReference

/// Certificates of theories with dates: states, rules in force, other days, and what precision leaves open.
struct DatedCertificateTests {
  private static let dates = ["2006", "2006-12", "2007", "2007-01-15", "2007-02", "2008-03-01"]

  /// What the theories say besides facts: each kind of condition and of rule that reads a date.
  private static let rules = """
    relation ?x is open / ?x is shut
    relation ?x was seen on ?day: date
    relation ?x is due on ?day: date
    relation ?x is late
    relation ?x is quiet
    relation ?x was ever open
    relation ?x was open in time
    relation ?x falls under the act
    relation ?x is fine / ?x is not fine
    relation ?x waits ?n: number days
    rule late
      if ?x is due on ?due
      and ?x was seen on ?day
      and ?day after ?due
      then ?x is late
    rule quiet
      if ?x was seen on ?
      unless ?x is open
      then ?x is quiet
    rule unseen
      if ?x is due on ?due
      unless ?x was seen on ?day
      and ?day on or before ?due
      then ?x is not fine
    rule ever
      if at some time, ?x is open
      then conclusively ?x was ever open
    rule in-time
      if ?x is due on ?due
      and at ?due, ?x is open
      then ?x was open in time
    rule act
      in force from 2007 until 2008-02
      if ?x was seen on ?
      then presumably ?x falls under the act
    rule old-act
      in force until 2007-01
      by the law of ?day
      if ?x was seen on ?day
      then ?x is fine
    rule deadline
      if ?x was seen on ?day
      and ?due = 2 months after ?day
      then ?x is due on ?due
    rule waits
      if ?x is due on ?due
      and ?x was seen on ?day
      and ?n = days from ?day to ?due
      and ?n > 10
      then ?x waits ?n days
    rule never-open
      if ?x was seen on ?day
      unless at ?day, ?x is open
      then ?x is not fine

    """

  @Test(arguments: TestScale.chunks)
  func `what dates decide is certified, for every date, and refused for another`(chunk: Int) throws
  {
    for seed in TestScale.seeds(ofChunk: chunk, of: 240) {
      var random = SeededGenerator(seed: seed)
      let text = Self.facts(&random) + Self.rules
      let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
      let loaded = loadProgram(roots: [source]) { _ in .notFound }
      let program = try #require(loaded.program, "\(loaded.diagnostics)\n\(text)")
      var dates: [CalendarDate?] = [nil]
      dates += Self.dates.map { Value.date(reading: Array($0.utf8)) }
      for date in dates {
        let changes = date.map { [Change.asOf($0)] } ?? []
        let outcome = evaluate(Scenario(program, changes: changes))
        let certificate = try #require(outcome.certificate(version: "test"))
        let verification = check(certificate, against: program, asOf: date)
        #expect(verification.isAccepted, "\(String(describing: verification.failure))\n\(text)")
        #expect(outcome.disagreement(with: certificate) == nil)
        for other in dates where other != date {
          #expect(!check(certificate, against: program, asOf: other).isAccepted)
          try expectTruth(of: certificate, moved: other, outcome, program)
        }
      }
    }
  }

  /// The labels of one date, stated of another: accepted only where nothing has changed.
  private func expectTruth(
    of certificate: Certificate, moved date: CalendarDate?, _ outcome: Outcome, _ program: Program
  ) throws {
    var moved = certificate
    moved.asOf = date
    guard check(moved, against: program, asOf: date).isAccepted else { return }
    let changes = date.map { [Change.asOf($0)] } ?? []
    #expect(evaluate(Scenario(program, changes: changes)).disagreement(with: moved) == nil)
  }

  private static func facts(_ random: inout SeededGenerator) -> String {
    var text = ""
    for name in ["Ann", "Bob", "Cid"] {
      for sentence in ["is open", "is shut"] where random.chance(50) {
        text += "fact \(name) \(sentence)\n"
        if random.chance(60) {
          text += "  from \(random.element(of: Array(dates.prefix(3))) ?? "")\n"
        }
        if random.chance(40) {
          text += "  until \(random.element(of: Array(dates.suffix(3))) ?? "")\n"
        }
      }
      if random.chance(70) {
        text += "fact \(name) was seen on \(random.element(of: dates) ?? "")\n"
      }
      if random.chance(40) { text += "fact \(name) is due on \(random.element(of: dates) ?? "")\n" }
    }
    return text
  }
}
