import MootLanguage

/// Where rules read what may change.
struct SliceOccurrences {
  /// For each predicate, where it is read one literal at a time.
  private(set) var places: [[Place]]
  /// For each predicate, whether it is read otherwise: by an aggregate, an `every`, or on another date.
  private(set) var isGathered: [Bool]
  /// For each undercutter and preference, the active rules it speaks of.
  private(set) var rulesSpokenOf: [[Int]]

  /// A sentence of a rule.
  struct Place {
    let rule: Int
    let sentence: Sentence
    let part: Part
  }

  /// A part of a rule.
  enum Part {
    case premise(alternative: Int, position: Int)
    case exception
  }

  /// Finds what some rules of a program read.
  init(_ program: Program, rules: [Int]) {
    places = Array(repeating: [], count: program.predicates.count)
    isGathered = Array(repeating: false, count: places.count)
    rulesSpokenOf = Array(repeating: [], count: places.count)
    let isActive = Set(rules)
    for (index, predicate) in program.predicates.enumerated() {
      let spokenOf: [Int] =
        switch predicate.kind {
        case .undercut(let rule): [Int(rule.raw)]
        case .precedence(let first, let second): [Int(first.raw), Int(second.raw)]
        case .plain, .obligation, .prohibition: []
        }
      rulesSpokenOf[index] = spokenOf.filter { isActive.contains($0) }
    }
    for rule in rules {
      let definition = program.rules[rule]
      for (alternative, premises) in definition.alternatives.enumerated() {
        for (position, premise) in premises.enumerated() {
          note(premise, of: rule, .premise(alternative: alternative, position: position))
        }
      }
      for member in definition.exceptions.joined() { note(member, of: rule, .exception) }
    }
  }

  private mutating func note(_ condition: Condition, of rule: Int, _ part: Part) {
    switch condition {
    case .sentence(let sentence, _):
      let predicate = Int(sentence.predicate.predicate.raw)
      places[predicate].append(Place(rule: rule, sentence: sentence, part: part))
    case .comparison, .calculation: break
    case .universal, .aggregate, .past:
      for sentence in condition.sentences {
        isGathered[Int(sentence.predicate.predicate.raw)] = true
      }
    }
  }
}
