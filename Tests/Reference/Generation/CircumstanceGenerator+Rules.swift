extension CircumstanceGenerator {
  /// The rules that read the theory below, with what they are preferred to and who takes them away.
  mutating func addUpperRules() {
    result.firstUpperRelation = result.relations.count
    let traits = (0..<2).map { _ in addRelation(arity: 1) }
    let number = addRelation(arity: 2, .number)
    let date = addRelation(arity: 2, .date)
    for index in 0..<3 + random.below(4) {
      addUpperRule(named: "w\(index)", traits: traits, number: number, date: date)
    }
    let heads = result.rules.filter { $0.name.hasPrefix("w") }
    for (place, first) in heads.enumerated() {
      for second in heads.dropFirst(place + 1) where areOpposed(first, second) && random.chance(60)
      {
        addUpperPreference(first.name, second.name)
      }
    }
    if let rule = random.element(of: heads), random.chance(40) {
      result.rules.append(
        FirstOrderTheory.Rule(
          name: "wu", alternatives: [premises(about: traits, leaving: 1).conditions],
          conclusion: .application(of: rule.name, applies: random.chance(20))))
    }
  }

  /// A rule with a few premises, now and then an exception and a cap.
  private mutating func addUpperRule(named name: String, traits: [Int], number: Int, date: Int) {
    let read = premises(about: traits, leaving: random.below(2))
    var head = FirstOrderTheory.Sentence(
      relation: random.element(of: traits)!, isContrary: random.chance(35), terms: [.variable(0)])
    if let variable = read.computed, random.chance(60) {
      let sort = ReferenceSort(ofVariable: variable)
      head = FirstOrderTheory.Sentence(
        relation: sort == .number ? number : date, isContrary: random.chance(15),
        terms: [.variable(0), .variable(variable)])
    }
    var rule = FirstOrderTheory.Rule(
      name: name,
      force: ReferenceTheory.Force.allCases[random.index(weights: [3, 8, 2, 2])],
      cap: random.chance(15) ? 1 + random.below(3) : 4, alternatives: [read.conditions],
      conclusion: .sentence(head))
    while random.chance(30) {
      rule.exceptions.append(exception(given: rule.commonVariables))
    }
    if !result.speakers.isEmpty, random.chance(40) {
      rule.speaker = random.below(result.speakers.count)
    }
    result.rules.append(rule)
  }

  /// A preference that follows the order of the rules, or one with conditions.
  private mutating func addUpperPreference(_ first: String, _ second: String) {
    let isConditional = random.chance(50)
    let isReversed = isConditional && random.chance(40)
    let presumptions = result.rules.filter { $0.force == .presumption }.map(\.name)
    let superior = isReversed ? second : first
    let inferior = isReversed ? first : second
    if presumptions.contains(superior), !presumptions.contains(inferior) { return }
    result.rules.append(
      FirstOrderTheory.Rule(
        name: "wp\(first)\(second)",
        alternatives: isConditional ? [[lowerSentence(of: 0)]] : [[]],
        conclusion: .preference(superior, over: inferior)))
  }

  /// Whether two rules conclude the contrary of each other, but for the terms.
  private func areOpposed(_ first: FirstOrderTheory.Rule, _ second: FirstOrderTheory.Rule) -> Bool {
    guard case .sentence(let one) = first.conclusion, case .sentence(let other) = second.conclusion
    else { return false }
    return one.relation == other.relation && one.isContrary != other.isContrary
  }

  /// A condition about the theory below, with its first hole for the variable; `day` is the variable for a date.
  mutating func lowerSentence(of variable: Int, _ day: Int = 7) -> FirstOrderTheory.Condition {
    let concluded = result.rules.compactMap { rule -> FirstOrderTheory.Sentence? in
      guard case .sentence(let head) = rule.conclusion, lowerRelations.contains(head.relation)
      else { return nil }
      return head
    }
    let candidates =
      concluded.filter { !$0.terms.isEmpty }
      + result.facts.filter {
        lowerRelations.contains($0.relation) && !$0.terms.isEmpty
      }
    guard var sentence = random.element(of: candidates) else {
      return .sentence(dates(of: variable, day), standard: nil)
    }
    sentence.terms = sentence.terms.indices.map { place in
      place == 0 ? .variable(variable) : .constant(random.below(namesCount))
    }
    if random.chance(15) { sentence = sentence.contrary }
    return .sentence(sentence, standard: random.chance(20) ? 1 + random.below(3) : nil)
  }

  /// How many names there are; they are the first constants.
  private var namesCount: Int { result.pool(.name).count }

  /// "`variable` has the date `day`".
  func dates(of variable: Int, _ day: Int) -> FirstOrderTheory.Sentence {
    FirstOrderTheory.Sentence(relation: dated, terms: [.variable(variable), .variable(day)])
  }

  /// "`variable` has the number `number`".
  func numbers(of variable: Int, _ number: Int) -> FirstOrderTheory.Sentence {
    FirstOrderTheory.Sentence(relation: numbered, terms: [.variable(variable), .variable(number)])
  }
}
