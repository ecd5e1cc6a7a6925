import MootLanguage
import MootReasoning
import Testing

/// Chains whose last link leads to pairs one by one, as few values have many successors or many have few.
struct WayTests {
  @Test(arguments: [false, true])
  func `chains reach values that are met late, in both directions`(isReversed: Bool) throws {
    var theory = BulkTheory(text: Self.rules(isReversed: isReversed))
    for first in 0..<60 {
      for second in 0..<60 { theory.addRow("begins", pair("v\(first)", "v\(second)", isReversed)) }
    }
    theory.addRow("leads", pair("v0", "w0", isReversed))
    for number in 0..<3000 {
      theory.addRow("leads", pair("w\(number)", "w\(number + 1)", isReversed))
    }
    let values = (0..<60).map { "v\($0)" } + (0...3000).map { "w\($0)" }
    let expected = (0..<60).flatMap { first in
      values.map { pair("v\(first)", $0, isReversed).joined(separator: " ") }
    }
    try check(theory, expected)
  }

  @Test(arguments: [false, true], [100, 500])
  func `every successor of a value that has many is reached`(isReversed: Bool, many: Int) throws {
    var theory = BulkTheory(text: Self.rules(isReversed: isReversed))
    for first in 0..<150 {
      for second in 0..<20 { theory.addRow("begins", pair("v\(first)", "k\(second)", isReversed)) }
    }
    // A hundred each are apart, so that none is reached in a second way; five hundred are shared.
    let successors = (0..<20).map { first in (0..<many).map { (first * 100 + $0) % 2000 } }
    for (first, seconds) in successors.enumerated() {
      theory.addRow("leads", pair("k\(first)", "m\(first)", isReversed))
      for second in seconds { theory.addRow("leads", pair("m\(first)", "w\(second)", isReversed)) }
    }
    let values =
      (0..<20).flatMap { ["k\($0)", "m\($0)"] } + Set(successors.joined()).map { "w\($0)" }
    let expected = (0..<150).flatMap { first in
      values.map { pair("v\(first)", $0, isReversed).joined(separator: " ") }
    }
    try check(theory, expected)
  }

  @Test func `values that are in no pair yet are reached from`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x was seen with ?y
          as seen
        relation ?x leads to ?y
          as leads
        relation ?x reaches ?y
          as reaches
        relation ?x is remote
          as remote
        rule way
          if ?x was seen with ?y
          and ?y leads to ?z
          then conclusively ?x reaches ?z
        """)
    // Names have numbers in the order of the tables: "late" ones are far beyond all that are in pairs before.
    for number in 0..<20_000 { theory.addRow("remote", ["n\(number)"]) }
    for number in 0..<60 { theory.addRow("leads", ["k\(number % 4)", "v\(number)"]) }
    // There are more ways than sights, so that a way is the last step.
    for number in 0..<5_000 { theory.addRow("leads", ["nobody\(number)", "v0"]) }
    for first in 0..<60 {
      for second in 0..<60 { theory.addRow("reaches", ["v\(first)", "v\(second)"]) }
    }
    for number in 0..<3000 { theory.addRow("seen", ["late\(number)", "k\(number % 4)"]) }
    let given = (0..<60).flatMap { first in (0..<60).map { "v\(first) v\($0)" } }
    let reached = (0..<3000).flatMap { first in
      stride(from: first % 4, to: 60, by: 4).map { "late\(first) v\($0)" }
    }
    try check(theory, given + reached)
  }

  @Test func `what chains reach in several ways keeps the best grade`() throws {
    var theory = BulkTheory(text: Self.rules(isReversed: false))
    theory.text += """
      relation ?x may open ?y
        as may-open
      rule weakly
        at most arguable
        if ?x may open ?y
        then ?x reaches ?y

      """
    for first in 0..<60 {
      for second in 0..<60 {
        theory.addRow(second < 40 ? "begins" : "may-open", ["v\(first)", "v\(second)"])
      }
    }
    for second in 0..<60 { theory.addRow("leads", ["v\(second)", "w\(second / 2)"]) }
    let outcome = try theory.outcome()
    for conclusion in outcome.conclusions(ofRelation: "reaches") {
      let name = outcome.program[conclusion.literal.arguments[1]].text
      let number = Int(name.dropFirst()) ?? -1
      let isArguable = number >= (name.hasPrefix("v") ? 40 : 20)
      #expect(conclusion.grade.lower == (isArguable ? .arguable : .established), "\(name)")
    }
    #expect(outcome.conclusions(ofRelation: "reaches").count == 60 * 90)
  }

  @Test func `values that are far apart are reached, block after block`() throws {
    var theory = BulkTheory(
      text: """
        relation ?x is around
          as around
        relation ?x begins-with ?y
          as begins
        relation ?x leads to ?y
          as leads
        relation ?x reaches ?y
          as reaches
        rule way
          if ?x begins-with ?y
          and ?y leads to ?z
          then ?x reaches ?z
        """)
    // Names have numbers in the order in which they come up: small ones for "k", large ones for "v".
    for number in 0..<60 { theory.addRow("around", ["k\(number)"]) }
    for number in 0..<20_000 { theory.addRow("around", ["n\(number)"]) }
    for number in 0..<3300 { theory.addRow("begins", ["v\(number)", "k\(number % 60)"]) }
    for first in 0..<60 {
      for second in 0..<60 { theory.addRow("leads", ["k\(first)", "k\(second)"]) }
    }
    let expected = (0..<3300).flatMap { first in (0..<60).map { "v\(first) k\($0)" } }
    try check(theory, expected)
  }

  private static func rules(isReversed: Bool) -> String {
    let chain =
      isReversed
      ? """
      if ?z leads to ?y
        and ?y reaches ?x
        then conclusively ?z reaches ?x
      """
      : """
      if ?x reaches ?y
        and ?y leads to ?z
        then conclusively ?x reaches ?z
      """
    return """
      relation ?x begins-with ?y
        as begins
      relation ?x leads to ?y
        as leads
      relation ?x reaches ?y
        as reaches
      rule start
        if ?x begins-with ?y
        then conclusively ?x reaches ?y
      rule way
        \(chain)

      """
  }

  private func pair(_ first: String, _ second: String, _ isReversed: Bool) -> [String] {
    isReversed ? [second, first] : [first, second]
  }

  private func check(_ theory: BulkTheory, _ expected: [String]) throws {
    let outcome = try theory.outcome()
    let found = outcome.conclusions(ofRelation: "reaches").map { conclusion in
      conclusion.literal.arguments.map { outcome.program[$0].text }.joined(separator: " ")
    }
    #expect(found.count == expected.count)
    #expect(Set(found) == Set(expected))
    #expect(outcome.countsAgree && outcome.reachedLimit == nil)
  }
}
