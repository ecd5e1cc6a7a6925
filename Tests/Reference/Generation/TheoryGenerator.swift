/// Makes a random theory from a seed: first what every rule concludes, then what it rests on, mostly on what others conclude.
///
/// What the language refuses is never made: unsafe variables, a rule preferred to itself, a cycle of unconditional unopposed
/// preferences, an unconditional preference of a presumption. Unconditional preferences follow one random order, ordinary
/// rules before presumptions, or are the exact opposite of another.
struct TheoryGenerator {
  var random: SeededGenerator
  let profile: TheoryProfile
  var theory = FirstOrderTheory()

  /// The place of each relation's class: in an acyclic theory conditions come from lower ranks than the conclusion.
  var ranks: [Int] = []

  /// The rank that each rule's conditions stay below.
  var rankByRule: [String: Int] = [:]

  /// What facts and rules conclude, without their terms: what conditions are mostly about.
  var concluded: [FirstOrderTheory.Sentence] = []

  /// The place of each rule in the order unconditional preferences follow.
  var places: [String: Int] = [:]

  /// The rules that have their conditions already.
  var complete: Set<String> = []

  /// The preferences that are to have conditions.
  var conditionalPreferences: Set<String> = []

  /// A number no other variable has, for one that occurs only in an exception.
  var nextVariable = 10

  /// The theory that `seed` names.
  static func theory(_ kind: TheoryKind, seed: UInt64) -> FirstOrderTheory {
    var random = SeededGenerator(seed: seed)
    let profile = TheoryProfile(kind, &random)
    var generator = TheoryGenerator(random: random, profile: profile)
    generator.addRelations()
    generator.addIncompatibilities()
    generator.addGround()
    generator.addRuleHeads()
    generator.addSpeakers()
    generator.addConditions()
    generator.theory.rules = generator.random.shuffled(generator.theory.rules)
    return generator.theory
  }

  /// Relations and the constants they range over.
  private mutating func addRelations() {
    theory.constants = Array(["ann", "bob", "cid", "dot"].prefix(profile.constantCount))
    for number in 0..<profile.relationCount {
      let arity = profile.kind.hasVariables ? random.index(weights: [1, 4, 2]) : 0
      let isAction = random.chance(profile.actionPercent)
      theory.relations.append(
        FirstOrderTheory.Relation(
          number: number, arity: arity, isAction: isAction,
          hasContraryWords: !isAction && random.chance(50)))
      ranks.append(number > 0 && random.chance(20) ? ranks[number - 1] : number)
    }
  }

  /// Sentences that conflict beyond contraries; in an acyclic theory they are of one rank.
  private mutating func addIncompatibilities() {
    guard !profile.kind.isForArrows, profile.kind != .agreeing, random.chance(40) else { return }
    for _ in 0..<(1 + random.below(2)) {
      let first = randomSentence(of: random.below(theory.relations.count))
      let partners = theory.relations.indices.filter {
        !profile.isAcyclic || ranks[$0] == ranks[first.relation]
      }
      let second = randomSentence(of: random.element(of: partners)!)
      if first.relation == second.relation {
        guard theory.relations[first.relation].arity > 0, first.mode == second.mode else {
          continue
        }
      }
      let pair = FirstOrderTheory.Incompatibility(
        first: withTerms(first, from: [0, 1]), second: withTerms(second, from: [0, 1, 2]))
      if pair.first != pair.second, pair.first != pair.second.contrary {
        theory.incompatibilities.append(pair)
      }
    }
  }

  /// The names, forces, caps and conclusions of the ordinary rules, still without terms.
  private mutating func addRuleHeads() {
    let forces = ReferenceTheory.Force.allCases
    for number in 0..<profile.ruleCount {
      var head = randomSentence(of: random.below(theory.relations.count))
      if let other = random.element(of: concluded), random.chance(profile.attackPercent) {
        head = opposed(to: other)
      }
      let rule = FirstOrderTheory.Rule(
        name: "r\(number)", force: forces[random.index(weights: profile.forceWeights)],
        cap: randomCap(),
        conclusion: .sentence(head))
      theory.rules.append(rule)
      rankByRule[rule.name] = ranks[head.relation]
      places[rule.name] = randomPlace(for: rule.force)
      if rule.force != .defeater { concluded.append(head) }
    }
  }

  /// A relation in some mode and polarity, without its terms.
  mutating func randomSentence(of relation: Int) -> FirstOrderTheory.Sentence {
    let isAction = theory.relations[relation].isAction
    return FirstOrderTheory.Sentence(
      relation: relation,
      mode: isAction ? FirstOrderTheory.Mode(rawValue: random.index(weights: [1, 3, 3]))! : .plain,
      isContrary: profile.kind != .agreeing && random.chance(35))
  }

  /// A sentence that conflicts with `sentence`: its contrary, or what is declared incompatible.
  private mutating func opposed(to sentence: FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence
  {
    let partners = theory.incompatibilities.flatMap { pair -> [FirstOrderTheory.Sentence] in
      let first = withoutTerms(pair.first)
      let second = withoutTerms(pair.second)
      return first == sentence ? [second] : second == sentence ? [first] : []
    }
    if let partner = random.element(of: partners), random.chance(60) { return partner }
    if sentence.mode == .must, !sentence.isContrary, random.chance(40) {
      return FirstOrderTheory.Sentence(relation: sentence.relation, mode: .may, isContrary: true)
    }
    return sentence.contrary
  }

  /// A place in the order of unconditional preferences, presumptions last.
  mutating func randomPlace(for force: ReferenceTheory.Force) -> Int {
    random.below(1_000_000) + (force == .presumption ? 1_000_000 : 0)
  }

  /// The highest grade of a rule.
  mutating func randomCap() -> Int { random.chance(profile.capPercent) ? 1 + random.below(3) : 4 }

  /// The sentence without its terms.
  func withoutTerms(_ sentence: FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence {
    var bare = sentence
    bare.terms = []
    return bare
  }

  /// The sentence with random terms: mostly one of `variables`, or else a constant.
  mutating func withTerms(
    _ sentence: FirstOrderTheory.Sentence, from variables: [Int]
  ) -> FirstOrderTheory.Sentence {
    var filled = sentence
    filled.terms = (0..<theory.relations[sentence.relation].arity).map { _ in
      if let variable = random.element(of: variables), random.chance(80) {
        return .variable(variable)
      }
      return .constant(random.below(theory.constants.count))
    }
    return filled
  }
}
