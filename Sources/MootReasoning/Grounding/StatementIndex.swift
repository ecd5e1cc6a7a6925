import MootLanguage

/// The facts and contentions of a program by what they state: what assuming and retracting looks up.
struct StatementIndex {
  private let program: Program
  private let facts: FactIndex
  /// The contentions of each signed predicate, by `Theory.index(of:)`, in source order.
  private var contentions: [Int: [Statement]] = [:]
  /// The facts of a signed predicate by their arguments, once it has been asked about often enough.
  private var byArguments: [Int: [[ValueID]: [Int]]] = [:]
  /// How often each signed predicate has been asked about.
  private var searches: [Int: Int] = [:]

  /// How often the facts of a predicate are gone through before they are put in order.
  private static let mostSearches = 16

  /// A fact or contention, by its index, with what it states.
  struct Statement {
    /// The fact or the contention.
    let source: Argument.Source
    /// Of what it states its predicate.
    let arguments: [ValueID]
    /// Whether it is not written, but follows from what is ("may a" from "must a").
    let isImplied: Bool
  }

  /// Prepares to look for the facts and contentions of a program.
  init(_ program: Program) {
    self.program = program
    facts = FactIndex(program)
    for (index, rule) in program.rules.enumerated() where rule.kind == .contention {
      for (place, conclusion) in rule.conclusions.enumerated() {
        guard let arguments = conclusion.groundArguments else { continue }
        contentions[Theory.index(of: conclusion.predicate), default: []].append(
          Statement(
            source: .rule(RuleID(raw: UInt32(index))), arguments: arguments, isImplied: place > 0))
      }
    }
  }

  /// What states an instance of a sentence in so many words.
  mutating func statements(matching pattern: Sentence) -> [Statement] {
    let written =
      if let arguments = pattern.groundArguments {
        statements(of: pattern.predicate, arguments)
      } else {
        statements(of: pattern.predicate, matching: pattern.knownArguments).filter {
          pattern.matches($0.arguments)
        }
      }
    return written.filter { !$0.isImplied }
  }

  /// What states, or implies, something that conflicts with a literal.
  mutating func statements(opposing literal: Literal) -> [Statement] {
    var found = statements(of: literal.contrary.predicate, literal.arguments)
    for incompatibility in program.incompatibilities {
      let sides = [
        (incompatibility.first, incompatibility.second),
        (incompatibility.second, incompatibility.first),
      ]
      for (near, far) in sides where near.predicate == literal.predicate {
        var bindings: [ValueID?] = Array(
          repeating: nil, count: incompatibility.variables.count)
        guard near.bind(literal.arguments, &bindings) else { continue }
        found += statements(of: far.predicate, matching: far.arguments(under: bindings)).filter {
          program.conflict(literal, Literal(far.predicate, $0.arguments))
        }
      }
    }
    return found
  }

  /// What states, or implies, a literal.
  mutating func statements(of predicate: SignedPredicate, _ arguments: [ValueID]) -> [Statement] {
    let index = Theory.index(of: predicate)
    searches[index, default: 0] += 1
    if searches[index] == Self.mostSearches {
      let all = facts.indices(of: predicate, matching: arguments.map { _ in nil })
      byArguments[index] = Dictionary(grouping: all) { Array(program.facts.arguments(at: $0)) }
    }
    guard let known = byArguments[index] else {
      return statements(of: predicate, matching: arguments.map { $0 })
    }
    let stated = (known[arguments] ?? []).map { statement(ofFact: $0) }
    return stated + (contentions[index] ?? []).filter { $0.arguments == arguments }
  }

  /// What states, or implies, instances of a pattern, in which `nil` is any value.
  private func statements(
    of predicate: SignedPredicate, matching pattern: [ValueID?]
  ) -> [Statement] {
    let stated = facts.indices(of: predicate, matching: pattern).map { statement(ofFact: $0) }
    let argued = contentions[Theory.index(of: predicate)] ?? []
    return stated
      + argued.filter { zip($0.arguments, pattern).allSatisfy { $1 == nil || $0 == $1 } }
  }

  private func statement(ofFact index: Int) -> Statement {
    let fact = program.facts[index]
    return Statement(
      source: .fact(fact.isImplied ? index - 1 : index),
      arguments: Array(program.arguments(of: fact)), isImplied: fact.isImplied)
  }
}

extension Sentence {
  /// The arguments that are values; `nil` for the others.
  fileprivate var knownArguments: [ValueID?] { arguments(under: []) }

  /// The arguments that are values, or variables with one; `nil` for the others.
  fileprivate func arguments(under bindings: [ValueID?]) -> [ValueID?] {
    terms.map { term in
      switch term {
      case .value(let value): value
      case .variable(let variable):
        Int(variable.raw) < bindings.count ? bindings[Int(variable.raw)] : nil
      case .any: nil
      }
    }
  }
}
