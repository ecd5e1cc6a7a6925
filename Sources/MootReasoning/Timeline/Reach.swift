import MootLanguage

/// What of a program a literal can rest on, on whatever date: the rules, and patterns of the literals they read.
///
/// Values asked for are followed from conclusions into conditions, so that of a large base only the facts
/// about the same things are in reach.
struct Reach {
  /// For each rule, whether it is in reach.
  private(set) var rules: [Bool]
  /// For each predicate, the patterns in reach; a place without a value stands for any.
  private var patterns: [[[ValueID?]]]
  private var waiting: [(predicate: Int, pattern: [ValueID?])] = []
  private let theory: Theory
  private let concluding: [[Int]]

  /// How many patterns of one predicate are kept apart.
  private static let mostPatterns = 64

  /// Follows a literal through the rules of a theory, in force or not.
  init(of literal: Literal, in theory: Theory) {
    self.theory = theory
    let program = theory.program
    rules = Array(repeating: false, count: program.rules.count)
    patterns = Array(repeating: [], count: program.predicates.count)
    var concluding: [[Int]] = Array(repeating: [], count: program.predicates.count)
    for (index, rule) in program.rules.enumerated() {
      for predicate in Set(rule.conclusions.map { Int($0.predicate.predicate.raw) }).sorted() {
        concluding[predicate].append(index)
      }
    }
    self.concluding = concluding
    note(
      Int(literal.predicate.predicate.raw), literal.arguments.map { $0 == .none ? nil : $0 })
    while let (predicate, pattern) = waiting.popLast() { follow(pattern, of: predicate) }
  }

  /// Whether a fact is in reach.
  func contains(_ fact: Fact) -> Bool {
    let arguments = theory.program.arguments(of: fact)
    return patterns[Int(fact.predicate.predicate.raw)].contains { pattern in
      zip(pattern, arguments).allSatisfy { $0 == nil || $0 == $1 }
    }
  }

  private mutating func note(_ predicate: Int, _ pattern: [ValueID?]) {
    let known = patterns[predicate]
    guard !known.contains(where: { Self.covers($0, pattern) }) else { return }
    let isTooMany = known.count >= Self.mostPatterns
    let noted = isTooMany ? pattern.map { _ in nil } : pattern
    patterns[predicate] = isTooMany ? [noted] : known + [noted]
    waiting.append((predicate, noted))
  }

  private static func covers(_ wide: [ValueID?], _ narrow: [ValueID?]) -> Bool {
    zip(wide, narrow).allSatisfy { $0 == nil || $0 == $1 }
  }

  private mutating func follow(_ pattern: [ValueID?], of predicate: Int) {
    for conflict in theory.conflicts[predicate * 2] + theory.conflicts[predicate * 2 + 1] {
      let count = theory.program.incompatibilities[conflict.incompatibility].variables.count
      guard let bindings = Self.bindings(conflict.near, pattern, count: count) else { continue }
      note(conflict.far, bindings)
    }
    for index in concluding[predicate] { follow(pattern, of: predicate, into: index) }
  }

  private mutating func follow(_ pattern: [ValueID?], of predicate: Int, into index: Int) {
    let rule = theory.program.rules[index]
    for conclusion in rule.conclusions where Int(conclusion.predicate.predicate.raw) == predicate {
      guard
        let bindings = Self.bindings(conclusion, pattern, count: rule.variables.count)
      else { continue }
      if !rules[index] {
        rules[index] = true
        let about =
          theory.ranks[index].map(\.predicate) + [theory.undercuts[index]].compactMap(\.self)
        for other in about {
          note(other, Array(repeating: nil, count: theory.program.predicates[other].arity))
        }
      }
      for condition in Array(rule.alternatives.joined()) + rule.exceptions.joined() {
        for sentence in condition.sentences { note(sentence, bindings) }
      }
    }
  }

  private mutating func note(_ sentence: Sentence, _ bindings: [ValueID?]) {
    let pattern = sentence.terms.map { term -> ValueID? in
      switch term {
      case .value(let value): value
      case .variable(let variable): bindings[Int(variable.raw)]
      case .any: nil
      }
    }
    note(Int(sentence.predicate.predicate.raw), pattern)
  }

  /// The values that the variables of a sentence have where it says what a pattern says; `nil` where it cannot.
  private static func bindings(
    _ sentence: Sentence, _ pattern: [ValueID?], count: Int
  ) -> [ValueID?]? {
    var bindings: [ValueID?] = Array(repeating: nil, count: count)
    for (term, value) in zip(sentence.terms, pattern) {
      guard let value else { continue }
      switch term {
      case .any: continue
      case .value(let own): guard own == value else { return nil }
      case .variable(let variable):
        let known = bindings[Int(variable.raw)]
        guard known == nil || known == value else { return nil }
        bindings[Int(variable.raw)] = value
      }
    }
    return bindings
  }
}
