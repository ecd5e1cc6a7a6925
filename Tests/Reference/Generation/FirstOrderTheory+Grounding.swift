extension FirstOrderTheory {
  /// The ground theory: every assignment of constants to the variables of every alternative of every rule is an instance.
  func grounded() -> ReferenceTheory {
    var grounding = Grounding(self)
    grounding.addIncompatibilities()
    grounding.addFacts()
    grounding.addInstances()
    grounding.addSpokenHeads()
    return grounding.ground
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
private struct Grounding {
  let theory: FirstOrderTheory
  let atoms: AtomTable
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

  init(_ theory: FirstOrderTheory) {
    self.theory = theory
    atoms = AtomTable(theory)
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
    for fact in theory.facts {
      let heads = atoms.weakenings(of: atoms.literal(fact, atoms.emptyBinding))
      _ = ground.add(
        ReferenceTheory.Rule(
          name: "fact", force: .strict, cap: 4, premises: [], exceptions: [], heads: heads))
    }
  }

  /// The instances of all rules, with the heads of those that conclude sentences.
  mutating func addInstances() {
    for (number, rule) in theory.rules.enumerated() {
      let spoken = rule.subjects.reduce(into: Set<Int>()) {
        $0.formUnion(variables[ruleIndex[$1]!])
      }
      var found: [Instance] = []
      for alternative in rule.alternatives {
        let premises = atoms.premises(alternative)
        let mentioned = FirstOrderTheory.Rule.mentioned(
          in: (rule.exceptions + [premises]).flatMap(\.self))
        let bound = FirstOrderTheory.Rule.bound(by: premises).union(mentioned.intersection(spoken))
        for binding in assignments(of: bound, extending: atoms.emptyBinding)
        where areTrue(premises, binding) {
          found.append(
            Instance(rule: ground.add(instance(of: rule, premises, binding)), binding: binding))
        }
      }
      precondition(instances.count == number, "rules are instantiated in order")
      instances.append(found)
    }
  }

  /// One instance of a rule; a variable that occurs only in an exception makes one exception of each value.
  private func instance(
    of rule: FirstOrderTheory.Rule, _ premises: [FirstOrderTheory.Condition], _ binding: [Int]
  ) -> ReferenceTheory.Rule {
    var exceptions: [[ReferenceTheory.Member]] = []
    for exception in rule.exceptions.map(atoms.exception) {
      let open = FirstOrderTheory.Rule.mentioned(in: exception).filter { binding[$0] < 0 }
      for extended in assignments(of: open, extending: binding) where areTrue(exception, extended) {
        exceptions.append(members(exception, extended))
      }
    }
    var heads: [Int] = []
    if case .sentence(let sentence) = rule.conclusion {
      heads = atoms.weakenings(of: atoms.literal(sentence, binding))
    }
    return ReferenceTheory.Rule(
      name: rule.name, force: rule.force, cap: rule.cap, premises: members(premises, binding),
      exceptions: exceptions,
      heads: heads)
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
  private func assignments(of variables: Set<Int>, extending binding: [Int]) -> [[Int]] {
    variables.sorted().reduce([binding]) { found, variable in
      found.flatMap { partial in
        theory.constants.indices.map { constant in
          var extended = partial
          extended[variable] = constant
          return extended
        }
      }
    }
  }

  /// Whether every comparison among `conditions` is true.
  private func areTrue(_ conditions: [FirstOrderTheory.Condition], _ binding: [Int]) -> Bool {
    conditions.allSatisfy {
      switch $0 {
      case .sentence: true
      case .comparison(let left, let right, let isEqual):
        (atoms.constant(left, binding) == atoms.constant(right, binding)) == isEqual
      }
    }
  }

  /// The ground sentences among `conditions`.
  private func members(_ conditions: [FirstOrderTheory.Condition], _ binding: [Int])
    -> [ReferenceTheory.Member]
  {
    conditions.compactMap {
      switch $0 {
      case .sentence(let sentence, let standard):
        ReferenceTheory.Member(literal: atoms.literal(sentence, binding), standard: standard)
      case .comparison: nil
      }
    }
  }
}
