extension TheoryGenerator {
  /// What the rules rest on: facts, contentions, disputes and circles, mostly about relations of low rank.
  mutating func addGround() {
    for number in 0..<profile.groundCount {
      let relation = min(random.below(theory.relations.count), random.below(theory.relations.count))
      let sentence = withTerms(randomSentence(of: relation), from: [])
      switch random.index(weights: profile.groundWeights) {
      case 0: addFact(sentence)
      case 1: addRule("c\(number)", for: sentence)
      case 2:
        addRule("c\(number)", for: sentence)
        addRule("d\(number)", for: sentence.contrary)
      case 3: addSelfDefeat(number, sentence)
      default: addCircle(number, sentence)
      }
    }
  }

  /// A fact, rarely against another.
  private mutating func addFact(_ sentence: FirstOrderTheory.Sentence) {
    guard !theory.facts.contains(sentence) else { return }
    guard !theory.facts.contains(sentence.contrary) || random.chance(25) else { return }
    theory.facts.append(sentence)
    concluded.append(withoutTerms(sentence))
  }

  /// A sentence that is argued for, and that argues against itself or excludes its own argument.
  private mutating func addSelfDefeat(_ number: Int, _ sentence: FirstOrderTheory.Sentence) {
    let condition = FirstOrderTheory.Condition.sentence(sentence, standard: nil)
    if profile.kind != .agreeing, random.chance(50) {
      addRule("c\(number)", for: sentence)
      addRule("d\(number)", for: sentence.contrary, if: [condition])
    } else {
      addRule("c\(number)", for: sentence, unless: [condition])
    }
  }

  /// Two or three sentences each of which holds unless the next does.
  private mutating func addCircle(_ number: Int, _ sentence: FirstOrderTheory.Sentence) {
    let others = (0..<(1 + random.below(2))).map { _ in random.below(theory.relations.count) }
    let circle = [sentence] + others.map { withTerms(randomSentence(of: $0), from: []) }
    for (place, sentence) in circle.enumerated() {
      let next = FirstOrderTheory.Condition.sentence(
        circle[(place + 1) % circle.count], standard: nil)
      addRule("c\(number)\(place)", for: sentence, unless: [next])
    }
  }

  /// An ordinary rule that is complete as it stands.
  private mutating func addRule(
    _ name: String, for sentence: FirstOrderTheory.Sentence,
    if premises: [FirstOrderTheory.Condition] = [],
    unless exception: [FirstOrderTheory.Condition] = []
  ) {
    theory.rules.append(
      FirstOrderTheory.Rule(
        name: name, cap: randomCap(), alternatives: [premises],
        exceptions: exception.isEmpty ? [] : [exception],
        conclusion: .sentence(sentence)))
    complete.insert(name)
    rankByRule[name] = ranks[sentence.relation]
    places[name] = randomPlace(for: .defeasible)
    concluded.append(withoutTerms(sentence))
  }
}
