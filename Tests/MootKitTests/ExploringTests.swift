import MootKit
import MootLanguage
import MootReasoning
import Testing

/// What can be asked of a rule base about values that only its rules work out.
struct ExploringTests {
  @Test func `a question is explored whose only instance is about a sum that is worked out`() throws
  {
    let rules = try RuleBase(
      """
      relation ?person received ?amount: number
      relation ?person owes ?sum: number pounds
      fact Bo received 9000
      unknown Bo received 5000
      rule due
        if ?in = sum of ?amount such that Bo received ?amount
        and ?due = ?in * 0.2
        then Bo owes ?due pounds
      question tax "What does Bo owe?"
        ask Bo owes ?sum pounds
      """)
    #expect(try rules.table(of: "tax").text.contains("Bo owes 1800 pounds"))
    #expect(try rules.flips(of: "tax").text.contains("Bo owes 1800 pounds"))
    #expect(try rules.timeline(of: "tax").text.contains("Bo owes 1800 pounds"))
    var interview = try rules.interview(about: "tax")
    #expect(interview.nextFact == 0)
    interview.answer(0, true)
    #expect(interview.remaining.settledFinding == .verdict(.unsupported))
  }
}
