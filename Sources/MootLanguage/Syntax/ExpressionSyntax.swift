/// One side of a comparison or calculation as written; it has at most `mostTerms` terms.
public indirect enum ExpressionSyntax: Sendable {
  /// A variable, a name, a number or a date.
  case term(TokenIndex)
  case today(TokenIndex)
  case arithmetic(Calculation.Operator, ExpressionSyntax, ExpressionSyntax)
  case shifted(
    ExpressionSyntax, Calculation.Unit, Calculation.Direction, of: ExpressionSyntax)
  case later(ExpressionSyntax, ExpressionSyntax)
  case earlier(ExpressionSyntax, ExpressionSyntax)
  case days(from: ExpressionSyntax, to: ExpressionSyntax)

  /// How many terms, and how many brackets inside each other, a calculation may have.
  static let mostTerms = 100

  /// The term that it is, if it is no more than that.
  var term: TokenIndex? {
    switch self {
    case .term(let index): index
    case .today, .arithmetic, .shifted, .later, .earlier, .days: nil
    }
  }

  /// What it comes to; `nil` for a term, which can be anything.
  var sort: Relation.Sort? {
    switch self {
    case .term: nil
    case .arithmetic, .days: .number
    case .today, .shifted, .later, .earlier: .date
    }
  }

  /// Its terms, each with what it must be where the calculation says so.
  var terms: [(index: TokenIndex, sort: Relation.Sort?)] {
    switch self {
    case .term(let index): [(index, nil)]
    case .today: []
    case .arithmetic(_, let left, let right):
      left.terms(as: .number) + right.terms(as: .number)
    case .shifted(let count, _, _, let day): count.terms(as: .number) + day.terms(as: .date)
    case .later(let first, let second), .earlier(let first, let second),
      .days(let first, let second):
      first.terms(as: .date) + second.terms(as: .date)
    }
  }

  /// The tokens from its first term to its last.
  var tokens: TokenRange {
    let places = places.map(\.raw)
    return TokenRange(lower: places.min() ?? 0, upper: (places.max() ?? 0) + 1)
  }

  /// The tokens of its terms.
  private var places: [TokenIndex] {
    switch self {
    case .term(let index), .today(let index): [index]
    case .arithmetic(_, let first, let second), .shifted(let first, _, _, let second),
      .later(let first, let second), .earlier(let first, let second),
      .days(let first, let second):
      first.places + second.places
    }
  }

  /// Its terms, a term by itself being of a sort.
  private func terms(as sort: Relation.Sort) -> [(index: TokenIndex, sort: Relation.Sort?)] {
    terms.map { ($0.index, $0.sort ?? sort) }
  }
}

/// A comparison as written; with `=`, it may be a calculation.
public struct ComparisonSyntax: Sendable {
  /// The left side.
  public let left: ExpressionSyntax
  /// How the sides are compared.
  public let relation: Comparison.Relation
  /// The right side.
  public let right: ExpressionSyntax
  /// All of it.
  public let tokens: TokenRange
}
