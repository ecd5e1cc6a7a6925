import MootLanguage
import MootReasoning
import Testing

@testable import MootReference

/// A docket against evaluating afresh after every change made or taken back.
struct DocketTests {
  /// A tenth of the scale of the comparison of grades.
  private static let count = TestScale.groundCount / 10

  @Test(arguments: TestScale.chunks)
  func `a docket answers as evaluating afresh does after every change`(chunk: Int) throws {
    var compared = 0
    for seed in TestScale.seeds(ofChunk: chunk, of: Self.count) {
      guard let theory = ChangeableTheory(seed: seed, atMost: 6), !theory.changes.isEmpty else {
        continue
      }
      var random = SeededGenerator(seed: seed &* 11 &+ 5)
      var docket = try Docket(
        theory.questions, in: Scenario(theory.program), open: theory.changes)
      var choice = theory.changes.map { _ in false }
      for _ in 0..<8 {
        let change = random.below(theory.changes.count)
        choice[change] = random.chance(60) ? !choice[change] : choice[change]
        try docket.set(change, isMade: choice[change])
        #expect(docket.isMade(change) == choice[change])
        // Several changes between two answers are one change to what is asked.
        guard random.chance(70) else { continue }
        let outcome = theory.outcome(choice)
        for (place, question) in theory.questions.enumerated() {
          let expected = outcome.finding(of: question)
          let found = try docket.finding(of: place)
          guard expected != .preferenceCycle else { continue }
          compared += 1
          guard found != expected else { continue }
          let asked = theory.program.text(of: question.predicate, arguments: question.arguments)
          Issue.record("seed \(seed): \(asked): \(found), but afresh \(expected)\n\(theory.text)")
          return
        }
      }
    }
    #expect(compared > Self.count / TestScale.chunks.count)
  }

  @Test func `changes that an aggregate reads are followed too`() throws {
    let text = """
      relation ?person owes ?amount: number
      relation ?person is in debt
      relation ?person has paid
      fact Ada owes 40
      rule debt
        if ?sum = sum of ?amount such that ?person owes ?amount
        and ?sum > 60
        unless ?person has paid
        then ?person is in debt
      """
    let source = SourceFile(name: "debts.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source], including: { _ in .notFound })
    var program = try #require(loaded.program, "\(loaded.diagnostics)")
    let words = ["Ada owes 30", "retract Ada owes 40", "Ada has paid", "Ada owes 70"]
    let changes = try words.map { try #require(program.change(reading: $0).change) }
    let question = try #require(
      program.sentence(reading: "Ada is in debt").sentence.flatMap { Literal($0) })
    var docket = try Docket([question], in: Scenario(program), open: changes)
    var choice = changes.map { _ in false }
    var inDebt = 0
    for step in 1..<64 {
      // Every choice comes up, and most of them more than once.
      let change = step.trailingZeroBitCount % changes.count
      choice[change].toggle()
      try docket.set(change, isMade: choice[change])
      let made = zip(changes, choice).filter(\.1).map(\.0)
      let expected = evaluate(Scenario(program, changes: made)).finding(of: question)
      #expect(try docket.finding(of: 0) == expected, "\(choice)")
      if expected == .verdict(.clear) { inDebt += 1 }
    }
    #expect(inDebt > 0 && inDebt < 63)
  }

  @Test func `what a change settles that a circle left open is passed on`() throws {
    let text = """
      relation the lease is void / the lease is good
      relation the deed is forged
      relation the rent is due
      relation the interest is due
      rule doubt
        unless the deed is forged
        then the deed is forged
      rule good
        if the deed is forged
        then the lease is good
      rule rent
        if the lease is good
        then the rent is due
      rule interest
        if the rent is due
        then the interest is due
      """
    let source = SourceFile(name: "lease.moot", bytes: Array(text.utf8))
    var program = try #require(loadProgram(roots: [source], including: { _ in .notFound }).program)
    let change = try #require(program.change(reading: "the deed is forged").change)
    let question = try #require(
      program.sentence(reading: "the interest is due").sentence.flatMap { Literal($0) })
    var docket = try Docket([question], in: Scenario(program), open: [change])
    for isMade in [false, true, false] {
      try docket.set(0, isMade: isMade)
      let expected = evaluate(Scenario(program, changes: isMade ? [change] : [])).finding(
        of: question)
      #expect(try docket.finding(of: 0) == expected)
      #expect(expected == .verdict(isMade ? .clear : .circular))
    }
  }

  @Test func `what is declared incompatible with a contrary counts against it in a circle`() throws
  {
    let text = """
      relation the shop is open / the shop is shut
      relation the inspector is inside
      relation the owner is away
      relation the street is quiet
      relation the lights are on
      incompatible the shop is shut
        with the inspector is inside
      rule shutting
        if the owner is away
        then the shop is shut
      rule quiet
        if the shop is shut
        then the street is quiet
      rule inspecting
        if the lights are on
        unless beyond dispute the street is quiet
        then the inspector is inside
      fact the owner is away
      """
    let source = SourceFile(name: "shop.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source], including: { _ in .notFound })
    var program = try #require(loaded.program, "\(loaded.diagnostics)")
    let change = try #require(program.change(reading: "the lights are on").change)
    let question = try #require(
      program.sentence(reading: "the shop is shut").sentence.flatMap { Literal($0) })
    var docket = try Docket([question], in: Scenario(program), open: [change])
    var findings: [Finding] = []
    for isMade in [false, true, false] {
      try docket.set(0, isMade: isMade)
      let expected = evaluate(Scenario(program, changes: isMade ? [change] : [])).finding(
        of: question)
      #expect(try docket.finding(of: 0) == expected)
      findings.append(expected)
    }
    #expect(findings[0] == .verdict(.clear) && findings[1] != findings[0])
  }
}
