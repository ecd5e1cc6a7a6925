extension FirstOrderTheory {
  /// Reads the ground part of the arrow notation without exceptions, `;` between statements: enough for the probes.
  init(arrows text: String) {
    constants = ["it"]
    for statement in text.split(separator: ";") {
      let words = statement.split(separator: " ").map(String.init)
      let preferences = rules.count
      if words[0] == ">>" {
        facts.append(sentence(words[1]))
      } else if words.count == 3, words[1] == ">" {
        rules.append(
          Rule(name: "preference\(preferences)", conclusion: .preference(words[0], over: words[2])))
      } else {
        addRule(words)
      }
    }
  }

  /// Reads `name: a, b => c`, already split into words.
  private mutating func addRule(_ words: [String]) {
    let arrows: [String: ReferenceTheory.Force] = [
      "->": .strict, "=>": .defeasible, "~>": .defeater,
    ]
    let place = words.firstIndex { arrows[$0] != nil }!
    let premises = words[1..<place].map {
      Condition.sentence(sentence($0.trimming(",")), standard: nil)
    }
    rules.append(
      Rule(
        name: words[0].trimming(":"), force: arrows[words[place]]!, alternatives: [premises],
        conclusion: .sentence(sentence(words[place + 1]))))
  }

  /// The sentence `p` or `-p`; a new name is a new relation.
  private mutating func sentence(_ word: String) -> Sentence {
    let key = word.trimming("-")
    if !relations.contains(where: { $0.key == key }) {
      relations.append(Relation(number: relations.count, arity: 0, givenKey: key))
    }
    return Sentence(
      relation: relations.firstIndex { $0.key == key }!, isContrary: word.first == "-")
  }
}

extension String {
  /// The string without a character at its ends.
  fileprivate func trimming(_ character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
