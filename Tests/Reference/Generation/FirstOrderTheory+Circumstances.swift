extension FirstOrderTheory {
  /// A fact that holds for some time.
  struct State: Equatable, Sendable {
    var sentence: Sentence
    var period: ReferencePeriod
  }

  /// What is worked out from numbers or dates.
  enum Expression: Hashable, Sendable {
    case sum(Term, Term)
    case difference(Term, Term)

    /// A number times so many tenths.
    case times(Term, tenths: Int)
    case daysLater(Int, Term)
    case monthsLater(Int, Term)
    case later(Term, Term)
    case earlier(Term, Term)
    case days(from: Term, to: Term)
    case today

    /// The terms in it.
    var terms: [Term] {
      switch self {
      case .sum(let left, let right), .difference(let left, let right), .later(let left, let right),
        .earlier(let left, let right), .days(let left, let right):
        [left, right]
      case .times(let term, tenths: _), .daysLater(_, let term), .monthsLater(_, let term): [term]
      case .today: []
      }
    }
  }

  /// How two numbers or two dates are compared.
  enum Order: Int, CaseIterable, Sendable {
    case before, after, onOrBefore, onOrAfter, same, notSame
  }

  /// `every ?d such that …: …`.
  struct Every: Hashable, Sendable {
    let variable: Int
    var domain: [Condition]
    var body: Sentence
    var standard: Int?
  }

  /// `?n = number of ?d such that …` and its like.
  struct Total: Hashable, Sendable {
    let result: Int
    var function: Function
    let over: Int
    var conditions: [Condition]

    /// What is made of the values.
    enum Function: String, CaseIterable, Sendable {
      case number, sum, least, greatest
    }

    /// The variables inside.
    var inside: Set<Int> { Rule.mentioned(in: conditions) }
  }
}
