extension FirstOrderTheory {
  /// The statements and what is in them in another order.
  func shuffled(_ random: inout SeededGenerator) -> FirstOrderTheory {
    var theory = self
    theory.facts = random.shuffled(facts)
    theory.states = random.shuffled(states)
    theory.incompatibilities = random.shuffled(incompatibilities).map {
      random.chance(50) ? Incompatibility(first: $0.second, second: $0.first) : $0
    }
    theory.rules = random.shuffled(rules)
    for index in theory.rules.indices {
      theory.rules[index].alternatives = random.shuffled(theory.rules[index].alternatives).map {
        random.shuffled($0)
      }
      theory.rules[index].exceptions = random.shuffled(theory.rules[index].exceptions).map {
        random.shuffled($0)
      }
    }
    return theory
  }

  /// Other names for everything: sorted the other way round, and contentions become rules and the reverse.
  var renamed: FirstOrderTheory {
    var theory = self
    theory.constants = constants.indices.map { index in
      value(of: index) == .name ? "z\(90 - index)" : constants[index]
    }
    theory.relations = relations.map { relation in
      Relation(
        number: 80 - relation.number, arity: relation.arity, isAction: relation.isAction,
        hasContraryWords: relation.hasContraryWords,
        givenKey: relation.givenKey.map { "other-" + $0 }, lastSort: relation.lastSort)
    }
    theory.rules = rules.map { rule in
      var renamed = rule.turned(variables: [1, 2, 3, 0])
      renamed.name = Self.otherName(rule.name)
      switch renamed.conclusion {
      case .sentence: break
      case .application(let name, let applies):
        renamed.conclusion = .application(of: Self.otherName(name), applies: applies)
      case .preference(let superior, let inferior):
        renamed.conclusion = .preference(Self.otherName(superior), over: Self.otherName(inferior))
      }
      return renamed
    }
    return theory
  }

  /// Another name for a rule, which differs in its last letter's parity.
  private static func otherName(_ name: String) -> String {
    "o" + name + (name.utf8.last! % 2 == 0 ? "1" : "2")
  }

  /// Facts, and rules that conclude what nothing asks for.
  func withIrrelevance(_ random: inout SeededGenerator) -> FirstOrderTheory {
    var theory = self
    let trait = theory.relations.count
    theory.relations.append(Relation(number: 70, arity: 0, hasContraryWords: true))
    theory.relations.append(Relation(number: 71, arity: 0))
    let sentences = [0, 1].map { Sentence(relation: trait + $0, isContrary: random.chance(50)) }
    theory.facts.append(sentences[0])
    let read = (facts + rules.flatMap(\.sentences)).filter {
      $0.variables.isEmpty && !$0.terms.contains(.anyone)
    }
    for (number, sentence) in random.shuffled(read).prefix(3).enumerated() {
      theory.rules.append(
        Rule(
          name: "idle\(number)", alternatives: [[.sentence(sentence, standard: nil)]],
          exceptions: [[.sentence(sentences[0], standard: nil)]],
          conclusion: .sentence(random.chance(50) ? sentences[1] : sentences[1].contrary)))
    }
    return theory
  }

  /// A relation in the place of its contrary, everywhere.
  func swapped(_ relation: Int?) -> FirstOrderTheory {
    func swapped(_ sentence: Sentence) -> Sentence {
      sentence.relation == relation ? sentence.contrary : sentence
    }
    var theory = self
    theory.facts = facts.map(swapped)
    theory.states = states.map { State(sentence: swapped($0.sentence), period: $0.period) }
    theory.incompatibilities = incompatibilities.map {
      Incompatibility(first: swapped($0.first), second: swapped($0.second))
    }
    theory.rules = rules.map { rule in
      var rule = rule.mapped(sentence: swapped)
      if case .sentence(let head) = rule.conclusion { rule.conclusion = .sentence(swapped(head)) }
      return rule
    }
    return theory
  }

  /// Every date so many years later.
  func shifted(byYears years: Int) -> FirstOrderTheory {
    func shifted(_ date: ReferenceDate) -> ReferenceDate {
      ReferenceDate(date.year + years, date.month, date.day)
    }
    func shifted(_ period: ReferencePeriod) -> ReferencePeriod {
      ReferencePeriod(from: period.from.map(shifted), until: period.until.map(shifted))
    }
    var theory = self
    theory.asOf = asOf.map(shifted)
    theory.states = states.map { State(sentence: $0.sentence, period: shifted($0.period)) }
    for index in rules.indices { theory.rules[index].period = shifted(rules[index].period) }
    for (index, value) in values.enumerated() {
      guard case .date(let date) = value else { continue }
      theory.values[index] = .date(shifted(date))
      theory.constants[index] = shifted(date).text
    }
    return theory
  }
}

extension FirstOrderTheory.Rule {
  /// The rule with other variables in the place of the first four.
  fileprivate func turned(variables: [Int]) -> FirstOrderTheory.Rule {
    func turned(_ sentence: FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence {
      var sentence = sentence
      sentence.terms = sentence.terms.map { $0.turned(variables) }
      return sentence
    }
    var rule = mapped(sentence: turned) { $0.turned(variables) }
    if case .sentence(let head) = conclusion { rule.conclusion = .sentence(turned(head)) }
    return rule
  }

  /// The rule with its conditions' sentences, and the terms of comparisons, replaced.
  fileprivate func mapped(
    sentence: (FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence,
    term: (FirstOrderTheory.Term) -> FirstOrderTheory.Term = { $0 }
  ) -> FirstOrderTheory.Rule {
    var rule = self
    rule.alternatives = alternatives.map { $0.map { $0.mapped(sentence, term) } }
    rule.exceptions = exceptions.map { $0.map { $0.mapped(sentence, term) } }
    return rule
  }
}

extension FirstOrderTheory.Term {
  /// The term with another variable in the place of one of the first.
  fileprivate func turned(_ variables: [Int]) -> FirstOrderTheory.Term {
    guard case .variable(let variable) = self, variable < variables.count else { return self }
    return .variable(variables[variable])
  }
}

extension FirstOrderTheory.Condition {
  /// The condition with its sentences and the terms of comparisons of names replaced.
  fileprivate func mapped(
    _ sentence: (FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence,
    _ term: (FirstOrderTheory.Term) -> FirstOrderTheory.Term
  ) -> FirstOrderTheory.Condition {
    switch self {
    case .sentence(let read, let standard): return .sentence(sentence(read), standard: standard)
    case .comparison(let left, let right, let isEqual):
      return .comparison(term(left), term(right), isEqual: isEqual)
    case .past(let read, let day): return .past(sentence(read), day: day)
    case .every(var every):
      every.domain = every.domain.map { $0.mapped(sentence, term) }
      every.body = sentence(every.body)
      return .every(every)
    case .total(var total):
      total.conditions = total.conditions.map { $0.mapped(sentence, term) }
      return .total(total)
    case .order, .calculation: return self
    }
  }
}
