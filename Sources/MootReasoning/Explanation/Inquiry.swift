import MootLanguage

/// Finds again, in a finished evaluation, the rule instances behind single literals.
///
/// A class because it keeps what it has found, and the indexes it makes on the way.
final class Inquiry {
  /// The program asked about.
  let program: Program
  /// The tables, with indexes added as they are needed.
  let evaluation: Evaluation
  /// The values of the keys by which undercutters and preferences speak of instances.
  private(set) var keys: [UInt32] = []
  private let conclusions: [Int: [(rule: Int, conclusion: Int)]]
  private var found: [Literal: [Instance]] = [:]
  private lazy var facts = FactIndex(program)

  /// Opens the tables of an outcome.
  init(_ outcome: Outcome, limits: Limits) {
    program = outcome.program
    evaluation = Evaluation(
      outcome.theory, outcome.program.values, tables: outcome.tables, limits: limits)
    for (index, predicate) in outcome.program.predicates.enumerated() {
      switch predicate.kind {
      case .undercut, .precedence: evaluation.decidedDemands[index] = outcome.tables[index].count
      case .plain, .obligation, .prohibition: break
      }
    }
    var conclusions: [Int: [(rule: Int, conclusion: Int)]] = [:]
    for (index, rule) in outcome.program.rules.enumerated() {
      for (position, conclusion) in rule.conclusions.enumerated() {
        conclusions[Theory.index(of: conclusion.predicate), default: []].append((index, position))
      }
    }
    self.conclusions = conclusions
  }

  /// A value as a person reads it, also one that was only worked out for an explanation.
  func reading(of value: ValueID) -> String {
    Int(value.raw) < program.values.count
      ? program.reading(of: value) : evaluation.values.table[value].reading
  }

  /// The rules that could conclude a literal, active or not, with the conclusion that matches.
  func rules(concluding predicate: SignedPredicate) -> [(rule: Int, conclusion: Int)] {
    conclusions[Theory.index(of: predicate)] ?? []
  }

  /// The standing of a literal.
  func standing(of literal: Literal) -> Standing { evaluation.standing(of: literal) }

  /// The literals that conflict with a literal, of those that have an atom; the contrary first.
  func opposed(to literal: Literal) -> [Literal] {
    [literal.contrary]
      + evaluation.incompatible(with: literal).map { other in
        Literal(
          SignedPredicate(PredicateID(raw: UInt32(other.predicate)), isPositive: other.isPositive),
          evaluation.tables[other.predicate].arguments(other.row).map { ValueID(raw: $0) })
      }
  }

  /// All instances that conclude a literal: its facts first, then rules in source order.
  func instances(concluding literal: Literal) -> [Instance] {
    if let known = found[literal] { return known }
    var instances = facts(stating: literal).map { source in
      Instance(
        source: source, alternative: 0, binding: [], grade: .established, firing: .stated)
    }
    for (rule, conclusion) in rules(concluding: literal.predicate)
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
        if argument.raw == Block.unbound, !definition.names(variable, inAlternative: alternative) {
          continue
        }
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

  /// The first stated fact that says a literal, whatever its dates.
  func fact(stating literal: Literal) -> Int? {
    facts.firstIndex(of: literal.predicate, matching: literal.arguments)
  }

  /// The stated facts that say a literal and count, and what a change supposes.
  func facts(stating literal: Literal) -> [Argument.Source] {
    var sources: [Argument.Source] = []
    if evaluation.theory.assumed.contains(literal) { sources.append(.assumed) }
    for index in facts.indices(of: literal.predicate, matching: literal.arguments) {
      guard case .holds = evaluation.theory.factStates[index] else { continue }
      sources.append(.fact(index))
    }
    return sources
  }

  private func instances(of rule: Int, _ conclusion: Int, concluding literal: Literal)
    -> [Instance]
  {
    var instances: [Instance] = []
    for alternative in program.rules[rule].alternatives.indices {
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
      binding: block.registers.map { $0[row] },
      grade: Standing(lower: block.lower[row], upper: block.upper[row]), firing: firing)
  }
}
