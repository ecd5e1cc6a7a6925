extension TheoryGenerator {
  /// Undercutters and preferences, still without conditions; in an acyclic theory they speak only of earlier rules.
  mutating func addSpeakers() {
    if !profile.kind.isForArrows, profile.kind != .agreeing, random.chance(5) { addCycle() }
    for number in 0..<profile.speakerCount {
      if !profile.kind.isForArrows, random.chance(35) {
        addUndercutter(named: "u\(number)")
      } else {
        addPreference(named: "p\(number)")
      }
    }
  }

  /// Four arguments about one sentence and conditional preferences that go round them: an error when all conditions hold.
  private mutating func addCycle() {
    let sentence = withTerms(randomSentence(of: random.below(theory.relations.count)), from: [])
    let names = (0..<4).map { "cycle\($0)" }
    for (number, name) in names.enumerated() {
      add(
        FirstOrderTheory.Rule(
          name: name, conclusion: .sentence(number % 2 == 0 ? sentence : sentence.contrary)))
      complete.insert(name)
      rankByRule[name] = ranks[sentence.relation]
    }
    for number in 0..<4 {
      addPreference(
        named: "round\(number)", names[number], over: names[(number + 1) % 4], isConditional: true)
      let facts = theory.facts.filter {
        !profile.isAcyclic || ranks[$0.relation] < ranks[sentence.relation]
      }
      if let fact = random.element(of: facts), random.chance(90) {
        theory.rules[theory.rules.count - 1].alternatives = [[.sentence(fact, standard: nil)]]
        complete.insert("round\(number)")
      }
    }
  }

  /// A rule that another does or does not apply.
  private mutating func addUndercutter(named name: String) {
    let named = theory.rules.map(\.name) + (profile.isAcyclic ? [] : [name])
    var subject = random.element(of: named)!
    var applies = random.chance(20)
    let disputed = theory.rules.compactMap { rule -> (String, Bool)? in
      guard case .application(let subject, let applies) = rule.conclusion else { return nil }
      return (subject, !applies)
    }
    if let dispute = random.element(of: disputed), random.chance(50) {
      (subject, applies) = dispute
    }
    add(
      FirstOrderTheory.Rule(
        name: name, force: [.strict, .defeasible, .presumption][random.index(weights: [1, 5, 1])],
        cap: randomCap(),
        conclusion: .application(of: subject, applies: applies)))
  }

  /// A preference, often between rules with opposed conclusions, and often with its opposite and one between the two.
  private mutating func addPreference(named name: String) {
    let candidates = theory.rules.filter { !profile.kind.isForArrows || $0.subjects.isEmpty }
    guard candidates.count > 1 else { return }
    var first = random.element(of: candidates)!
    var second = random.element(of: candidates)!
    let opposed = candidates.flatMap { one in
      candidates.filter { areOpposed(one, $0) }.map { (one, $0) }
    }
    if let pair = random.element(of: opposed), random.chance(85) { (first, second) = pair }
    guard first.name != second.name else { return }
    let isConditional = !profile.kind.isForArrows && random.chance(45)
    if !isConditional || (first.force == .presumption && !random.chance(25)) {
      guard places[first.name] != places[second.name] else { return }
      if places[first.name]! > places[second.name]! { swap(&first, &second) }
    }
    addPreference(named: name, first.name, over: second.name, isConditional: isConditional)
    guard !profile.kind.isForArrows, random.chance(30) else { return }
    guard first.force == .presumption || second.force != .presumption else { return }
    let followsOrder = places[second.name]! < places[first.name]!
    addPreference(
      named: name + "a", second.name, over: first.name,
      isConditional: (isConditional && !followsOrder) || random.chance(30))
    guard random.chance(60) else { return }
    let pair = places[name]! < places[name + "a"]! ? (name, name + "a") : (name + "a", name)
    addPreference(named: name + "b", pair.0, over: pair.1, isConditional: random.chance(50))
  }

  /// One preference; `conditional` marks it for conditions later.
  private mutating func addPreference(
    named name: String, _ superior: String, over inferior: String, isConditional: Bool
  ) {
    if isConditional { conditionalPreferences.insert(name) }
    add(FirstOrderTheory.Rule(name: name, conclusion: .preference(superior, over: inferior)))
  }

  /// Adds a rule about rules, ranked below them.
  private mutating func add(_ rule: FirstOrderTheory.Rule) {
    theory.rules.append(rule)
    rankByRule[rule.name] = rule.subjects.map { rankByRule[$0] ?? 0 }.min() ?? 0
    places[rule.name] = randomPlace(for: rule.force)
  }

  /// Whether two rules' conclusions may conflict.
  private func areOpposed(_ first: FirstOrderTheory.Rule, _ second: FirstOrderTheory.Rule) -> Bool {
    switch (first.conclusion, second.conclusion) {
    case (.sentence(let one), .sentence(let other)):
      one.contrary == other
        || theory.incompatibilities.contains { pair in
          let declared = [withoutTerms(pair.first), withoutTerms(pair.second)]
          return declared == [one, other] || declared == [other, one]
        }
    case (.application(let one, let applies), .application(let other, let alsoApplies)):
      one == other && applies != alsoApplies
    case (.preference(let superior, let inferior), .preference(let other, let otherInferior)):
      superior == otherInferior && inferior == other
    case (.sentence, _), (.application, _), (.preference, _): false
    }
  }
}
