import Testing

@testable import MootReference

/// A circle is decided alike whether only exceptions are in it or rules against its conclusions as well, which
/// never fire.
///
/// Some facts are such that their dates leave open whether they are so.
struct DisputedCircleTests {
  @Test(arguments: TestScale.chunks)
  func `rules that never fire change nothing in a circle of exceptions`(chunk: Int) throws {
    for seed in TestScale.seeds(ofChunk: chunk, of: TestScale.groundCount / 4) {
      let theory = TheoryGenerator.theory(.agreeing, seed: seed)
      var random = SeededGenerator(seed: seed)
      let isOpen = theory.facts.map { _ in random.chance(40) }
      let plain = try EngineUnderTest.conclude(dated(theory, isOpen), "theory.moot")
      let disputed = try EngineUnderTest.conclude(dated(opposed(theory), isOpen), "theory.moot")
      #expect(plain == disputed, "seed \(seed)\n\(dated(theory, isOpen))")
      if plain != disputed { return }
    }
  }

  /// The text of a theory with some facts dated so that they may hold or not on the date of the answer.
  private func dated(_ theory: FirstOrderTheory, _ isOpen: [Bool]) -> String {
    var open = isOpen[...]
    let lines = theory.mootText.split(separator: "\n").map { line in
      guard line.hasPrefix("fact ") else { return String(line) }
      return open.popFirst() == true ? "\(line)\n  from 2007-05" : String(line)
    }
    return "as of 2007-05-14\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The theory with a rule against all that its rules conclude, whose premise nothing provides.
  private func opposed(_ theory: FirstOrderTheory) -> FirstOrderTheory {
    var opposed = theory
    let never = FirstOrderTheory.Sentence(relation: theory.relations.count)
    opposed.relations.append(FirstOrderTheory.Relation(number: 99, arity: 0))
    for (number, relation) in theory.relations.enumerated() {
      let terms = Array(repeating: FirstOrderTheory.Term.constant(0), count: relation.arity)
      for mode in relation.isAction ? [FirstOrderTheory.Mode.plain, .may, .must] : [.plain] {
        opposed.rules.append(
          FirstOrderTheory.Rule(
            name: "never\(number)\(mode)", alternatives: [[.sentence(never, standard: nil)]],
            conclusion: .sentence(
              FirstOrderTheory.Sentence(
                relation: number, mode: mode, isContrary: true, terms: terms))))
      }
    }
    return opposed
  }
}
