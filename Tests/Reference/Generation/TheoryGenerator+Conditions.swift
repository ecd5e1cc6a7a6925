extension TheoryGenerator {
  /// The premises and exceptions of every rule, and then the terms of its conclusion, all of them bound.
  mutating func addConditions() {
    for index in theory.rules.indices where !complete.contains(theory.rules[index].name) {
      let rule = theory.rules[index]
      switch rule.conclusion {
      case .preference:
        if conditionalPreferences.contains(rule.name) { addConditions(to: index, leastPremises: 1) }
      case .application: addConditions(to: index, leastPremises: 0)
      case .sentence(let head):
        addConditions(to: index, leastPremises: 0)
        let bound = theory.rules[index].commonVariables.sorted()
        theory.rules[index].conclusion = .sentence(withTerms(head, from: bound))
      }
    }
  }

  /// The premises and exceptions of one rule.
  private mutating func addConditions(to index: Int, leastPremises: Int) {
    let rank = rankByRule[theory.rules[index].name]!
    let relations = theory.relations.indices.filter { !profile.isAcyclic || ranks[$0] < rank }
    guard !relations.isEmpty else { return makeUnconditional(index) }
    let spoken = spokenVariables(of: theory.rules[index])
    let isPreference = if case .preference = theory.rules[index].conclusion { true } else { false }
    let count = max(leastPremises, random.index(weights: [3, 6, 3]))
    var alternatives = [premises(count, about: relations, spoken: spoken)]
    if count > 0, !isPreference, random.chance(profile.alternativePercent) {
      alternatives.append(premises(1 + random.below(2), about: relations, spoken: spoken))
    }
    theory.rules[index].alternatives = alternatives
    let bound = theory.rules[index].commonVariables.union(spoken).sorted()
    if isPreference && alternatives == [[]] { return }
    while random.chance(profile.exceptionPercent) {
      theory.rules[index].exceptions.append(exception(about: relations, bound: bound))
    }
  }

  /// A conditional preference that can have no condition is turned the way of the order, or dropped where that is no way.
  private mutating func makeUnconditional(_ index: Int) {
    guard case .preference(let superior, let inferior) = theory.rules[index].conclusion else {
      return
    }
    if places[superior]! > places[inferior]! {
      theory.rules[index].conclusion = .preference(inferior, over: superior)
    }
  }

  /// The variables of the rules a rule speaks of that it may use without binding them.
  private func spokenVariables(of rule: FirstOrderTheory.Rule) -> Set<Int> {
    rule.subjects.reduce(into: []) { $0.formUnion(theory.rule(named: $1)?.premiseVariables ?? []) }
  }

  /// A set of premises, with comparisons of what they bind at the end.
  private mutating func premises(
    _ count: Int, about relations: [Int], spoken: Set<Int>
  ) -> [FirstOrderTheory.Condition] {
    var conditions = (0..<count).map { _ in condition(about: relations, from: [0, 1, 2]) }
    let bound = FirstOrderTheory.Rule.bound(by: conditions).union(spoken).sorted()
    if let comparison = comparison(of: bound) { conditions.append(comparison) }
    return conditions
  }

  /// An exception: its variables are bound by the premises or occur nowhere else.
  private mutating func exception(about relations: [Int], bound: [Int]) -> [FirstOrderTheory
    .Condition]
  {
    nextVariable += 1
    let open = profile.kind.hasVariables && random.chance(40) ? [nextVariable] : []
    let count = !profile.kind.isForArrows && random.chance(30) ? 2 : 1
    var conditions = (0..<count).map { _ in condition(about: relations, from: bound + open) }
    guard !profile.kind.isForArrows else { return conditions }
    let inner = FirstOrderTheory.Rule.bound(by: conditions).union(bound).sorted()
    if let comparison = comparison(of: inner) { conditions.append(comparison) }
    return conditions
  }

  /// Now and then a comparison of two of the variables.
  private mutating func comparison(of variables: [Int]) -> FirstOrderTheory.Condition? {
    guard variables.count > 1, random.chance(15) else { return nil }
    let pair = random.shuffled(variables)
    return .comparison(.variable(pair[0]), .variable(pair[1]), isEqual: random.chance(40))
  }

  /// A condition, mostly one that some fact or rule concludes, now and then with a standard.
  private mutating func condition(
    about relations: [Int], from variables: [Int]
  ) -> FirstOrderTheory.Condition {
    let likely = concluded.filter { relations.contains($0.relation) }
    var sentence = randomSentence(of: random.element(of: relations)!)
    if let other = random.element(of: likely), random.chance(85) { sentence = other }
    if profile.kind == .agreeing, random.chance(3) { sentence = sentence.contrary }
    sentence = withTerms(sentence, from: profile.kind.hasVariables ? variables : [])
    if let place = sentence.terms.indices.randomPlace(&random), random.chance(8) {
      sentence.terms[place] = .anyone
    }
    return .sentence(
      sentence, standard: random.chance(profile.standardPercent) ? 1 + random.below(3) : nil)
  }
}

extension Range<Int> {
  /// One of its numbers, nil of none.
  fileprivate func randomPlace(_ random: inout SeededGenerator) -> Int? {
    isEmpty ? nil : lowerBound + random.below(count)
  }
}
