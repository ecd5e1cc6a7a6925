import MootLanguage

/// The facts and contentions of a program by what they state: what assuming and retracting looks up.
struct StatementIndex {
  private let program: Program
  /// The statements of each signed predicate, by `Theory.index(of:)`, in source order.
  private var statements: [Int: [Statement]] = [:]
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

  /// Groups the facts and contentions of a program.
  init(_ program: Program) {
    self.program = program
    for (index, fact) in program.facts.enumerated() {
      let stated = fact.isImplied ? index - 1 : index
      add(
        Statement(
          source: .fact(stated), arguments: Array(program.arguments(of: fact)),
          isImplied: fact.isImplied), to: fact.predicate)
    }
    for (index, rule) in program.rules.enumerated() where rule.kind == .contention {
      for (place, conclusion) in rule.conclusions.enumerated() {
        guard let arguments = conclusion.groundArguments else { continue }
        let source = Argument.Source.rule(RuleID(raw: UInt32(index)))
        add(
          Statement(source: source, arguments: arguments, isImplied: place > 0),
          to: conclusion.predicate)
      }
    }
  }

  /// What states an instance of a sentence in so many words.
  mutating func statements(matching pattern: Sentence) -> [Statement] {
    let written =
      if let arguments = pattern.groundArguments {
        statements(of: pattern.predicate, arguments)
      } else {
        (statements[Theory.index(of: pattern.predicate)] ?? []).filter {
          pattern.matches($0.arguments)
        }
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
        found += (statements[Theory.index(of: far)] ?? []).filter {
          program.conflict(literal, Literal(far, $0.arguments))
        }
      }
    }
    return found
  }

  /// What states, or implies, a literal.
  mutating func statements(of predicate: SignedPredicate, _ arguments: [ValueID]) -> [Statement] {
    let index = Theory.index(of: predicate)
    guard let group = statements[index] else { return [] }
    if let known = byArguments[index] { return known[arguments] ?? [] }
    let grouped = Dictionary(grouping: group, by: \.arguments)
    byArguments[index] = grouped
    return grouped[arguments] ?? []
  }

  private mutating func add(_ statement: Statement, to predicate: SignedPredicate) {
    statements[Theory.index(of: predicate), default: []].append(statement)
  }
}
