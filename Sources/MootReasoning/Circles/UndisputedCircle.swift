import MootLanguage

/// A component that depends on itself through exceptions alone.
///
/// No two of its literals that conflict can both
/// have arguments, and nothing in it speaks of rules. Its atoms then need no polarity, and its circles no
/// attackers but exceptions.
struct UndisputedCircle {
  /// The component's number.
  let number: Int
  /// The signed predicates that can have arguments, ascending.
  private(set) var predicates: [SignedPredicate] = []
  /// What each alternative of its rules reads of the component.
  private(set) var patterns: [CirclePattern] = []
  /// For each of the predicates, whether premises lead from it back to it; then by which others, too: those
  /// with the same number.
  private(set) var loops: [Int?] = []
  private var numbers: [Int: Int] = [:]

  /// Reads a component of the class graph; `nil` when it is more than a circle of exceptions.
  init?(_ number: Int, in evaluation: Evaluation) {
    self.number = number
    let theory = evaluation.theory
    let classes = theory.classes.components[number].classes
    let inside = evaluation.predicates(ofComponent: number)
    let rules = classes.flatMap { theory.classes.rules[$0] }.sorted()
    guard !classes.contains(where: { theory.classes.isDisputed[$0] }),
      !inside.contains(where: { evaluation.isDemanded($0) }),
      rules.allSatisfy({ Self.isPlain(theory.program.rules[$0], inside) })
    else { return nil }
    let concluded = Set(rules.flatMap { theory.program.rules[$0].conclusions.map(\.predicate) })
    for predicate in inside.sorted() {
      for isPositive in [true, false] {
        let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
        guard concluded.contains(signed) || evaluation.hasFacts(signed) else { continue }
        numbers[Theory.index(of: signed)] = predicates.count
        predicates.append(signed)
      }
    }
    for rule in rules {
      for alternative in theory.program.rules[rule].alternatives.indices {
        let pattern = CirclePattern(rule, alternative, inside, in: evaluation) { numbers[$0] }
        if let pattern { patterns.append(pattern) }
      }
    }
    loops = loopNumbers()
  }

  /// Whether premises of an instance may rest on its own conclusion.
  var hasLoops: Bool { loops.contains { $0 != nil } }

  /// Whether a rule reads the component through sentences only, and supports what it concludes.
  private static func isPlain(_ rule: Rule, _ inside: Set<Int>) -> Bool {
    let conditions = (rule.alternatives + rule.exceptions).joined()
    return rule.force != .defeater
      && conditions.allSatisfy { condition in
        switch condition {
        case .sentence, .comparison, .calculation: true
        case .universal, .aggregate, .past:
          condition.sentences.allSatisfy { !inside.contains(Int($0.predicate.predicate.raw)) }
        }
      }
  }

  /// The strongly connected components of the predicates by premises, those that do lead back.
  private func loopNumbers() -> [Int?] {
    var successors: [[Int]] = Array(repeating: [], count: predicates.count)
    for pattern in patterns {
      for head in pattern.heads { successors[head.number] += pattern.premises.map(\.number) }
    }
    var loops: [Int?] = Array(repeating: nil, count: predicates.count)
    for (index, members) in stronglyConnectedComponents(successors).enumerated()
    where members.count > 1 || successors[members[0]].contains(members[0]) {
      for member in members { loops[member] = index }
    }
    return loops
  }
}

extension Evaluation {
  /// Whether some atom of a signed predicate is a fact, or dates leave open whether it is.
  fileprivate func hasFacts(_ signed: SignedPredicate) -> Bool {
    let table = tables[Int(signed.predicate.raw)]
    return (0..<table.count).contains {
      !table.standing($0, isPositive: signed.isPositive).isNothing
    }
  }
}
