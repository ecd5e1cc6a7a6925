import MootLanguage

/// Answers and reasons from one outcome, one after another: finds again, in the finished evaluation, the rule
/// instances behind single literals.
///
/// The first question files the facts and makes the indexes it needs, which takes time linear in the outcome;
/// later ones find them, and take as long as what they tell.
///
/// A class because it keeps what it has found, and the indexes it makes on the way.
public final class Inquiry {
  /// The program asked about.
  let program: Program
  /// The date of the answers.
  let asOf: CalendarDate?
  /// Whether any literal is established together with one that conflicts with it.
  private(set) lazy var hasInconsistency =
    isInconsistent
    ?? program.predicates.indices.contains { evaluation.hasInconsistency(of: $0) }
  private let isInconsistent: Bool?
  /// The tables, with indexes added as they are needed.
  let evaluation: Evaluation
  /// The values of the keys by which undercutters and preferences speak of instances.
  private(set) var keys: [UInt32] = []
  private let rules: ConcludingRules
  private var found: [Literal: [Instance]] = [:]
  private var judged: [Literal: Judgement] = [:]
  private let statedFacts: StatedFacts
  /// What every answer may use up at most.
  let limits: Limits
  /// The limit that cut short what was looked for since the last question began, if one did.
  private(set) var reachedLimit: Limits.Kind?

  /// How many literals' instances or judgements are kept from one question to the next.
  private static let mostKept = 20_000

  /// Opens the tables of an outcome.
  public init(_ outcome: Outcome, limits: Limits = Limits()) {
    program = outcome.program
    asOf = outcome.asOf
    isInconsistent = nil
    self.limits = limits
    evaluation = Evaluation(
      outcome.theory, outcome.program.values, tables: outcome.tables, limits: limits.forTelling)
    for (index, predicate) in outcome.program.predicates.enumerated() {
      switch predicate.kind {
      case .undercut, .precedence: evaluation.decidedDemands[index] = outcome.tables[index].count
      case .plain, .obligation, .prohibition: break
      }
    }
    rules = ConcludingRules(of: outcome.program)
    statedFacts = StatedFacts(outcome.program)
  }

  /// Takes up an evaluation that is just finished.
  init(
    _ evaluation: Evaluation, _ program: Program, _ rules: ConcludingRules, _ facts: StatedFacts,
    asOf date: CalendarDate?, hasInconsistency: Bool
  ) {
    self.program = program
    self.evaluation = evaluation
    self.rules = rules
    asOf = date
    isInconsistent = hasInconsistency
    statedFacts = facts
    limits = evaluation.budget.limits
    evaluation.budget = Budget(limits)
  }

  /// Matchers know the evaluation that keeps them; without this, both would stay for ever.
  deinit { evaluation.forgetMatchers() }

  /// Begins a new question, with all of the limits.
  func begin() { begin(limits.forTelling) }

  /// Begins to read off answers, of which there can be many.
  func beginAnswers(inPairs: Bool) { begin(limits.forAnswering(inPairs: inPairs)) }

  private func begin(_ limits: Limits) {
    evaluation.budget = Budget(limits)
    reachedLimit = nil
    forgetMany()
  }

  /// Lets go of what was found, once it is much.
  func forgetMany() {
    guard max(found.count, judged.count) > Self.mostKept else { return }
    found = [:]
    judged = [:]
    keys = []
  }

  /// Notes that a limit cut short what was looked for.
  func note(_ limit: LimitReached) { reachedLimit = reachedLimit ?? limit.kind }

  /// Whether time and memory are left; a limit that is reached is noted.
  func goesOn() -> Bool {
    guard reachedLimit == nil else { return false }
    do {
      try evaluation.budget.lookAtClock()
      try evaluation.budget.lookAtMemory()
      return true
    } catch {
      note(error)
      return false
    }
  }

  /// A value as a person reads it, also one that was only worked out for an explanation.
  func reading(of value: ValueID) -> String {
    Int(value.raw) < program.values.count
      ? program.reading(of: value) : evaluation.values.table[value].reading
  }

  /// The rules that could conclude a literal, active or not, in source order, and some that cannot.
  func rules(concluding literal: Literal) -> [ConcludingRules.Entry] { rules.concluding(literal) }

  /// The standing of a literal.
  func standing(of literal: Literal) -> Standing { evaluation.standing(of: literal) }

  /// The judgement of a literal.
  func judgement(of literal: Literal) -> Judgement {
    if let known = judged[literal] { return known }
    let judgement = Judgement(of: literal, self)
    judged[literal] = judgement
    return judgement
  }

