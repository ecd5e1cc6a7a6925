extension FirstOrderTheory {
  /// The ground theory: every assignment of constants to the variables of every alternative of every rule is an instance.
  func grounded() -> ReferenceTheory { grounding(lower: nil).ground }

  /// The ground theory as it was made; `lower` knows what totals are taken of.
  func grounding(lower: LowerConclusions?) -> Grounding {
    var grounding = Grounding(self, lower: lower)
    grounding.addIncompatibilities()
    grounding.addFacts()
    grounding.addInstances()
    grounding.addSpokenHeads()
    return grounding
  }

  /// The variables of each rule by which others may speak of it.
  ///
  /// Those its premises bind; and for an undercutter or a preference those of the rules it speaks of that it mentions.
  fileprivate func variablesByRule(_ index: [String: Int]) -> [Set<Int>] {
    var result = rules.map(\.premiseVariables)
    var isChanged = true
    while isChanged {
      isChanged = false
      for (number, rule) in rules.enumerated() where !rule.subjects.isEmpty {
        let mentioned = Rule.mentioned(in: (rule.alternatives + rule.exceptions).flatMap(\.self))
        let spoken = rule.subjects.reduce(into: Set<Int>()) { $0.formUnion(result[index[$1]!]) }
        let variables = result[number].union(mentioned.intersection(spoken))
        isChanged = isChanged || variables != result[number]
        result[number] = variables
      }
    }
    return result
  }
}

/// The naive grounding of a theory, in the order facts, instances, what instances say of each other.
struct Grounding {
  let theory: FirstOrderTheory
  let atoms: AtomTable

  /// What totals are taken of.
  let lower: LowerConclusions?

  /// The constant for each number and date.
  let constantByValue: [ReferenceValue: Int]

  /// Numbers and dates that were worked out and are no constants yet.
  var newValues: Set<ReferenceValue> = []

  /// Whether a circle leaves open what a total is taken of, so that the reference has no say.
  var leavesTotalsOpen = false

  /// The facts whose dates leave it open whether they hold.
  private var openLiterals: Set<Int> = []

  /// What facts state, and the relations that only facts speak of.
  private var statedLiterals: Set<Int> = []
  private let onlyStated: [Bool]

  /// The literals by which exceptions read such a fact.
  private var countingLiterals: [Int: Int] = [:]
  let ruleIndex: [String: Int]
  let variables: [Set<Int>]
  var ground: ReferenceTheory

  /// The instances of each rule.
  var instances: [[Instance]] = []

  /// A ground rule and the assignment it came from, -1 where a variable is not bound.
  struct Instance {
    let rule: Int
    let binding: [Int]
  }

  init(_ theory: FirstOrderTheory, lower: LowerConclusions?) {
    self.theory = theory
    self.lower = lower
    atoms = AtomTable(theory)
    constantByValue = Dictionary(
      uniqueKeysWithValues: theory.values.enumerated().compactMap { index, value in
        value == .name ? nil : (value, index)
      })
    onlyStated = theory.relations.indices.map { relation in
      theory.relations[relation].lastSort != .name
        && !theory.rules.contains { rule in
          if case .sentence(let head) = rule.conclusion { head.relation == relation } else { false }
        }
    }
    ruleIndex = Dictionary(uniqueKeysWithValues: theory.rules.enumerated().map { ($1.name, $0) })
    variables = theory.variablesByRule(ruleIndex)
    ground = ReferenceTheory(ordinaryCount: atoms.literalCount)
  }

  /// Declared incompatibilities, and for actions what follows: what conflicts with "may" does with "must", and so on.
  mutating func addIncompatibilities() {
    for (number, relation) in theory.relations.enumerated() where relation.isAction {
      for tuple in 0..<atoms.tupleCount(relation: number) {
        ground.declareIncompatible(
          atoms.literal(relation: number, mode: .must, isContrary: false, tuple: tuple),
          atoms.literal(relation: number, mode: .may, isContrary: true, tuple: tuple))
      }
    }
    for pair in theory.incompatibilities {
      let variables = pair.first.variables.union(pair.second.variables)
      for binding in assignments(of: variables, extending: atoms.emptyBinding) {
        let first = atoms.literal(pair.first, binding)
        let second = atoms.literal(pair.second, binding)
        guard first != second else { continue }
        for one in atoms.strengthenings(of: first) {
          for other in atoms.strengthenings(of: second) { ground.declareIncompatible(one, other) }
        }
      }
    }
  }

  /// Facts: strict rules without premises.
  mutating func addFacts() {
    for fact in theory.facts { addFact(atoms.weakenings(of: literal(fact))) }
    for state in theory.states {
      let heads = atoms.weakenings(of: literal(state.sentence))
      switch state.period.counts(asOf: theory.asOf) {
      case .holds: addFact(heads)
      case .open: openLiterals.formUnion(heads)
      case .fails: break
      }
    }
  }

  /// A fact.
  private mutating func addFact(_ heads: [Int]) {
    statedLiterals.formUnion(heads)
    _ = ground.add(
      ReferenceTheory.Rule(
        name: "fact", force: .strict, cap: 4, premises: [], exceptions: [], heads: heads))
  }

  /// Whether a literal can never hold: only facts speak of numbers and dates, and none says this.
  func isNeverStated(_ literal: Int, of relation: Int) -> Bool {
    onlyStated[relation] && !statedLiterals.contains(literal) && !openLiterals.contains(literal)
  }

  /// The literal of a ground sentence.
  private func literal(_ sentence: FirstOrderTheory.Sentence) -> Int {
    atoms.literal(sentence, atoms.emptyBinding)
  }

