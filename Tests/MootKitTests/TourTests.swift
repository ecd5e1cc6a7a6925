import Foundation
import MootKit
import MootLanguage
import MootReasoning
import MootReporting
import Testing

/// The tour of MootKit: its blocks stand here and are run.
struct TourTests {
  @Test func `the tour does what it says`() throws {
    var rules = try RuleBase(
      """
      title "Stalls on the market square"
      relation ?stall is licensed
      relation ?stall blocks the way
      action ?stall trade(s)
      rule licensed-stalls-trade
        if ?stall is licensed
        then ?stall may trade
      rule the-way-stays-free
        if ?stall blocks the way
        then ?stall must not trade
      prefer the-way-stays-free over licensed-stalls-trade as safety-first
      fact Arbat is licensed
      unknown Arbat blocks the way
      question trading "May Arbat trade?"
        ask Arbat may trade
      expect trading clear
      """,
      named: "stalls.moot", including: { _ in nil })
    try rules.appendFacts("stall\nTverskaya\nPresnya\n", named: "is-licensed.csv")
    #expect(rules.questions == ["trading"])
    #expect(rules.program.facts.count == 3)

    let reply = try rules.answer(to: "trading")
    let blocked = try rules.answer(to: "Arbat may trade", supposing: ["Arbat blocks the way"])
    let traders = try rules.answer(to: "?stall may trade")
    let words = reply.text
    #expect(reply.verdict == .clear)
    #expect(blocked.verdict == .refuted)
    #expect(traders.all.count == 3)
    #expect(traders.verdict == nil)
    #expect(words.contains("clear"))
    #expect(reply.json.contains("moot.answers/1"))

    let reasons = try rules.explanation(of: "trading", supposing: ["Arbat blocks the way"])
    let trace = reasons.markdown
    #expect(reasons.value.count == 1)
    #expect(trace.contains("the-way-stays-free"))

    var desk = try rules.cases(asking: ["Arbat may trade"])
    let answers = try desk.answer(#"{"id": "17", "facts": ["Arbat blocks the way"]}"#)
    let line = answers.json
    #expect(answers.verdicts == [.refuted])
    #expect(line.contains(#""id":"17""#))
    #expect(try desk.answer("{}").verdicts == [.clear])
    #expect(throws: RuleBaseError.self) { try desk.answer(#"{"facts": ["Arbat is lame"]}"#) }

    let conclusions = try rules.conclusions(ofRelation: "trade")
    let tests = try rules.test()
    #expect(conclusions.count == 3)
    #expect(tests.failed == 0)
    #expect(tests.passed == 1)

    let contrast = try rules.whatIf(
      ["without safety-first", "Arbat blocks the way"], ask: "trading")
    let flips = try rules.flips(of: "trading")
    #expect(contrast.isChanged)
    #expect(contrast.answers[0].after.verdict == .contested)
    #expect(flips.isComplete)
    #expect(flips.all.contains { $0.answer.verdict == .refuted })

    let table = try rules.table(of: "trading", varying: ["Arbat is licensed"])
    let open = try rules.openQuestion("trading", varying: ["Arbat is licensed"])
    let finding = open.finding(when: [false, true])
    var interview = try rules.interview(about: "trading", varying: ["Arbat is licensed"])
    while let fact = interview.nextFact {
      interview.answer(fact, true)
    }
    let settled = interview.remaining.settledFinding
    #expect(table.value?.rows.count == 3)
    #expect(open.facts.count == 2)
    #expect(finding == .verdict(.clear))
    #expect(settled == .verdict(.refuted))

    let timeline = try rules.timeline(of: "trading")
    let entries = timeline.text
    #expect(entries.contains("clear"))
    #expect(timeline.json.contains("moot.timeline/1"))

    let positions = try rules.positions(on: "trading", supposing: ["Arbat blocks the way"])
    let crux = positions.crux
    #expect(crux == nil, "nobody argues in these texts")
    #expect(positions.json.contains("moot.positions/1"))

    var docket = try rules.docket(
      asking: ["Arbat may trade", "Presnya may trade"],
      open: ["Arbat blocks the way", "retract Presnya is licensed"])
    let before = try docket.verdict(0)
    docket["Arbat blocks the way"] = true
    let after = try docket.verdict(0)
    try docket.toggle(1)
    let unlicensed = try docket.verdict(1)
    #expect(before == .clear)
    #expect(after == .refuted)
    #expect(unlicensed == .unsupported)
    #expect(docket["retract Presnya is licensed"])

    var message = ""
    do {
      _ = try rules.answer(to: "Arbat may trad")
    } catch {
      message = error.description
    }
    #expect(message.contains("Arbat may trad"))
    #expect(throws: RuleBaseError.self) { try RuleBase("fact nothing is declared") }
  }

  @Test func `every block of the tour is run here`() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let path = root.joined(separator: "/") + "/Sources/MootKit/MootKit.docc/MootKit.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 11)
    for block in blocks {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
      #expect(source.contains(indented), "\(block)")
    }
  }

  @Test func `a theory in arrow notation is asked in its own notation`() throws {
    let theory = try RuleBase(
      ">> bird(tweety)\nr1: bird(X) => flies(X)\n", named: "birds.dfl")
    #expect(try theory.answer(to: "flies(tweety)").verdict == .clear)
    var docket = try theory.docket(asking: ["flies(tweety)"], open: ["without r1"])
    docket["without r1"] = true
    #expect(try docket.verdict(0) == .unsupported)
  }

  @Test func `what is open in a docket has to be a change without a date`() throws {
    let rules = try RuleBase("relation ?site is shut\nfact Arbat is shut\n")
    #expect(throws: RuleBaseError.self) {
      try rules.docket(asking: ["Arbat is shut"], open: ["as of 2007-09-01"])
    }
    #expect(throws: RuleBaseError.self) {
      try rules.docket(asking: ["? is shut"], open: [])
    }
  }

  @Test func `facts with a mistake are not half added`() throws {
    var rules = try RuleBase("relation ?site was shut in ?year: number\n  as shut\n")
    #expect(throws: RuleBaseError.self) {
      try rules.appendFacts("site,year\nArbat,2007\nTverskaya,soon\n", named: "shut.csv")
    }
    #expect(rules.program.facts.isEmpty)
    try rules.appendFacts(#"{"shut": [["Arbat", 2007]]}"#, named: "facts.json")
    #expect(try rules.answer(to: "Arbat was shut in 2007").verdict == .established)
  }

  @Test func `two speakers have a crux`() throws {
    let rules = try RuleBase(
      """
      relation the site is shut / the site is open
      speaker Ann "Ann, for the site"
      speaker Bo "Bo, against it"
      contention it-is-open
        that the site is open
        argued by Ann
      contention it-is-shut
        that the site is shut
        argued by Bo
      question shut "Is the site shut?"
        ask the site is shut
      """)
    let crux = try #require(try rules.positions().crux)
    #expect(crux.sides.count == 2)
    #expect(try rules.positions().text.contains("Bo: YES, CLEARLY"))
  }
}
