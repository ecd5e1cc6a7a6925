import MootReasoning
import Testing

/// Alternatives of a rule over large tables.
struct AlternativeTests {
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
}
