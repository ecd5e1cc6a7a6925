/// A clause: an indented line of a statement.
public struct Clause: Sendable {
  /// What it says.
  public let form: Form
  /// Its tokens.
  public let tokens: TokenRange

  /// What a clause says.
  public enum Form: Sendable {
    case url(TokenIndex)
    case spokenFor(TokenIndex)
    /// `as key` or `as key(hole, hole)`.
    case key(TokenRange)
    case with(TokenRange)
    case from(TokenIndex)
    case until(TokenIndex)
    case cites([TokenIndex])
    case arguedBy([TokenIndex])
    case heldBy([TokenIndex])
    case toldBy([TokenIndex])
    case implied
    case that(TokenRange)
    case atMost(Grade)
    case because(TokenIndex)
    case chance(TokenIndex)
    case inForce(from: TokenIndex?, until: TokenIndex?)
    case lawOfDay(TokenIndex)
    case premise(ConditionSyntax)
    case alternative(ConditionSyntax)
    case exception(ConditionSyntax)
    /// `and`, continuing the premises or the exception above it.
    case continuation(ConditionSyntax)
    case conclusion(ConclusionSyntax)
    case asOf(TokenIndex)
    case ask(TokenRange)
    /// `when` or `and` of an `expect`; may be several, joined by `and`.
    case changes(TokenRange)
  }

  /// The kinds of clauses, by the words they begin with.
  public enum Kind: String, Sendable, CaseIterable {
    case url
    case spokenFor = "for"
    case toldBy = "as told by"
    case asOf = "as of"
    case key = "as"
    case with, from, until, cites
    case arguedBy = "argued by"
    case heldBy = "held by"
    case implied, that
    case atMost = "at most"
    case because, chance
    case inForce = "in force"
    case lawOfDay = "by the law of"
    case premise = "if"
    case continuation = "and"
    case alternative = "or if"
    case exception = "unless"
    case conclusion = "then"
    case ask
    case changes = "when"
    case scenario = "in"
    case furtherCondition = "where"
  }
}

/// A premise, or a member of an exception, as written.
public enum ConditionSyntax: Sendable {
  case sentence(TokenRange, standard: Grade?)
  case comparison(left: TokenIndex, relation: Comparison.Relation, right: TokenIndex)
}

/// A conclusion as written.
public struct ConclusionSyntax: Sendable {
  /// How it is drawn.
  public let force: Rule.Force
  /// What is concluded.
  public let content: Content

  /// What is concluded.
  public enum Content: Sendable {
    case sentence(TokenRange)
    /// `RULE does not apply`, or `RULE does apply`.
    case applicability(rule: TokenIndex, applies: Bool)
  }
}

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
    case .scenario: []
    case .expectation: [.changes, .continuation, .scenario]
    }
  }
}
