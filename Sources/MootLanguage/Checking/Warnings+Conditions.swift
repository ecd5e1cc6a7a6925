extension SuspicionCheck {
  /// Finds premises and exceptions that can never hold.
  mutating func findIdleConditions() {
    let provision = Provision(program, watch)
    var reported: Set<SignedPredicate> = []
    for (index, rule) in program.rules.enumerated() where watch.goesOn(after: Watch.statement) {
      let mark = log.entries.count
      findContradictions(in: rule)
      if log.entries.count == mark, !provision.canFire[index] {
        findGroundlessPremise(of: rule, provision)
      }
      guard isAboutCase(rule), log.entries.count == mark else { continue }
      for case .sentence(let sentence, _) in rule.alternatives.joined()
      where watch.goesOn(after: Watch.statement) && !provision.isMentioned(sentence)
        && reported.insert(sentence.predicate).inserted
      {
        log.report(.unprovidedPremise(of: rule.name, at: sentence.span))
      }
      for exception in rule.exceptions {
        let idle = exception.lazy.flatMap(\.sentencesThatMustHold).first {
          !provision.isMentioned($0)
        }
        guard let idle, reported.insert(idle.predicate).inserted else { continue }
        log.report(.unprovidedException(of: rule.name, at: idle.span))
      }
    }
  }

  /// Exceptions are held against the premises of rules with so many alternatives.
  private static let mostAlternatives = 100

  /// Finds conditions of a rule that contradict one another.
  private mutating func findContradictions(in rule: Rule) {
    for premises in rule.alternatives {
      guard let contradiction = Contradiction(in: premises, of: program) else { continue }
      let isOnly = rule.alternatives.count == 1
      log.report(
        .contradictoryPremises(of: rule.name, isOnlyAlternative: isOnly, contradiction))
    }
    guard rule.alternatives.count <= Self.mostAlternatives else { return }
    for exception in rule.exceptions {
      // A premise may hold while there is an argument for its contrary, so only comparisons count.
      let alternatives = rule.alternatives.map { $0.filter(\.isComparison) }
      let contradictions = alternatives.map {
        Contradiction(in: $0 + exception, of: program)
      }
      guard let first = contradictions.first, let first,
        contradictions.allSatisfy({ $0 != nil }),
        !alternatives.contains(where: { Contradiction(in: $0, of: program) != nil })
      else { continue }
      log.report(.contradictoryException(of: rule.name, first))
    }
  }

  /// Finds the premise by which a rule rests on itself.
  private mutating func findGroundlessPremise(of rule: Rule, _ provision: Provision) {
    let premises = rule.alternatives.lazy.joined().flatMap(\.sentencesThatMustHold)
    guard let premise = premises.first(where: { !provision.isProvided($0) }) else { return }
    log.report(.groundlessRule(rule.name, at: premise.span))
  }
}

extension Condition {
  /// The sentences without which the condition cannot hold.
  fileprivate var sentencesThatMustHold: [Sentence] {
    switch self {
    case .sentence(let sentence, _): [sentence]
    case .past(let past): [past.sentence]
    case .comparison, .calculation, .universal, .aggregate: []
    }
  }

  /// Whether it compares two values.
  fileprivate var isComparison: Bool {
    switch self {
    case .comparison: true
    case .sentence, .past, .calculation, .universal, .aggregate: false
    }
  }
}
