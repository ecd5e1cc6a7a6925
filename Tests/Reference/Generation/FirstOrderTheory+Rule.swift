extension FirstOrderTheory {
  /// A rule, contention, undercutter or preference.
  struct Rule: Equatable, Sendable {
    var name: String
    var force = ReferenceTheory.Force.defeasible

    /// The highest grade it can reach.
    var cap = 4

    /// Alternative full sets of premises; one empty set when there are none.
    var alternatives: [[Condition]] = [[]]

    /// Each holds when all its conditions do.
    var exceptions: [[Condition]] = []
    var conclusion: Conclusion

    /// When it is in force, or from when until when a contention holds.
    var period = ReferencePeriod.always

    /// The variable by whose day, and not the answer's, it is judged whether it is in force.
    var lawOfDay: Int?

    /// Who argues it, among the theory's speakers.
    var speaker: Int?

    /// Whether a change has switched it off.
    var isOff = false

    /// Whether it has no conditions of any kind.
    var isUnconditional: Bool { alternatives == [[]] && exceptions.isEmpty }

    /// The names of the rules it speaks of.
    var subjects: [String] { conclusion.subjects }

    /// The sentences of its conditions and its conclusion.
    var sentences: [Sentence] {
      let conditions = (alternatives + exceptions).flatMap(\.self).flatMap(\.sentences)
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

    /// The variables a set of conditions matches.
    static func matched(by conditions: [Condition]) -> Set<Int> {
      conditions.reduce(into: []) { $0.formUnion($1.matchedVariables) }
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
