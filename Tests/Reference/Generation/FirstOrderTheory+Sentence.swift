extension FirstOrderTheory {
  /// What stands in a hole of a sentence.
  enum Term: Hashable, Sendable {
    case variable(Int)
    case constant(Int)

    /// `?`: anyone, anything.
    case anyone

    /// The date of the answer.
    case today
  }

  /// How a sentence about an action speaks of it.
  enum Mode: Int, CaseIterable, Sendable {
    case plain, may, must
  }

  /// A relation or one of an action's modes, or its contrary: of "may" that is "must not", of "must" it is "need not".
  struct Sentence: Hashable, Sendable {
    let relation: Int
    var mode = Mode.plain
    var isContrary = false
    var terms: [Term] = []

    /// The contrary sentence.
    var contrary: Sentence {
      Sentence(relation: relation, mode: mode, isContrary: !isContrary, terms: terms)
    }

    /// The variables in it.
    var variables: Set<Int> { Set(terms.compactMap(\.variable)) }
  }

  /// A condition of a rule.
  enum Condition: Hashable, Sendable {
    case sentence(Sentence, standard: Int?)
    case comparison(Term, Term, isEqual: Bool)

    /// Numbers or dates compared.
    case order(Term, Order, Term)

    /// What gives a variable its value, or is a test where that has one.
    case calculation(Int, Expression)
    case every(Every)
    case total(Total)

    /// A state on another date, or at some time up to that of the answer.
    case past(Sentence, day: Term?)

    /// The sentence it is, unless it is something else.
    var sentence: Sentence? {
      switch self {
      case .sentence(let sentence, standard: _): sentence
      case .comparison, .order, .calculation, .every, .total, .past: nil
      }
    }

    /// Every sentence in it.
    var sentences: [Sentence] {
      switch self {
      case .sentence(let sentence, standard: _), .past(let sentence, day: _): [sentence]
      case .every(let every): every.domain.flatMap(\.sentences) + [every.body]
      case .total(let total): total.conditions.flatMap(\.sentences)
      case .comparison, .order, .calculation: []
      }
    }

    /// The variables in it, without those that stand only inside it.
    var variables: Set<Int> {
      switch self {
      case .sentence(let sentence, standard: _): sentence.variables
      case .comparison(let left, let right, isEqual: _): Set([left, right].compactMap(\.variable))
      case .order(let left, _, let right): Set([left, right].compactMap(\.variable))
      case .calculation(let result, let expression):
        Set(expression.terms.compactMap(\.variable) + [result])
      case .every(let every):
        Rule.mentioned(in: every.domain).union(every.body.variables).filter { !Self.isInner($0) }
      case .total(let total): total.inside.filter { !Self.isInner($0) }.union([total.result])
      case .past(let sentence, let day):
        sentence.variables.union([day].compactMap { $0?.variable })
      }
    }

    /// The variables that it matches with values.
    var matchedVariables: Set<Int> {
      switch self {
      case .sentence(let sentence, standard: _), .past(let sentence, day: _): sentence.variables
      case .comparison, .order, .calculation, .every, .total: []
      }
    }

    /// The variable whose value it works out.
    var result: Int? {
      switch self {
      case .calculation(let result, _): result
      case .total(let total): total.result
      case .sentence, .comparison, .order, .every, .past: nil
      }
    }

    /// The variables it gives a value.
    var boundVariables: Set<Int> {
      switch self {
      case .sentence, .past: matchedVariables
      case .calculation(let result, _): [result]
      case .total: variables
      case .comparison, .order, .every: []
      }
    }

    /// Whether a variable is one of those that stand inside an `every` or a total only.
    private static func isInner(_ variable: Int) -> Bool { variable >= 100 }
  }
}

extension FirstOrderTheory.Term {
  /// The variable it is, if it is one.
  var variable: Int? {
    switch self {
    case .variable(let number): number
    case .constant, .anyone, .today: nil
    }
  }
}
