import MootLanguage

/// What all cases on one date have in common: the shared facts, and every literal that no case so far reaches.
struct CaseFoundation {
  /// The theory without cases; its components are those that questions can depend on and no case so far
  /// reaches.
  private(set) var theory: Theory
  /// The tables: finished as far as the theory's components go, else with the shared facts alone.
  private(set) var tables: [Table]
  /// What shared facts state of their dates, as far as was asked.
  private(set) var histories: [Int: History]
  /// How many atoms of undercutters and preferences are decided.
  private(set) var decidedDemands: [Int: Int]
  /// Certain circles of preferences among what is decided.
  private(set) var preferenceCycles: [[Int]]
  /// The limit that stopped the evaluation of what is shared.
  private(set) var reachedLimit: Limits.Kind?
  /// The grounds of the kinds of cases there were so far, by the literals they state something of.
  var grounds: [CaseGround.Key: CaseGround] = [:]
  /// The rules that could conclude each literal.
  let rules: ConcludingRules
  /// The shared facts by what they state.
  let facts: StatedFacts
  /// What is asked.
  let questions: [CaseQuestion]
  /// The theory with all its components.
  private let whole: Theory
  /// The tables with the shared facts alone.
  private let stated: [Table]
  private let presence: ClassGraph.Presence
  private let limits: Limits
  /// The signed predicates of which cases stated something so far, by `Theory.index(of:)`.
  private var touched: Set<Int> = []
  private var isEvaluated = false

  /// How many grounds are kept: fewer where the shared facts are many.
  private var mostGrounds: Int {
    max(8, min(512, 4_000_000 / (whole.program.facts.count + 1)))
  }

  /// Prepares the evaluation of a program without cases.
  init(
    _ program: Program, asOf date: CalendarDate?, asking questions: [CaseQuestion], limits: Limits
  ) {
    whole = Theory(Scenario(program, changes: date.map { [.asOf($0)] } ?? []))
    presence = ClassGraph.Presence(ofFactsIn: program, whole.factStates)
    rules = ConcludingRules(of: program)
    facts = StatedFacts(program)
    self.questions = questions
    self.limits = limits
    let evaluation = Evaluation(whole, limits: limits)
    stated = evaluation.tables
    theory = whole
    tables = stated
    histories = [:]
    decidedDemands = [:]
    preferenceCycles = []
  }

  /// Adds the ground for cases with a key; gives the values with those that were worked out.
  mutating func addGround(_ key: CaseGround.Key, _ values: Values) -> Values {
    var values = values
    if !isEvaluated || !touched.isSuperset(of: key.predicates) {
      touched.formUnion(key.predicates)
      grounds.removeAll()
      values = evaluate(values)
    }
    if grounds.count >= mostGrounds { grounds.removeAll() }
    var present = presence
    for literal in key.present { present.note(literal) }
    let classes = ClassGraph(
      whole.program, ruleStates: whole.ruleStates, undercuts: whole.undercuts, ranks: whole.ranks,
      presence: present)
    let (ground, extended) = CaseGround.evaluated(
      Theory(whole, whole.program, whole.factStates, classes), on: self, key: key, values,
      limits: limits)
    grounds[key] = ground
    return extended
  }

  /// Evaluates what no case so far reaches.
  private mutating func evaluate(_ values: Values) -> Values {
    let reach = CaseReach(of: touched, asking: questions, in: whole)
    theory = Theory(
      whole, whole.program, whole.factStates,
      whole.classes.limited(to: { reach.isNeeded[$0] && !reach.isReached[$0] }))
    let evaluation = Evaluation(theory, values, tables: stated, limits: limits)
    reachedLimit = evaluation.limitReached()
    tables = evaluation.tables
    histories = evaluation.histories
    decidedDemands = evaluation.decidedDemands
    preferenceCycles = evaluation.preferenceCycles
    isEvaluated = true
    return evaluation.values
  }
}
