import MootLanguage

/// What one alternative of a rule reads of the circle it belongs to.
struct CirclePattern {
  /// The rule's index.
  let rule: Int
  /// The alternative's index.
  let alternative: Int
  /// What it concludes.
  let heads: [Reading]
  /// The premises in the circle.
  let premises: [Reading]
  /// The exceptions that read the circle.
  let exceptions: [Exception]
  /// Whether the rule has no variables, so that it is its own only instance.
  let isGround: Bool

  /// A sentence whose predicate is of the circle.
  struct Reading {
    /// The sentence.
    let sentence: Sentence
    /// The standard it names, 0 for none.
    let standard: UInt8
    /// The number of its signed predicate in the circle.
    let number: Int
    /// Its place among the conditions of the alternative or exception, or among the conclusions.
    let place: Int
  }

  /// An exception that reads the circle.
  struct Exception {
    /// Its index in the rule.
    let index: Int
    /// What it reads of the circle.
    let members: [Reading]
    /// The rest of it.
    let others: [Condition]
    /// Whether its members can be named once the premises and the rest of it are matched, so that it does
    /// not matter which atoms are possible.
    let isNamed: Bool
  }

  /// Reads an alternative; `nil` when a premise of it can have no argument.
  init?(
    _ rule: Int, _ alternative: Int, _ inside: Set<Int>, in evaluation: Evaluation,
    number: (Int) -> Int?
  ) {
    let definition = evaluation.theory.program.rules[rule]
    let conditions = definition.alternatives[alternative]
    self.rule = rule
    self.alternative = alternative
    isGround = definition.isGround
    heads = definition.conclusions.enumerated().compactMap { place, sentence in
      number(Theory.index(of: sentence.predicate)).map {
        Reading(sentence: sentence, standard: 0, number: $0, place: place)
      }
    }
    guard let premises = Self.readings(conditions, inside, number) else { return nil }
    self.premises = premises
    let bound = Set(conditions.flatMap(\.registers))
    exceptions = definition.exceptions.enumerated().compactMap { index, exception in
      guard exception.contains(where: { $0.reads(inside) }) else { return nil }
      return Self.readings(exception, inside, number).map { members in
        let others = exception.filter { !$0.reads(inside) }
        return Exception(
          index: index, members: members, others: others,
          isNamed: Self.isNamed(exception, others, bound))
      }
    }
  }

  /// Whether each instance is found exactly once when its premise in the circle becomes possible, and can be
  /// recorded then.
  var isFoundOnce: Bool {
    isGround || premises.count <= 1 && exceptions.allSatisfy(\.isNamed)
  }

  /// The exceptions that need no matching at all.
  var plainExceptions: [Exception] { exceptions.filter(\.isPlain) }

  /// The exceptions of which an instance may have several, or none.
  var matchedExceptions: [Exception] { exceptions.filter { !$0.isPlain } }

  /// The sentences of a circle among some conditions; `nil` when one can have no argument.
  private static func readings(
    _ conditions: [Condition], _ inside: Set<Int>, _ number: (Int) -> Int?
  ) -> [Reading]? {
    var readings: [Reading] = []
    for (place, condition) in conditions.enumerated() {
      guard case .sentence(let sentence, let standard) = condition, condition.reads(inside) else {
        continue
      }
      guard let number = number(Theory.index(of: sentence.predicate)) else { return nil }
      readings.append(
        Reading(
          sentence: sentence, standard: standard?.rawValue ?? 0, number: number, place: place))
    }
    return readings
  }

  private static func isNamed(
    _ exception: [Condition], _ others: [Condition], _ bound: Set<Int>
  ) -> Bool {
    let isSimple = others.allSatisfy { condition in
      switch condition {
      case .sentence, .comparison: true
      case .calculation, .universal, .aggregate, .past: false
      }
    }
    let known = bound.union(others.flatMap(\.registers))
    return isSimple && exception.allSatisfy { known.isSuperset(of: $0.registersRead) }
  }
}

extension CirclePattern.Exception {
  /// Whether each instance has exactly one instance of it, named by the bindings of the premises.
  var isPlain: Bool { isNamed && others.isEmpty }
}
