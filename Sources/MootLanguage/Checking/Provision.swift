/// Which sentences of a program something can provide: a fact, something unknown or supposed, or a rule that
/// rests on more than a circle.
struct Provision {
  /// The program.
  private let program: Program
  /// The facts by what they speak of.
  private let facts: FactIndex
  /// What is unknown, or supposed by a test.
  private var supposed = SentenceIndex()
  /// The conclusions of each rule.
  private var conclusions = SentenceIndex()
  /// For each rule, whether it can fire.
  private(set) var canFire: [Bool]

  /// How often the rules are gone through; those that rest on one another more deeply are taken to fire.
  private static let mostRounds = 64

  /// Works out what a program can provide; linear in the facts and in the rules, times the depth at which
  /// rules rest on one another.
  init(_ program: Program, _ watch: Watch) {
    self.program = program
    canFire = Array(repeating: false, count: program.rules.count)
    facts = FactIndex(program)
    suppose(program.unknowns.map(\.sentence))
    for changes in program.expectations.map(\.changes) + program.scenarios.map(\.changes) {
      for case .assume(let sentence) in changes { suppose([sentence]) }
    }
    for (index, rule) in program.rules.enumerated() where rule.force != .defeater {
      for sentence in rule.conclusions {
        conclusions.insert(sentence, number: index)
      }
    }
    findFiringRules(watch)
  }

  /// Whether any fact, supposition or rule speaks of what the sentence says, were every rule to fire.
  func isMentioned(_ sentence: Sentence) -> Bool {
    isGiven(sentence) || conclusions.firstNumber(meeting: sentence) != nil
  }

  /// Whether a fact, a supposition or a rule that can fire provides an instance of the sentence; also what
  /// nothing mentions is taken to be, so that only what rests on a circle is not.
  func isProvided(_ sentence: Sentence) -> Bool {
    isGiven(sentence) || conclusions.firstNumber(meeting: sentence) { canFire[$0] } != nil
      || !isMentioned(sentence)
  }

  /// Whether all that must hold for some conditions can hold.
  func areProvided(_ conditions: [Condition]) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .sentence(let sentence, _): isProvided(sentence)
      case .past(let past): isProvided(past.sentence)
      case .comparison, .calculation, .universal, .aggregate: true
      }
    }
  }

  private mutating func suppose(_ sentences: [Sentence]) {
    for sentence in sentences {
      supposed.insert(sentence, number: 0)
      guard let implied = program.implied(by: sentence.predicate) else { continue }
      supposed.insert(
        Sentence(predicate: implied, terms: sentence.terms, span: sentence.span), number: 0)
    }
  }

  private func isGiven(_ sentence: Sentence) -> Bool {
    supposed.firstNumber(meeting: sentence) != nil
      || facts.contains(sentence.predicate, matching: sentence.pattern)
  }

  /// Finds the rules one alternative of which can hold, until there are no more; all are taken to fire where the
  /// watch stops it.
  private mutating func findFiringRules(_ watch: Watch) {
    for _ in 0..<Self.mostRounds where !watch.isStopped {
      var isChanged = false
      for (index, rule) in program.rules.enumerated()
      where !canFire[index] && watch.goesOn(after: Watch.statement)
        && rule.alternatives.contains(where: areProvided)
      {
        canFire[index] = true
        isChanged = true
      }
      if !isChanged, !watch.isStopped { return }
    }
    canFire = Array(repeating: true, count: canFire.count)
  }
}

extension Rule {
  /// The premises of all alternatives, and the members of all exceptions.
  var conditions: [Condition] { Array((alternatives + exceptions).joined()) }
}
