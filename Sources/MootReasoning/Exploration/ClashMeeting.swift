import MootLanguage

/// Two rules whose conclusions conflict, and the search for a case in which both fire.
struct ClashMeeting {
  /// The program without its facts.
  private let program: Program
  /// The rules, by index.
  private let rules: [Int]
  /// What they conclude.
  private let heads: [Sentence]
  /// The declared conflict of the conclusions, where they are not contraries.
  private let incompatibility: Incompatibility?
  /// How many comparisons of rules that fire the evaluations took, at most.
  private(set) var comparisons = 0

  /// How many rules fire at most in a case that anybody would take for an example.
  private static let mostFired = 1_000
  /// How many alternatives of each rule are tried.
  private static let mostAlternatives = 4

  /// What shows that two rules clash.
  struct Witness {
    /// The facts under which both fire.
    let premises: [String]
    /// What is contested then.
    let conclusion: String
  }

  /// Prepares the search.
  init(
    of one: (rule: Int, head: Sentence), _ other: (rule: Int, head: Sentence),
    _ incompatibility: Incompatibility?, in program: Program
  ) {
    self.program = program.withoutFacts
    self.incompatibility = incompatibility
    rules = [one.rule, other.rule]
    heads = [one.head, other.head]
  }

  /// A case in which both rules fire and nothing decides between them.
  mutating func witness() -> Witness? {
    for first in program.rules[rules[0]].alternatives.prefix(Self.mostAlternatives) {
      for second in program.rules[rules[1]].alternatives.prefix(Self.mostAlternatives) {
        guard let assignment = assignment(for: [first, second]) else { continue }
        if let witness = proven(assignment, [first, second]) { return witness }
      }
    }
    return nil
  }

  /// Values under which the conclusions conflict and the comparisons hold.
  private func assignment(for premises: [[Condition]]) -> ClashAssignment? {
    var unifier = Unifier(
      counts: rules.map { program.rules[$0].variables.count } + [
        incompatibility?.variables.count ?? 0
      ])
    let meets =
      if let incompatibility {
        unifier.unify(incompatibility.first, of: 2, heads[0], of: 0)
          && unifier.unify(incompatibility.second, of: 2, heads[1], of: 1)
      } else {
        unifier.unify(heads[0], of: 0, heads[1], of: 1)
      }
    guard meets, premisesAgree(premises, &unifier) else { return nil }
    return ClashAssignment(of: rules.map { program.rules[$0] }, premises, unifier, in: program)
  }

  /// Makes the dates and numbers of premises the same that say the same of the same things, for a thing has
  /// one age, and an act one end; `false` when they cannot be.
  private func premisesAgree(_ premises: [[Condition]], _ unifier: inout Unifier) -> Bool {
    for case .sentence(let first, _) in premises[0] {
      for case .sentence(let second, _) in premises[1] where first.predicate == second.predicate {
        guard let relation = program[first.predicate.predicate].relation else { continue }
        let holes = program[relation].holes
        let places = holes.indices.filter { holes[$0].sort == .number || holes[$0].sort == .date }
        let isAboutTheSame = holes.indices.allSatisfy { hole in
          places.contains(hole) || unifier.areSame(first.terms[hole], second.terms[hole])
        }
        guard isAboutTheSame, !holes.isEmpty else { continue }
        for hole in places {
          guard unifier.unify(first.terms[hole], of: 0, second.terms[hole], of: 1) else {
            return false
          }
        }
      }
    }
    return true
  }

  /// The witness, if an evaluation bears it out.
  private mutating func proven(_ assignment: ClashAssignment, _ premises: [[Condition]]) -> Witness?
  {
    let program = program.extended(with: assignment.values)
    var facts: [Sentence] = []
    for (rule, conditions) in premises.enumerated() {
      for case .sentence(let sentence, _) in conditions {
        let fact = assignment.instance(of: sentence, rule: rule)
        let isKnown = facts.contains { $0.predicate == fact.predicate && $0.terms == fact.terms }
        if !isKnown { facts.append(fact) }
      }
    }
    let literals = facts.flatMap { program.literals(supposing: $0) }
    let isConsistent = literals.allSatisfy { literal in
      !literals.contains { program.conflict(literal, $0) }
    }
    guard isConsistent else { return nil }
    let asked = assignment.instance(of: heads[1], rule: 1)
    guard isContested(asked, given: facts, asOf: assignment.date, in: program) else { return nil }
    return Witness(
      premises: facts.map { program.text(of: $0, variables: []) },
      conclusion: program.text(of: asked, variables: []))
  }

  /// Whether both rules fire when nothing but some facts is given, and what they say is contested.
  private mutating func isContested(
    _ asked: Sentence, given facts: [Sentence], asOf date: CalendarDate?, in program: Program
  ) -> Bool {
    var changes: [Change] = facts.map { .assume($0) }
    for (index, rule) in program.rules.enumerated()
    where rule.kind == .contention && !rules.contains(index) {
      changes.append(.without(RuleID(raw: UInt32(index))))
    }
    if let date { changes.append(.asOf(date)) }
    var limits = Limits()
    limits.instances = 1_000_000
    limits.time = 10
    var outcome = evaluate(Scenario(program, changes: changes), limits: limits)
    let fired = outcome.firedRules.count
    comparisons += fired * fired
    guard outcome.reachedLimit == nil, fired <= Self.mostFired,
      let answer = outcome.answers(to: asked, variables: [], limits: limits).first
    else { return false }
    let sources = rules.map { Argument.Source.rule(RuleID(raw: UInt32($0))) }
    return answer.verdict == .contested
      && answer.supporting.contains { $0.source == sources[1] }
      && answer.opposing.contains { $0.source == sources[0] }
  }
}
