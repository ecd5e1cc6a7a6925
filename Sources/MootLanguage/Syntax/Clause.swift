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
    /// `in` of an `expect`.
    case scenario(TokenIndex)
    /// `where`, continuing the `every` or aggregate above it; the last one below an `every` also says what
    /// must hold for each.
    case furtherCondition(TokenRange)
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

extension Clause.Form {
  /// The condition that it is, if it is one.
  var condition: ConditionSyntax? {
    switch self {
    case .premise(let condition), .alternative(let condition), .exception(let condition),
      .continuation(let condition):
      condition
    case .url, .spokenFor, .key, .with, .from, .until, .cites, .arguedBy, .heldBy, .toldBy,
      .implied, .that, .atMost, .because, .chance, .inForce, .lawOfDay, .conclusion, .asOf, .ask,
      .changes, .scenario, .furtherCondition:
      nil
    }
  }
}
