import MootLanguage
import Testing

@testable import MootReasoning

/// What is evaluated for a question as a function of changes is let go of with the question.
struct ReleaseTests {
  private static let text = """
    relation ?a knows ?b
    relation ?a trusts ?b
    rule friends
      if ?a knows ?b
      and ?b knows ?a
      then ?a trusts ?b
    fact Ada knows Bo
    fact Bo knows Ada
    fact Cy knows Ada
    """

  /// Builds the circuit of a question with the changes, and keeps nothing of it but what a weak reference holds.
  private func settled(limits: Limits) throws -> () -> Evaluation? {
    let source = SourceFile(name: "friends.moot", bytes: Array(Self.text.utf8))
    let loaded = loadProgram(roots: [source], including: { _ in .notFound })
    var program = try #require(loaded.program)
    let change = try #require(program.change(reading: "Ada knows Cy").change)
    let sentence = try #require(program.sentence(reading: "Ada trusts Bo").sentence)
    let literal = try #require(Literal(sentence))
    let predicates = [Int(literal.predicate.predicate.raw)]
    let opening = Opening(Scenario(program), open: [change], askedOf: predicates)
    var builder = try CircuitBuilder(opening, askedFor: [literal], limits: limits)
    let evaluation = try builder.build().settled
    return { [weak evaluation] in evaluation }
  }

  @Test func `nothing stays of an evaluation that nobody asks any more`() throws {
    #expect(try settled(limits: Limits())() == nil)
  }
}
