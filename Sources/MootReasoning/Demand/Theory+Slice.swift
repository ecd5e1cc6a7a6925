import MootLanguage

extension Theory {
  /// The facts that some sentences can depend on, in source order, with the theory cut down to the classes these
  /// reach; `nil` where that would be most of them.
  ///
  /// Where preferences may go round in a circle, all that the rules they rank conclude is taken in: that is an
  /// error wherever it is (section 5).
  func slice(for sentences: [Sentence]) -> (theory: Theory, facts: [Int])? {
    let search = SliceSearch(self, mostSteps: program.facts.count / 4 + Self.fewestSteps)
    for sentence in sentences {
      let arguments = sentence.terms.map { term in
        if case .value(let value) = term { value.raw } else { Block.unbound }
      }
      guard search.follow(Int(sentence.predicate.predicate.raw), arguments) else { return nil }
    }
    for predicate in predicatesOfCircularPreferences {
      let anything = Array(repeating: Block.unbound, count: program.predicates[predicate].arity)
      guard search.follow(predicate, anything) else { return nil }
    }
    var theory = self
    let isNeeded = classes.predicates.map { members in members.contains { search.isNeeded[$0] } }
    theory.classes = classes.limited(to: isNeeded)
    return (theory, search.facts.sorted())
  }

  /// The steps that a search may always take, however few facts there are.
  private static let fewestSteps = 20_000

  /// What is concluded by rules of which each may prevail over the next, all around: where there are none, no
  /// evaluation can find a circle.
  private var predicatesOfCircularPreferences: [Int] {
    guard ranks.contains(where: { !$0.isEmpty }) else { return [] }
    var concluded: Set<Int> = []
    for rule in classes.rules.joined() {
      for head in program.rules[rule].conclusions {
        concluded.insert(Self.index(of: head.predicate))
      }
    }
    for run in program.facts.runs {
      guard case .written = run.content else { continue }
      for fact in run.range {
        concluded.insert(Self.index(of: program.facts[fact].predicate))
      }
    }
    let rings = stronglyConnectedComponents(possibleVictories(concluded)).filter { $0.count > 1 }
    let predicates = rings.joined().filter { $0 < program.rules.count }.flatMap { rule in
      program.rules[rule].conclusions.map { Int($0.predicate.predicate.raw) }
    }
    return Set(predicates).sorted()
  }

  /// For each rule, those it may prevail over: by a preference that can be concluded, or as an ordinary rule over
  /// the presumptions of its class, by way of a number for the class behind those of the rules.
  private func possibleVictories(_ concluded: Set<Int>) -> [[Int]] {
    let count = program.rules.count
    var victories: [[Int]] = Array(repeating: [], count: count + classes.rules.count)
    for (rule, ranks) in ranks.enumerated() {
      for rank in ranks
      where concluded.contains(2 * rank.predicate + (rank.isPositive ? 0 : 1)) {
        victories[rule].append(rank.other)
      }
    }
    for (number, rules) in classes.rules.enumerated() {
      for rule in rules {
        switch program.rules[rule].force {
        case .presumption: victories[count + number].append(rule)
        case .strict, .defeasible, .defeater: victories[rule].append(count + number)
        }
      }
    }
    return victories
  }
}
