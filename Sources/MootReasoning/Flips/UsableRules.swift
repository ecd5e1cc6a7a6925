import MootLanguage

/// The rules that can have an instance, whatever is attacked: those whose premises facts, sentences to
/// suppose and other usable rules provide.
struct UsableRules {
  /// For each rule, whether it can have an instance.
  private(set) var rules: [Bool]
  private var isPossible: Set<SignedPredicate> = []

  /// Works out which rules can have an instance in a theory.
  ///
  /// - Parameters:
  ///   - supposable: what may be supposed besides what the theory states.
  ///   - isActive: whether a rule counts, by its index.
  ///   - states: whether a fact counts, by its index.
  init(
    in theory: Theory, supposing supposable: [Literal], where isActive: (Int) -> Bool,
    factsWhere states: (Int) -> Bool
  ) {
    let program = theory.program
    rules = Array(repeating: false, count: program.rules.count)
    program.facts.forEachGroup { predicate, indices in
      if !isPossible.contains(predicate), indices.contains(where: states) {
        isPossible.insert(predicate)
      }
    }
    for literal in theory.assumed + supposable { isPossible.insert(literal.predicate) }
    let premises = ReadPremises(of: program.rules.indices.filter(isActive), in: program)
    var waiting = program.rules.indices.filter(isActive)
    while let index = waiting.popLast() {
      guard !rules[index], program.rules[index].alternatives.contains(where: isProvided) else {
        continue
      }
      rules[index] = true
      for head in program.rules[index].conclusions
      where isPossible.insert(head.predicate).inserted {
        waiting += premises.rules(reading: head.predicate)
      }
    }
  }

  /// Whether each premise of an alternative may be so.
  private func isProvided(_ premises: [Condition]) -> Bool {
    premises.allSatisfy { premise in
      switch premise {
      case .sentence(let sentence, _): isPossible.contains(sentence.predicate)
      case .comparison, .calculation, .universal, .aggregate, .past: true
      }
    }
  }
}

/// The rules that read each signed predicate as a premise.
private struct ReadPremises {
  private var readers: [SignedPredicate: [Int]] = [:]

  init(of rules: [Int], in program: Program) {
    for rule in rules {
      for case .sentence(let sentence, _) in program.rules[rule].alternatives.joined() {
        readers[sentence.predicate, default: []].append(rule)
      }
    }
  }

  func rules(reading predicate: SignedPredicate) -> [Int] { readers[predicate] ?? [] }
}
