import MootLanguage

/// The facts and contentions of a program by what they state: what assuming and retracting looks up.
struct StatementIndex {
  private let program: Program
  private var facts: FactFinder
  /// The contentions that state a signed predicate, by `Theory.index(of:)`, in source order.
  private var contentions: [Int: [Statement]] = [:]
  /// The same by their arguments, for signed predicates that have been asked about.
  private var byArguments: [Int: [[ValueID]: [Statement]]] = [:]

  /// A fact or contention, by its index, with what it states.
  struct Statement {
    /// The fact or the contention.
    let source: Argument.Source
    /// Of what it states its predicate.
    let arguments: [ValueID]
    /// Whether it is not written, but follows from what is ("may a" from "must a").
    let isImplied: Bool
  }

  /// Groups the contentions of a program; its facts are found as they are asked for.
  init(_ program: Program) {
    self.program = program
    facts = FactFinder(program)
    for (index, rule) in program.rules.enumerated() where rule.kind == .contention {
      for (place, conclusion) in rule.conclusions.enumerated() {
        guard let arguments = conclusion.groundArguments else { continue }
        let source = Argument.Source.rule(RuleID(raw: UInt32(index)))
        contentions[Theory.index(of: conclusion.predicate), default: []].append(
          Statement(source: source, arguments: arguments, isImplied: place > 0))
      }
    }
  }

  /// What states an instance of a sentence in so many words.
  mutating func statements(matching pattern: Sentence) -> [Statement] {
    let written =
      if let arguments = pattern.groundArguments {
        statements(of: pattern.predicate, arguments)
      } else {
        statements(of: pattern).filter { pattern.matches($0.arguments) }
      }
    return written.filter { !$0.isImplied }
  }

  /// What states, or implies, something that conflicts with a literal.
  mutating func statements(opposing literal: Literal) -> [Statement] {
    var found = statements(of: literal.contrary.predicate, literal.arguments)
    for incompatibility in program.incompatibilities {
      for far in Set([incompatibility.first.predicate, incompatibility.second.predicate]) {
        let near =
          far == incompatibility.first.predicate
          ? incompatibility.second.predicate : incompatibility.first.predicate
        guard near == literal.predicate else { continue }
        found += statements(of: far, like: anything(far)).filter {
          program.conflict(literal, Literal(far, $0.arguments))
        }
      }
    }
    return found
  }

  /// What states, or implies, a literal.
  mutating func statements(of predicate: SignedPredicate, _ arguments: [ValueID]) -> [Statement] {
    let index = Theory.index(of: predicate)
    var found = facts(stating: predicate, arguments.map(\.raw))
    guard let group = contentions[index] else { return found }
    let known = byArguments[index] ?? Dictionary(grouping: group, by: \.arguments)
    byArguments[index] = known
    found += known[arguments] ?? []
    return found
  }

  /// What states, or implies, literals with the values that a sentence names.
  private mutating func statements(of sentence: Sentence) -> [Statement] {
    let arguments = sentence.terms.map { term in
      if case .value(let value) = term { value.raw } else { Block.unbound }
    }
    return statements(of: sentence.predicate, like: arguments)
  }

  private mutating func statements(
    of predicate: SignedPredicate, like arguments: [UInt32]
  ) -> [Statement] {
    facts(stating: predicate, arguments) + (contentions[Theory.index(of: predicate)] ?? [])
  }

  private func anything(_ predicate: SignedPredicate) -> [UInt32] {
    Array(repeating: Block.unbound, count: program[predicate.predicate].arity)
  }

  private mutating func facts(
    stating predicate: SignedPredicate, _ arguments: [UInt32]
  ) -> [Statement] {
    facts.facts(about: Int(predicate.predicate.raw), arguments).compactMap { index in
      let fact = program.facts[index]
      guard fact.predicate == predicate else { return nil }
      return Statement(
        source: .fact(fact.isImplied ? index - 1 : index),
        arguments: Array(program.facts.arguments(at: index)), isImplied: fact.isImplied)
    }
  }
}
