import MootLanguage

/// What is worked out once for all cases that state something of the same literals on the same date: the rules
/// that count, their order, and every literal that the facts of such a case cannot reach.
struct CaseGround {
  /// The theory of such a case, but for its facts; its components are those evaluated for each case.
  private let theory: Theory
  /// The tables: finished where no such case reaches, else with the shared facts alone.
  private var tables: [Table]
  /// What shared facts state of their dates, of signed predicates of which no such case states anything.
  private var histories: [Int: History]
  /// How many atoms of undercutters and preferences are decided.
  private let decidedDemands: [Int: Int]
  /// The predicates whose tables are finished and so large that an index on them is worth keeping.
  private let keptTables: [Int]
  /// The signed predicates of which cases state something, by `Theory.index(of:)`.
  private let stated: Set<Int>
  /// The predicates decided for each case.
  private let reached: [Int]
  /// Whether something is inconsistent where no case reaches.
  private let isInconsistent: Bool
  /// Certain circles of preferences where no case reaches.
  let preferenceCycles: [[Int]]
  /// The limit that stopped the evaluation of what is shared.
  let reachedLimit: Limits.Kind?

  /// The size from which on indexes of a table are kept from case to case.
  private static let keptSize = 16

  /// Which cases have a ground in common.
  struct Key: Hashable {
    /// What the facts speak of: twice the place of the signed predicate (`Theory.index(of:)`), and one more
    /// where the fact counts; ascending.
    private let literals: [Int]

    /// The key of a case with some facts.
    init(_ facts: some Sequence<Fact>, _ states: [Theory.FactState]) {
      var all: [Int] = []
      for (fact, state) in zip(facts, states) {
        let counts = state == .holds || state == .open
        all.append(Theory.index(of: fact.predicate) * 2 + (counts ? 1 : 0))
      }
      all.sort()
      literals = all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    }

    /// The signed predicates, by `Theory.index(of:)`.
    var predicates: Set<Int> { Set(literals.map { $0 / 2 }) }

    /// The signed predicates of which a fact counts.
    var present: [SignedPredicate] {
      literals.filter { $0 % 2 == 1 }.map {
        SignedPredicate(PredicateID(raw: UInt32($0 / 4)), isPositive: $0 / 2 % 2 == 0)
      }
    }
  }

  /// Evaluates what no case with a key reaches, on a foundation where a part of that is done.
  ///
  /// Gives also the values with those that were worked out.
  ///
  /// - Parameter whole: the theory of such a case, but for its facts.
  static func evaluated(
    _ whole: Theory, on foundation: CaseFoundation, key: Key, _ values: Values, limits: Limits
  ) -> (ground: CaseGround, values: Values) {
    let reach = CaseReach(of: key.predicates, asking: foundation.questions, in: whole)
    let isDone = foundation.theory.classes.members
    let evaluation = Evaluation(
      whole.limited(to: { reach.isNeeded[$0] && !reach.isReached[$0] && !isDone.contains($0) }),
      values, tables: foundation.tables, limits: limits)
    evaluation.histories = foundation.histories
    evaluation.decidedDemands = foundation.decidedDemands
    let reachedLimit = foundation.reachedLimit ?? evaluation.limitReached()
    let ground = CaseGround(
      whole, reach, evaluation, key: key,
      preferenceCycles: foundation.preferenceCycles + evaluation.preferenceCycles, reachedLimit)
    return (ground, evaluation.values)
  }

  private init(
    _ whole: Theory, _ reach: CaseReach, _ evaluation: Evaluation, key: Key,
    preferenceCycles: [[Int]], _ reachedLimit: Limits.Kind?
  ) {
    stated = key.predicates
    theory = whole.limited(to: { reach.isNeeded[$0] && reach.isReached[$0] })
    let predicates = whole.program.predicates.indices
    let isReached = predicates.map { reach.isReached[whole.classes.classOf[$0]] }
    tables = evaluation.tables
    histories = evaluation.histories
    for index in stated { histories[index] = nil }
    decidedDemands = evaluation.decidedDemands
    self.preferenceCycles = preferenceCycles
    self.reachedLimit = reachedLimit
    reached = predicates.filter { isReached[$0] }
    keptTables = predicates.filter {
      !isReached[$0] && evaluation.tables[$0].count >= Self.keptSize
    }
    isInconsistent = predicates.contains {
      !isReached[$0] && evaluation.hasInconsistency(of: $0)
    }
  }

  /// An evaluation that has the facts of a case, which stand behind the shared ones in its program.
  func evaluation(
    of program: Program, after first: Int, _ states: [Theory.FactState], limits: Limits
  ) -> Evaluation {
    let evaluation = Evaluation(
      Theory(theory, program, theory.factStates + states, theory.classes), Values(program.values),
      tables: tables, limits: limits)
    evaluation.keepsIndexes = true
    evaluation.histories = histories
    evaluation.decidedDemands = decidedDemands
    evaluation.loadFacts(after: first)
    return evaluation
  }

  /// Whether anything is inconsistent in the finished evaluation of a case.
  func hasInconsistency(in evaluation: Evaluation) -> Bool {
    isInconsistent || reached.contains { evaluation.hasInconsistency(of: $0) }
  }

  /// Keeps the indexes that a case has made on what is shared.
  mutating func keep(_ evaluation: Evaluation) {
    for predicate in keptTables
    where evaluation.tables[predicate].count == tables[predicate].count {
      tables[predicate] = evaluation.tables[predicate]
    }
    for (index, history) in evaluation.histories where !stated.contains(index) {
      histories[index] = history
    }
  }
}

extension Theory {
  /// The same theory with some classes to be evaluated only.
  fileprivate func limited(to isWanted: (Int) -> Bool) -> Theory {
    Theory(self, program, factStates, classes.limited(to: isWanted))
  }
}

extension ClassGraph {
  /// The classes of all components.
  fileprivate var members: Set<Int> { Set(components.flatMap(\.classes)) }
}