  /// All instances that conclude a literal: its facts first, then rules in source order.
  func instances(concluding literal: Literal) -> [Instance] {
    if let known = found[literal] { return known }
    var instances = facts(stating: literal).map { source in
      Instance(
        source: source, alternative: 0, binding: [], grade: .established, firing: .stated)
    }
    for (rule, conclusion) in rules(concluding: literal)
    where evaluation.theory.isActive(rule) {
      instances += self.instances(of: rule, conclusion, concluding: literal)
    }
    found[literal] = instances
    return instances
  }

  /// The block that binds a rule's variables to what a literal says of them, for one alternative; `nil` where
  /// it cannot conclude the literal.
  func seeds(_ rule: Int, _ conclusion: Int, alternative: Int, for literal: Literal) -> Block? {
    let definition = program.rules[rule]
    let block = Block(registerCount: definition.variables.count)
    block.appendUnbound(lower: 4, upper: 4, origin: 0)
    for (term, argument) in zip(definition.conclusions[conclusion].terms, literal.arguments) {
      switch term {
      case .any: continue
      case .value(let value): guard value == argument else { return nil }
      case .variable(let variable):
        let known = block.registers[Int(variable.raw)][0]
        guard definition.names(variable, inAlternative: alternative) else { continue }
        guard argument.raw != Block.unbound, known == Block.unbound || known == argument.raw else {
          return nil
        }
        block.registers[Int(variable.raw)][0] = argument.raw
      }
    }
    return block
  }

  /// The standing of "the first instance prevails over the second".
  func prevails(_ first: Firing, _ second: Firing) -> Standing {
    Clash(rules: program.rules) { [self] in evaluation.precedence($0, $1, keys) }
      .prevails(first, second)
  }

  /// The literal that says the first instance prevails over the second, where one can be concluded.
  func precedenceLiteral(_ first: Firing, _ second: Firing) -> Literal? {
    guard first.rule != Firing.fact, second.rule != Firing.fact,
      let rank = evaluation.rank(first, second)
    else { return nil }
    let tuple = evaluation.precedenceTuple(rank, first, second, keys)
    let signed = SignedPredicate(
      PredicateID(raw: UInt32(rank.predicate)), isPositive: rank.isPositive)
    return Literal(signed, tuple.map { ValueID(raw: $0) })
  }

  /// The stated facts that say a literal and count, and what a change supposes.
  func facts(stating literal: Literal) -> [Argument.Source] {
    var sources: [Argument.Source] = []
    if evaluation.theory.assumed.contains(literal) { sources.append(.assumed) }
    let predicate = Int(literal.predicate.predicate.raw)
    guard let row = evaluation.tables[predicate].row(of: literal.arguments.map(\.raw)),
      evaluation.tables[predicate].isStated(row, isPositive: literal.predicate.isPositive)
    else { return sources }
    for index in statedFacts.stating(literal, in: program) {
      guard case .holds = evaluation.theory.factStates[index] else { continue }
      sources.append(.fact(index))
    }
    return sources
  }

  /// The stated facts that say a literal and whose dates do not cover that of the answer, or leave it open.
  func dormantFacts(stating literal: Literal, atMost most: Int) -> [Explanation.DormantFact] {
    let states = evaluation.theory.factStates
    let dormant = statedFacts.stating(literal, in: program).lazy.filter {
      states[$0] == .fails || states[$0] == .open
    }
    return dormant.prefix(most).map {
      Explanation.DormantFact(fact: $0, isLeftOpen: states[$0] == .open)
    }
  }

  /// The first stated fact that says a literal, whatever its dates.
  func fact(stating literal: Literal) -> Int? {
    statedFacts.stating(literal, in: program).first
  }

  private func instances(of rule: Int, _ conclusion: Int, concluding literal: Literal)
    -> [Instance]
  {
    var instances: [Instance] = []
    for alternative in program.rules[rule].alternatives.indices
    where evaluation.hasAtoms(forPremisesOf: rule, alternative) {
      let first = instances.count
      defer { instances[first...].sort { precedes($0.binding, $1.binding) } }
      guard let seeds = seeds(rule, conclusion, alternative: alternative, for: literal) else {
        continue
      }
      let key = Matcher.Key(rule: rule, alternative: alternative, start: .conclusion(conclusion))
      do {
        try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
          for row in 0..<block.count {
            instances.append(instance(rule, alternative, block, row))
          }
        }
      } catch {
        note(error)
        return instances
      }
    }
    return instances
  }

  private func instance(_ rule: Int, _ alternative: Int, _ block: Block, _ row: Int) -> Instance {
    let start = UInt32(keys.count)
    for register in evaluation.theory.keyVariables[rule] {
      keys.append(block.registers[register][row])
    }
    let firing = Firing(
      rule: Int32(rule), lower: block.lower[row], upper: block.upper[row], key: start)
    return Instance(
      source: .rule(RuleID(raw: UInt32(rule))), alternative: alternative,
      binding: block.binding(row),
      grade: Standing(lower: block.lower[row], upper: block.upper[row]), firing: firing)
  }
}
