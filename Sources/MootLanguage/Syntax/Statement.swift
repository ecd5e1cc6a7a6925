/// A statement: a line that starts in column 1, and the clauses below it.
public struct Statement: Sendable {
  /// What its first line says.
  public let form: Form
  /// The tokens of its first line.
  public let head: TokenRange
  /// Its clauses, by index in `SyntaxTree.clauses`.
  public let clauses: Range<UInt32>
  /// Whether a mistake in it was reported, so that what is missing is no further mistake.
  public let isBroken: Bool
  /// All of it.
  public let span: SourceSpan

  /// What the first line of a statement says.
  public enum Form: Sendable {
    case title(TokenIndex)
    case asOf(TokenIndex)
    case use(TokenIndex)
    case source(key: TokenIndex, text: TokenIndex, date: TokenIndex?)
    case speaker(name: TokenIndex, description: TokenIndex?)
    case name(TokenIndex, text: TokenIndex)
    case relation(sentence: TokenRange, contrary: TokenRange?)
    case action(TokenRange)
    case incompatible(TokenRange)
    case fact(TokenRange)
    case contention(name: TokenIndex)
    case unknown(TokenRange)
    case rule(name: TokenIndex, title: TokenIndex?)
    case preference(preferred: TokenIndex, over: TokenIndex, name: TokenIndex?)
    case question(name: TokenIndex, title: TokenIndex?)
    case scenario(name: TokenIndex, title: TokenIndex?)
    /// `outcome` is an index in `SyntaxTree.outcomes`; `changes` may be several, joined by `and`.
    case expectation(
      question: TokenIndex, outcome: UInt32, changes: TokenRange?, scenario: TokenIndex?)
    /// A line that could not be read; what it would have declared keeps its name.
    case broken(Kind, name: TokenIndex?)
  }

  /// The kinds of statements.
  public enum Kind: String, Sendable, CaseIterable {
    case title
    case asOf = "as of"
    case use, source, speaker, name, relation, action, incompatible, fact, contention, unknown, rule
    case preference = "prefer"
    case question, scenario
    case expectation = "expect"
  }
}

extension Statement.Form {
  /// The kind of statement it begins.
  var kind: Statement.Kind {
    switch self {
    case .title: .title
    case .asOf: .asOf
    case .use: .use
    case .source: .source
    case .speaker: .speaker
    case .name: .name
    case .relation: .relation
    case .action: .action
    case .incompatible: .incompatible
    case .fact: .fact
    case .contention: .contention
    case .unknown: .unknown
    case .rule: .rule
    case .preference: .preference
    case .question: .question
    case .scenario: .scenario
    case .expectation: .expectation
    case .broken(let kind, _): kind
    }
  }
}
