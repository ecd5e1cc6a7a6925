@testable import MootReference

/// A random theory of which some sentences are open: unknowns, some with a chance, and facts that are varied.
struct OpenTheory: Sendable {
  /// The file.
  let text: String
  /// The sentences that are varied beside its unknowns.
  let varied: [String]
  /// The sentences that are asked.
  let questions: [String]

  /// The open theory that `seed` names.
  ///
  /// - Parameter mostOpen: how many sentences are open at most.
  init(seed: UInt64, mostOpen: Int) {
    let theory = TheoryGenerator.theory(seed % 5 == 0 ? .firstOrder : .ground, seed: seed)
    var random = SeededGenerator(seed: seed ^ 0x5EED)
    let sentences = theory.sentences.map { Self.ground($0, in: theory, &random) }
    let shuffled = random.shuffled(sentences.map { theory.text($0) })
    let all = shuffled.enumerated().filter { !shuffled.prefix($0).contains($1) }.map(\.element)
    let open = Array(all.prefix(1 + random.below(mostOpen)))
    let stated = theory.facts.map { theory.text($0) }
    var lines = theory.mootText.split(separator: "\n").map(String.init)
    var varied: [String] = []
    for sentence in open {
      if random.chance(stated.contains(sentence) ? 40 : 20) {
        varied.append(sentence)
      } else {
        lines.removeAll { $0 == "fact \(sentence)" }
        lines.append("unknown \(sentence)")
        if random.chance(80) { lines.append("  chance 0.\(random.below(100))") }
      }
    }
    text = lines.joined(separator: "\n") + "\n"
    self.varied = varied
    questions = Array(random.shuffled(all).prefix(2))
  }

  /// A sentence with a constant for each variable.
  private static func ground(
    _ sentence: FirstOrderTheory.Sentence, in theory: FirstOrderTheory,
    _ random: inout SeededGenerator
  ) -> FirstOrderTheory.Sentence {
    var ground = sentence
    ground.terms = sentence.terms.map { term in
      switch term {
      case .constant, .today: term
      case .variable, .anyone: .constant(random.below(theory.constants.count))
      }
    }
    return ground
  }
}
