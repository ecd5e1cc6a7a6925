import Testing

@testable import MootReference

/// What variables, alternatives and actions mean, on theories small enough to check by eye.
struct GroundingTests {
  @Test func `a variable that occurs only in an exception means there is any`() {
    var theory = people()
    theory.rules = [
      rule(
        "r", if: [[holds("a", .variable(0))]], unless: [[holds("b", .variable(11))]],
        then: sentence("c", .variable(0)))
    ]
    theory.facts = [sentence("a", .constant(0))]
    #expect(grades(theory)["trait2(ann)"] == 3)
    theory.facts.append(sentence("b", .constant(1)))
    #expect(grades(theory)["trait2(ann)"] == nil)
  }

  @Test func `an undercutter speaks of the instances its variables name`() {
    var theory = people()
    theory.facts = [
      sentence("a", .constant(0)), sentence("a", .constant(1)), sentence("b", .constant(1)),
    ]
    theory.rules = [
      rule("r", if: [[holds("a", .variable(0))]], then: sentence("c", .variable(0))),
      FirstOrderTheory.Rule(
        name: "u", alternatives: [[holds("b", .variable(0))]],
        conclusion: .application(of: "r", applies: false)),
    ]
    #expect(grades(theory)["trait2(ann)"] == 3)
    #expect(grades(theory)["trait2(bob)"] == nil)
    theory.rules[1].alternatives = [[holds("b", .variable(1))]]
    #expect(grades(theory)["trait2(ann)"] == nil)
  }

  @Test func `a preference does not speak of an alternative that leaves its variable open`() {
    var theory = people()
    theory.facts = [sentence("a", .constant(0)), sentence("b", .constant(0))]
    theory.rules = [
      rule(
        "r", if: [[holds("a", .variable(0))], [holds("b", .variable(1))]],
        then: sentence("c", .constant(1))),
      rule("s", if: [], then: sentence("c", .constant(1)).contrary),
      FirstOrderTheory.Rule(
        name: "p", alternatives: [[holds("a", .variable(0))]],
        conclusion: .preference("r", over: "s")),
    ]
    #expect(grades(theory)["trait2(bob)"] == 3)
    theory.rules[2].alternatives = [[holds("a", .variable(1))]]
    #expect(grades(theory)["trait2(bob)"] == 3)
    theory.facts.removeFirst()
    theory.rules[2].alternatives = [[holds("b", .variable(0))]]
    #expect(grades(theory)["trait2(bob)"] == 1)
  }

  @Test func `a rule for must is a rule for may under the same name`() {
    var theory = people()
    theory.relations.append(FirstOrderTheory.Relation(number: 3, arity: 1, isAction: true))
    let act = FirstOrderTheory.Sentence(relation: 3, mode: .must, terms: [.constant(0)])
    let forbidden = FirstOrderTheory.Sentence(
      relation: 3, mode: .may, isContrary: true, terms: [.constant(0)])
    theory.rules = [
      rule("r", if: [], then: act), rule("s", if: [], then: forbidden),
      FirstOrderTheory.Rule(name: "p", conclusion: .preference("r", over: "s")),
    ]
    #expect(grades(theory) == ["must act3(ann)": 3, "may act3(ann)": 3])
    theory.rules.removeLast()
    #expect(
      grades(theory)
        == [
          "must act3(ann)": 1, "may act3(ann)": 1, "must not act3(ann)": 1, "need not act3(ann)": 1,
        ])
  }

  @Test func `a sentence declared incompatible with itself conflicts for others only`() {
    var theory = people()
    theory.incompatibilities = [
      FirstOrderTheory.Incompatibility(
        first: sentence("a", .variable(0)), second: sentence("a", .variable(1)))
    ]
    theory.rules = [rule("r", if: [], then: sentence("a", .constant(0)))]
    #expect(grades(theory) == ["trait0(ann)": 3])
    theory.rules.append(rule("s", if: [], then: sentence("a", .constant(1))))
    #expect(grades(theory) == ["trait0(ann)": 1, "trait0(bob)": 1])
  }

  @Test func `every question mark is somebody of its own`() {
    var theory = people()
    theory.facts = [sentence("a", .constant(0)), sentence("b", .constant(1))]
    theory.rules = [
      rule(
        "r", if: [[holds("a", .anyone), holds("b", .anyone)]], unless: [[holds("c", .anyone)]],
        then: sentence("a", .constant(1)))
    ]
    #expect(grades(theory)["trait0(bob)"] == 3)
    theory.facts.append(sentence("c", .constant(0)))
    #expect(grades(theory)["trait0(bob)"] == nil)
  }

  /// A theory about three properties of Ann and Bob.
  private func people() -> FirstOrderTheory {
    FirstOrderTheory(
      constants: ["ann", "bob"],
      relations: (0..<3).map { FirstOrderTheory.Relation(number: $0, arity: 1) })
  }

  /// The sentence that somebody has the property a, b or c.
  private func sentence(_ property: String, _ term: FirstOrderTheory.Term)
    -> FirstOrderTheory.Sentence
  {
    FirstOrderTheory.Sentence(relation: ["a": 0, "b": 1, "c": 2][property]!, terms: [term])
  }

  /// The same as a condition.
  private func holds(_ property: String, _ term: FirstOrderTheory.Term)
    -> FirstOrderTheory.Condition
  {
    .sentence(sentence(property, term), standard: nil)
  }

  /// An ordinary rule.
  private func rule(
    _ name: String, if alternatives: [[FirstOrderTheory.Condition]],
    unless exceptions: [[FirstOrderTheory.Condition]] = [], then head: FirstOrderTheory.Sentence
  ) -> FirstOrderTheory.Rule {
    FirstOrderTheory.Rule(
      name: name, alternatives: alternatives.isEmpty ? [[]] : alternatives, exceptions: exceptions,
      conclusion: .sentence(head))
  }

  /// The settled grades that are not 0, by name.
  private func grades(_ theory: FirstOrderTheory) -> [String: Int] {
    let conclusions = ReferenceReasoner(theory.grounded()).conclusions()
    let atoms = AtomTable(theory)
    let settled = (0..<conclusions.theory.ordinaryCount).map {
      (theory.mootNotation(atoms.sentence($0)), conclusions.grade(of: $0).lower)
    }
    return Dictionary(uniqueKeysWithValues: settled.filter { $0.1 > 0 })
  }
}