  /// The literal that an exception reads for another: with a fact that dates leave open, that is at least arguable.
  mutating func countingLiteral(_ literal: Int) -> Int {
    guard openLiterals.contains(literal) else { return literal }
    if let known = countingLiterals[literal] { return known }
    let arguable = ground.makeLiteral(ofGrade: 1)
    let counting = ground.makeLiteral(for: [
      (premises: [ReferenceTheory.Member(literal: literal)], exception: []),
      (premises: [ReferenceTheory.Member(literal: arguable)], exception: []),
    ])
    countingLiterals[literal] = counting
    return counting
  }

  /// The instances of all rules, with the heads of those that conclude sentences.
  mutating func addInstances() {
    for (number, rule) in theory.rules.enumerated() {
      let spoken = rule.subjects.reduce(into: Set<Int>()) {
        $0.formUnion(variables[ruleIndex[$1]!])
      }
      var found: [Instance] = []
      for alternative in rule.alternatives where isInForce(rule) {
        let premises = atoms.premises(alternative)
        let mentioned = FirstOrderTheory.Rule.mentioned(
          in: (rule.exceptions + [premises]).flatMap(\.self))
        let given = assignments(of: mentioned.intersection(spoken), extending: atoms.emptyBinding)
        for binding in given {
          for reading in readings(of: premises, extending: binding, as: .premises)
          where isLaw(rule, reading.binding) {
            let instance = instance(of: rule, reading)
            found.append(Instance(rule: ground.add(instance), binding: reading.binding))
          }
        }
      }
      precondition(instances.count == number, "rules are instantiated in order")
      instances.append(found)
    }
  }

  /// Whether a rule takes part, as far as its dates and the date of the answer tell.
  private func isInForce(_ rule: FirstOrderTheory.Rule) -> Bool {
    guard !rule.isOff else { return false }
    return rule.lawOfDay != nil || rule.period.counts(asOf: theory.asOf) == .holds
  }

  /// Whether an instance is law by the day it names.
  private func isLaw(_ rule: FirstOrderTheory.Rule, _ binding: [Int]) -> Bool {
    guard let day = rule.lawOfDay, rule.period != .always else { return true }
    guard case .date(let date) = theory.value(of: binding[day]) else { return false }
    return rule.period.covers(date) == .holds
  }

  /// One instance of a rule; a variable that occurs only in an exception makes one exception of each value.
  private mutating func instance(
    of rule: FirstOrderTheory.Rule, _ reading: Reading
  ) -> ReferenceTheory.Rule {
    let exceptions = rule.exceptions.map(atoms.exception).flatMap {
      readings(of: $0, extending: reading.binding, as: .exception).map(\.members)
    }
    var heads: [Int] = []
    if case .sentence(let sentence) = rule.conclusion {
      heads = literals(concluding: sentence, reading.binding)
    }
    return ReferenceTheory.Rule(
      name: rule.name, force: rule.force, cap: rule.cap, premises: reading.members,
      exceptions: exceptions,
      heads: heads)
  }

  /// What an instance concludes.
  private func literals(concluding sentence: FirstOrderTheory.Sentence, _ binding: [Int]) -> [Int] {
    atoms.weakenings(of: atoms.literal(sentence, binding))
  }

  /// The heads of undercutters and preferences: one for each instance or pair of instances they speak of.
  mutating func addSpokenHeads() {
    for (number, rule) in theory.rules.enumerated() {
      switch rule.conclusion {
      case .sentence: continue
      case .application(let name, let applies):
        for speaker in instances[number] {
          for subject in spoken(by: speaker, of: ruleIndex[name]!, speaking: number) {
            let literal = ground.makeUndercutter(of: subject.rule)
            ground.addHead(applies ? literal ^ 1 : literal, to: speaker.rule)
          }
        }
      case .preference(let superior, let inferior):
        addPreferences(number, ruleIndex[superior]!, over: ruleIndex[inferior]!)
      }
    }
  }

  /// The heads of a preference between rules; pairs that cannot conflict are passed over, for nothing reads them.
  private mutating func addPreferences(_ number: Int, _ superior: Int, over inferior: Int) {
    let areOrdinary =
      theory.rules[superior].subjects.isEmpty && theory.rules[inferior].subjects.isEmpty
    for speaker in instances[number] {
      let inferiors = spoken(by: speaker, of: inferior, speaking: number)
      for first in spoken(by: speaker, of: superior, speaking: number) {
        for second in inferiors
        where !areOrdinary || ground.haveConflictingHeads(first.rule, second.rule) {
          ground.addHead(ground.makePreference(first.rule, over: second.rule), to: speaker.rule)
        }
      }
    }
  }

  /// The instances of `subject` that agree with `speaker` on every variable of `subject` that `speaker` binds.
  private func spoken(by speaker: Instance, of subject: Int, speaking number: Int) -> [Instance] {
    let named = variables[subject].filter { speaker.binding[$0] >= 0 }
    return instances[subject].filter { instance in
      named.allSatisfy { instance.binding[$0] == speaker.binding[$0] }
    }
  }

  /// Every way to give constants to `variables`, each extending `binding`.
  func assignments(of variables: Set<Int>, extending binding: [Int]) -> [[Int]] {
    variables.sorted().reduce([binding]) { found, variable in
      found.flatMap { partial in
        guard partial[variable] < 0 else { return [partial] }
        return atoms.pool(ofVariable: variable).map { constant in
          var extended = partial
          extended[variable] = constant
          return extended
        }
      }
    }
  }
}
