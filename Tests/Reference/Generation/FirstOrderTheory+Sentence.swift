extension FirstOrderTheory {
  /// What stands in a hole of a sentence.
  enum Term: Hashable, Sendable {
    case variable(Int)
    case constant(Int)

    /// `?`: anyone, anything.
    case anyone
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

    /// The sentence it is, unless it is a comparison.
    var sentence: Sentence? {
      switch self {
      case .sentence(let sentence, standard: _): sentence
      case .comparison: nil
      }
    }

    /// The variables in it.
    var variables: Set<Int> {
      switch self {
      case .sentence(let sentence, standard: _): sentence.variables
      case .comparison(let left, let right, isEqual: _): Set([left, right].compactMap(\.variable))
      }
    }

    /// The variables a match of it binds.
    var boundVariables: Set<Int> {
      switch self {
      case .sentence(let sentence, standard: _): sentence.variables
      case .comparison: []
      }
    }
  }
}

extension FirstOrderTheory.Term {
  /// The variable it is, if it is one.
  var variable: Int? {
    switch self {
    case .variable(let number): number
    case .constant, .anyone: nil
    }
  }
}
