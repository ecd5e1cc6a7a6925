import MootLanguage
import MootReasoning
import Testing

/// Rules over tables large enough to be kept otherwise than small ones.
struct LargeTableTests {
  /// The relations of these tables.
  private static let relations = """
    relation ?x begins-with ?y
      as begins
    relation ?x leads to ?y
      as leads
    relation ?x was seen with ?y
      as seen
    relation ?x reaches ?y
      as reaches

    """

  /// What begins with something reaches it, and what was seen with something reaches where that leads.
  private static let startAndWay =
    relations + """
      rule start
        if ?x begins-with ?y
        then ?x reaches ?y
      rule way
        if ?x was seen with ?y
        and ?y leads to ?z
        then ?x reaches ?z
      """

  @Test func `what one alternative finds many times is concluded once, whatever another finds`()
    throws
  {
    var theory = BulkTheory(
      text: """
        relation ?x owns ?y in ?town
          as owns
        relation ?x is lost
        relation ?x knows ?y
          as knows
        relation ?x lives in ?town
          as lives
        relation ?x may meet ?y in ?town
          as meets
        rule meeting
          if ?x owns ?y in ?town
          and ?x is lost
          or if ?x knows ?z
          and ?z knows ?y
          and ?y lives in ?town
          then ?x may meet ?y in ?town
        """)
    for number in 0..<300 { theory.addRow("owns", ["o\(number)", "t\(number)", "Rome"]) }
    for first in 0..<20 {
      theory.addRow("lives", ["p\(first)", "Rome"])
      for second in 0..<20 { theory.addRow("knows", ["p\(first)", "p\(second)"]) }
    }
    let outcome = try theory.outcome()
    #expect(outcome.conclusions(ofRelation: "meets").count == 400)
    #expect(outcome.countsAgree)
  }

  @Test func `the name behind the last one of a table is not in it`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x is a member
          as a-member
        relation ?x is asked
          as asked
        relation ?x is known
          as known
        relation ?x answers
          as answers
        rule known
          if ?x is a member
          then ?x is known
        rule answering
          if ?x is asked
          and ?x is known
          then ?x answers
        """)
    for number in 0..<300 { theory.addRow("a-member", ["n\(number)"]) }
    for name in ["n0", "n299", "next", "last"] { theory.addRow("asked", [name]) }
    let outcome = try theory.outcome()
    let found = outcome.conclusions(ofRelation: "answers").map {
      outcome.program[$0.literal.arguments[0]].text
    }
    #expect(found.sorted() == ["n0", "n299"])
  }

  @Test(arguments: [false, true])
  func `a chain fires where it does not end nowhere, however many pairs there are`(ends: Bool)
    throws
  {
    var theory = BulkTheory(text: Self.startAndWay)
    for number in 0..<2500 {
      theory.addRow("begins", ["v\(number / 50)", "k\(number % 50)"])
    }
    for number in 0..<3 { theory.addRow("seen", ["v\(number)", "k\(number)"]) }
    theory.addRow("leads", ends ? ["elsewhere", "nowhere"] : ["k0", "k1"])
    let outcome = try theory.outcome()
    #expect(outcome.conclusions(ofRelation: "reaches").count == 2500)
    #expect(outcome.firedNames == (ends ? ["start"] : ["start", "way"]))
  }

  @Test(arguments: [false, true])
  func `a pair keeps the best grade of what chains and a rule find`(chainsComeFirst: Bool) throws {
    let way = """
      rule way
        if ?x begins-with ?y
        and ?y leads to ?z
        then ?x reaches ?z

      """
    let sight = """
      rule sight
        if ?x was seen with ?y
        then ?x reaches ?y

      """
    let weak = "\n  at most arguable\n  if"
    var theory = BulkTheory(text: Self.relations)
    theory.text +=
      chainsComeFirst
      ? way.replacing("\n  if", with: weak) + sight : sight.replacing("\n  if", with: weak) + way
    for first in 0..<46 {
      theory.addRow("begins", ["v\(first)", "k\(first)"])
      for second in 0..<46 { theory.addRow("leads", ["k\(first)", "k\(second)"]) }
    }
    for number in 0..<5 { theory.addRow("seen", ["v\(number)", "k\(number)"]) }
    let grades = try theory.outcome().conclusions(ofRelation: "reaches").map(\.grade.lower)
    #expect(grades.count == 46 * 46)
    #expect(grades.count { $0 == .clear } == (chainsComeFirst ? 5 : 46 * 46))
  }

  @Test func `a rule has fired though the last of its chains end nowhere`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x begins-with ?y
          as begins
        relation ?x leads to ?y
          as all-leads
        relation ?x reaches ?y
          as reaches
        rule way
          if ?x begins-with ?y
          and ?y leads to ?z
          then ?x reaches ?z
        """)
    for number in 0..<2500 {
      theory.addRow("all-leads", ["k\(number / 50)", "k\(number % 50)"])
    }
    for number in 0..<2200 {
      theory.addRow("begins", ["v\(number)", number < 20 ? "k\(number)" : "nowhere"])
    }
    let outcome = try theory.outcome()
    #expect(outcome.conclusions(ofRelation: "reaches").count == 20 * 50)
    #expect(outcome.firedNames == ["way"])
  }

  @Test(arguments: [false, true])
  func `chains from or to names far behind are followed among pairs of few names`(isFrom: Bool)
    throws
  {
    var theory = BulkTheory(text: "relation ?x is around\n  as far\n" + Self.startAndWay)
    for number in 0..<2500 {
      theory.addRow("begins", ["v\(number / 50)", "k\(number % 50)"])
    }
    for number in 0..<20_000 { theory.addRow("far", ["n\(number)"]) }
    for number in 0..<10 {
      let far = "n\(19_000 + number)"
      theory.addRow("leads", ["k\(number)", isFrom ? "k\(number + 1)" : far])
      theory.addRow("seen", [isFrom ? far : "v\(number)", "k\(number)"])
    }
    #expect(try theory.outcome().conclusions(ofRelation: "reaches").count == 2510)
  }

  @Test func `rows that are looked up by one of two known names agree in the other`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x wants ?y
          as all-wants
        relation ?x sells ?y for ?n: number
          as sells
        relation ?x asks ?n: number
          as asks
        rule asking
          if ?x wants ?y
          and ?x sells ?y for ?n
          then ?x asks ?n
        """)
    for number in 0..<120 {
      theory.addRow("all-wants", ["v\(number)", "k\(number % 2)"])
      theory.addRow("sells", ["v\(number)", "k\(number % 3)", "\(number)"])
    }
    let asked = try theory.outcome().conclusions(ofRelation: "asks").count
    #expect(asked == (0..<120).count { $0 % 2 == $0 % 3 })
  }

  @Test func `what several rows of a table give alike is concluded once`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x owns ?y in ?town
          as owns
        relation ?x is known in ?town
          as known
        rule known
          if ?x owns ?y in ?town
          then ?x is known in ?town
        """)
    for number in 0..<600 {
      theory.addRow("owns", ["o\(number / 2)", "t\(number / 3)", "v\(number / 100)"])
    }
    let outcome = try theory.outcome()
    #expect(outcome.conclusions(ofRelation: "known").count == 300)
    #expect(outcome.countsAgree)
  }
}
