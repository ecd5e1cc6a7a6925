import MootLanguage

/// The pairs of rules whose conclusions can conflict, so that it may matter which prevails.
struct RuleClashes {
  /// The pairs, in the order of the rules, each once.
  private(set) var all: [(RuleID, RuleID)] = []
  private let program: Program

  /// Finds the pairs among some rules, given by index.
  init(among rules: [Int], in theory: Theory) {
    program = theory.program
    var concluding: [SignedPredicate: [(rule: Int, head: Sentence)]] = [:]
    for rule in rules {
      for head in program.rules[rule].conclusions {
        concluding[head.predicate, default: []].append((rule, head))
      }
    }
    for rule in rules {
      var met: [Int] = []
      for head in program.rules[rule].conclusions {
        for (other, opposed) in concluding[head.predicate.contrary] ?? []
        where canMeet(head, opposed, of: rule, other) { met.append(other) }
        for conflict in theory.conflicts[Theory.index(of: head.predicate)] {
          for (other, opposed) in concluding[conflict.far.predicate] ?? []
          where canMeet(head, opposed, of: rule, other, conflict) { met.append(other) }
        }
      }
      for other in Set(met).sorted() where rule < other && isOpen(rule, other) {
        all.append((RuleID(raw: UInt32(rule)), RuleID(raw: UInt32(other))))
      }
    }
  }

  /// Whether the conclusions can be contraries.
  private func canMeet(_ head: Sentence, _ opposed: Sentence, of rule: Int, _ other: Int) -> Bool {
    var unifier = Unifier(counts: [rule, other].map { program.rules[$0].variables.count })
    return unifier.unify(head, of: 0, opposed, of: 1)
  }

  /// Whether the conclusions can be incompatible.
  private func canMeet(
    _ head: Sentence, _ opposed: Sentence, of rule: Int, _ other: Int, _ conflict: Theory.Conflict
  ) -> Bool {
    let incompatibility = program.incompatibilities[conflict.incompatibility]
    var unifier = Unifier(
      counts: [rule, other].map { program.rules[$0].variables.count }
        + [incompatibility.variables.count])
    return unifier.unify(conflict.near, of: 2, head, of: 0)
      && unifier.unify(conflict.far, of: 2, opposed, of: 1)
  }

  /// Whether a preference can decide between two rules: a presumption yields as it is, and defeaters do not
  /// attack one another.
  private func isOpen(_ rule: Int, _ other: Int) -> Bool {
    let forces = [program.rules[rule].force, program.rules[other].force]
    let presumptions = forces.count { $0 == .presumption }
    return presumptions != 1 && !forces.allSatisfy { $0 == .defeater }
  }
}
