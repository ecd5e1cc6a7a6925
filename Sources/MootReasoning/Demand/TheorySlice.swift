import MootLanguage

/// The facts and classes that some questions can depend on.
struct TheorySlice {
  /// The facts, in source order.
  let facts: [Int]
  /// For each class, whether any of it is needed.
  let isNeeded: [Bool]

  /// Finds what some sentences can depend on; `nil` where that would be most of the facts.
  ///
  /// Where preferences may go round in a circle, all that the rules they rank conclude is taken in: that is an
  /// error wherever it is (section 5).
  ///
  /// - Parameters:
  ///   - theories: scenarios of one program; what is so in any of them counts.
  ///   - changed: what is so in some of them only; with it comes all that can be otherwise for that.
  init?(of theories: [Theory], for sentences: [Sentence], changed: [Argument.Source] = []) {
    let theory = theories[0]
    let program = theory.program
    let search = SliceSearch(
      theories, mostSteps: program.facts.count / 4 + Self.fewestSteps)
    for sentence in sentences {
      let arguments = sentence.terms.map { term in
        if case .value(let value) = term { value.raw } else { Block.unbound }
      }
      guard search.follow(Int(sentence.predicate.predicate.raw), arguments) else { return nil }
    }
    for source in changed {
      guard Self.spread(source, of: program, search) else { return nil }
    }
    for literal in Self.assumptions(ofSomeOf: theories) {
      let arguments = literal.arguments.map(\.raw)
      guard search.spread(Int(literal.predicate.predicate.raw), arguments) else { return nil }
    }
    for predicate in Set(theories.flatMap(\.predicatesOfCircularPreferences)).sorted() {
      let anything = Array(repeating: Block.unbound, count: program.predicates[predicate].arity)
      guard search.follow(predicate, anything) else { return nil }
    }
    facts = search.facts.sorted()
    isNeeded = Self.united(
      theory.classes.predicates.map { members in members.contains { search.isNeeded[$0] } },
      theories)
  }

  /// All that a literal can depend on by what was followed back from it, whatever counts at present, so that
  /// everything is worked out that may come to matter.
  init(_ relevance: Relevance, in theory: Theory) {
    let program = theory.program
    facts = program.facts.indices.filter { relevance.includes(program.facts[$0]) }
    isNeeded = theory.classes.predicates.map { members in
      members.contains { relevance.includesAny(of: PredicateID(raw: UInt32($0))) }
    }
  }

  /// The needed classes with those that go in a circle with one of them in any scenario, so that the same are
  /// evaluated in all.
  private static func united(_ isNeeded: [Bool], _ theories: [Theory]) -> [Bool] {
    guard theories.count > 1 else { return isNeeded }
    var isNeeded = isNeeded
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for component in theories.flatMap(\.classes.components)
      where component.classes.contains(where: { isNeeded[$0] }) {
        for member in component.classes where !isNeeded[member] {
          isNeeded[member] = true
          isGrowing = true
        }
      }
    }
    return isNeeded
  }

  /// The steps that a search may always take, however few facts there are.
  private static let fewestSteps = 20_000

  private static func spread(
    _ source: Argument.Source, of program: Program, _ search: SliceSearch
  ) -> Bool {
    switch source {
    case .assumed: return true
    case .rule(let rule): return search.spread(fromRule: Int(rule.raw))
    case .fact(let index):
      let arguments = program.facts.arguments(at: index).map(\.raw)
      let isFollowed = search.spread(
        Int(program.facts[index].predicate.predicate.raw), arguments)
      guard isFollowed, index + 1 < program.facts.count, program.facts[index + 1].isImplied else {
        return isFollowed
      }
      return search.spread(
        Int(program.facts[index + 1].predicate.predicate.raw), arguments)
    }
  }

  /// What some of the scenarios suppose, and not all.
  private static func assumptions(ofSomeOf theories: [Theory]) -> [Literal] {
    let all = theories.flatMap(\.assumed)
    return all.filter { literal in !theories.allSatisfy { $0.assumed.contains(literal) } }
  }
}

extension Theory {
  /// A slice of this theory, unless preferences may go round in a circle here, which is an error wherever it is.
  func checked(_ slice: TheorySlice) -> TheorySlice? {
    predicatesOfCircularPreferences.isEmpty ? slice : nil
  }

  /// The theory with only the classes of a slice.
  func limited(to slice: TheorySlice) -> Theory {
    var theory = self
    theory.classes = classes.limited { slice.isNeeded[$0] }
    return theory
  }

  /// What is concluded by rules of which each may prevail over the next, all around: where there are none, no
  /// evaluation can find a circle.
  fileprivate var predicatesOfCircularPreferences: [Int] {
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
