extension Statement.Kind {
  /// The clauses that may stand below a statement of this kind.
  var clauseKinds: [Clause.Kind] { Self.clauseKinds[self] ?? [] }

  /// The clauses of all kinds of statements.
  private static let clauseKinds = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.listedClauseKinds) })

  /// The list of clauses from which the table is made.
  private var listedClauseKinds: [Clause.Kind] {
    let attribution: [Clause.Kind] = [.arguedBy, .heldBy, .toldBy, .implied]
    let conditions: [Clause.Kind] = [.premise, .continuation, .alternative, .exception]
    return switch self {
    case .title, .asOf, .use, .name: []
    case .source: [.url]
    case .speaker: [.spokenFor]
    case .relation, .action: [.key]
    case .incompatible: [.with]
    case .fact: attribution + [.from, .until, .cites]
    case .contention: [.that] + attribution + [.from, .until, .cites, .atMost, .because]
    case .unknown: [.chance]
    case .rule:
      attribution + [.cites, .inForce, .lawOfDay, .atMost] + conditions + [
        .conclusion, .because, .furtherCondition,
      ]
    case .preference:
      attribution + [.cites, .because, .premise, .continuation, .exception, .furtherCondition]
    case .question: [.asOf, .ask]
    case .scenario: [.changes]
    case .expectation: [.changes, .continuation, .scenario]
    }
  }
}
