import MootLanguage

/// All that a literal can depend on, now or after other changes: the rules followed backwards from it over
/// premises, exceptions, undercutters, preferences and conflicts.
///
/// Arguments count as far as the conclusions of rules bind them; so it may take in more than matters, and
/// never less.
struct Relevance {
  /// For each rule, contention or preference, whether it can matter.
  private(set) var rules: [Bool]
  /// For each predicate, whether rules read it on other dates than that of the answer.
  private(set) var isReadInThePast: [Bool]
  /// For each predicate, what of it can matter: patterns of arguments, `nil` for any value.
  private var patterns: [[[ValueID?]]]
  private let theory: Theory
  private let concluding: [[(rule: Int, head: Sentence)]]
  private var pending: [(predicate: Int, pattern: [ValueID?])] = []

  /// How many patterns of one predicate are told apart; beyond that all of it counts.
  private static let mostPatterns = 64

  /// Follows the rules backwards from a literal, over those that `isUsable` by a rule's index.
  init(of literal: Literal, in theory: Theory, where isUsable: (Int) -> Bool = { _ in true }) {
    self.theory = theory
    rules = Array(repeating: false, count: theory.program.rules.count)
    patterns = Array(repeating: [], count: theory.program.predicates.count)
    isReadInThePast = Array(repeating: false, count: theory.program.predicates.count)
    var concluding: [[(rule: Int, head: Sentence)]] = Array(
      repeating: [], count: theory.program.predicates.count)
    for (index, rule) in theory.program.rules.enumerated() where isUsable(index) {
      for head in rule.conclusions {
        concluding[Int(head.predicate.predicate.raw)].append((index, head))
      }
    }
    self.concluding = concluding
    demand(
      Int(literal.predicate.predicate.raw), literal.arguments.map { $0 == .none ? nil : $0 })
    while let (predicate, pattern) = pending.popLast() { follow(predicate, pattern) }
  }

  /// Whether a literal or its contrary can matter.
  func includes(_ predicate: PredicateID, _ arguments: some Collection<ValueID>) -> Bool {
    patterns[Int(predicate.raw)].contains { pattern in
      zip(pattern, arguments).allSatisfy { $0 == nil || $0 == $1 }
    }
  }

  /// Whether any literal of a predicate can matter.
  func includesAny(of predicate: PredicateID) -> Bool { !patterns[Int(predicate.raw)].isEmpty }

  /// Whether a fact can matter.
  func includes(_ fact: Fact) -> Bool {
    includes(fact.predicate.predicate, theory.program.arguments(of: fact))
  }

  /// Notes that literals of a predicate can matter.
  private mutating func demand(_ predicate: Int, _ pattern: [ValueID?]) {
    let isKnown = patterns[predicate].contains { known in
      zip(known, pattern).allSatisfy { $0 == nil || $0 == $1 }
    }
    guard !isKnown else { return }
    if patterns[predicate].count >= Self.mostPatterns {
      let any: [ValueID?] = Array(repeating: nil, count: pattern.count)
      patterns[predicate] = [any]
      pending.append((predicate, any))
    } else {
      patterns[predicate].append(pattern)
      pending.append((predicate, pattern))
    }
  }

  /// Notes what the literals of a pattern depend on.
  private mutating func follow(_ predicate: Int, _ pattern: [ValueID?]) {
    for isPositive in [true, false] {
      let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
      for conflict in theory.conflicts[Theory.index(of: signed)] {
        let count = theory.program.incompatibilities[conflict.incompatibility].variables.count
        guard let bindings = conflict.near.bindings(of: pattern, count: count) else { continue }
        demand(conflict.far, under: bindings)
      }
    }
    for (rule, head) in concluding[predicate] {
      let count = theory.program.rules[rule].variables.count
      guard let bindings = head.bindings(of: pattern, count: count) else { continue }
      demandConditions(ofRule: rule, under: bindings)
      if !rules[rule] { demandWords(aboutRule: rule) }
    }
  }

  private mutating func demandConditions(ofRule rule: Int, under bindings: [ValueID?]) {
    let definition = theory.program.rules[rule]
    for condition in (definition.alternatives + definition.exceptions).joined() {
      for sentence in condition.sentences { demand(sentence, under: bindings) }
      if case .past(let past) = condition {
        isReadInThePast[Int(past.sentence.predicate.predicate.raw)] = true
      }
    }
  }

  /// Notes that it matters whether a rule applies, and what it prevails over.
  private mutating func demandWords(aboutRule rule: Int) {
    rules[rule] = true
    if let undercut = theory.undercuts[rule] { demandAll(undercut) }
    for rank in theory.ranks[rule] where rules[rank.other] { demandAll(rank.predicate) }
  }

  private mutating func demandAll(_ predicate: Int) {
    demand(predicate, Array(repeating: nil, count: theory.program.predicates[predicate].arity))
  }

  private mutating func demand(_ sentence: Sentence, under bindings: [ValueID?]) {
    let pattern = sentence.terms.map { term -> ValueID? in
      switch term {
      case .value(let value): value
      case .variable(let variable): bindings[Int(variable.raw)]
      case .any: nil
      }
    }
    demand(Int(sentence.predicate.predicate.raw), pattern)
  }
}

extension Sentence {
  /// What a pattern of arguments says of a sentence's variables, of which there are `count`; `nil` where none
  /// of its instances fits.
  ///
  /// What an undercutter or a preference says of no particular instance fits all.
  fileprivate func bindings(of pattern: [ValueID?], count: Int) -> [ValueID?]? {
    var bindings: [ValueID?] = Array(repeating: nil, count: count)
    for (term, argument) in zip(terms, pattern) {
      guard let argument else { continue }
      switch term {
      case .any: continue
      case .value(let value): guard value == argument else { return nil }
      case .variable(let variable):
        let known = bindings[Int(variable.raw)]
        guard known == nil || known == argument else { return nil }
        bindings[Int(variable.raw)] = argument
      }
    }
    return bindings
  }
}
