extension FirstOrderTheory {
  /// A rule, contention, undercutter or preference.
  struct Rule: Equatable, Sendable {
    let name: String
    var force = ReferenceTheory.Force.defeasible

    /// The highest grade it can reach.
    var cap = 4

    /// Alternative full sets of premises; one empty set when there are none.
    var alternatives: [[Condition]] = [[]]

    /// Each holds when all its conditions do.
    var exceptions: [[Condition]] = []
    var conclusion: Conclusion

    /// Whether it has conditions of any kind.
    var isUnconditional: Bool { alternatives == [[]] && exceptions.isEmpty }

    /// The names of the rules it speaks of.
    var subjects: [String] { conclusion.subjects }

    /// The sentences of its conditions and its conclusion.
    var sentences: [Sentence] {
      let conditions = (alternatives + exceptions).flatMap(\.self).compactMap(\.sentence)
      guard case .sentence(let head) = conclusion else { return conditions }
      return conditions + [head]
    }

    /// The variables every alternative binds by its premises.
    var commonVariables: Set<Int> {
      alternatives.dropFirst().reduce(Self.bound(by: alternatives[0])) {
        $0.intersection(Self.bound(by: $1))
      }
    }

    /// The variables the premises in some alternative bind.
    var premiseVariables: Set<Int> { Self.bound(by: alternatives.flatMap(\.self)) }

    /// The variables a set of conditions binds.
    static func bound(by conditions: [Condition]) -> Set<Int> {
      conditions.reduce(into: []) { $0.formUnion($1.boundVariables) }
    }

    /// The variables a set of conditions mentions.
    static func mentioned(in conditions: [Condition]) -> Set<Int> {
      conditions.reduce(into: []) { $0.formUnion($1.variables) }
    }
  }

  /// What a rule concludes.
  enum Conclusion: Equatable, Sendable {
    case sentence(Sentence)
    case application(of: String, applies: Bool)
    case preference(String, over: String)

    /// The names of the rules it speaks of.
    var subjects: [String] {
      switch self {
      case .sentence: []
      case .application(let rule, applies: _): [rule]
      case .preference(let superior, let inferior): [superior, inferior]
      }
    }
  }
}
