import MootLanguage

/// Finds the instances of one alternative of a rule: the plans and buffers for its premises and exceptions.
///
/// A class because it owns buffers that are used again and again.
final class Matcher {
  /// The rule's index.
  let rule: Int
  /// The premises.
  let premises: Join
  /// The last step of the premises, where it can be done for many bindings at once.
  let union: PairUnion?
  /// The exceptions that can be decided at once, in order, each with the variables it reads.
  let exceptions: [(join: Join, reads: [Int])]
  /// The variables bound when the premises are matched.
  let bound: [Int]
  /// The block that starts an exception, used again and again.
  let seedsOfExceptions: Block
  private let registerCount: Int

  /// What a matcher is for.
  struct Key: Hashable {
    /// The rule's index.
    let rule: Int
    /// The alternative's index.
    let alternative: Int
    /// What is bound beforehand.
    let start: Start
    /// The component that is being grounded, by number, so that its literals are not read; -1 for none.
    var component = -1

    /// Whether whoever asks reads all variables of an instance, not only those of what it concludes.
    var readsAll: Bool {
      switch start {
      case .nothing, .premise: component >= 0
      case .conclusion: true
      }
    }
  }

  /// What is bound before the premises are matched.
  enum Start: Hashable {
    case nothing
    /// The variables in the rule's conclusion with this index.
    case conclusion(Int)
    /// The variables of the premise with this index, which is not matched again.
    case premise(Int)
  }

  /// Plans the matching of an alternative with the tables as they stand.
  init(_ key: Key, in evaluation: Evaluation) {
    let definition = evaluation.theory.program.rules[key.rule]
    let conditions = definition.alternatives[key.alternative]
    let unfinished = evaluation.predicates(ofComponent: key.component)
    registerCount = definition.variables.count
    seedsOfExceptions = Block(registerCount: registerCount)
    rule = key.rule
    var remaining = conditions
    let start: [Int]
    switch key.start {
    case .nothing: start = []
    case .conclusion(let index): start = definition.conclusions[index].terms.flatMap(\.registers)
    case .premise(let index):
      remaining.remove(at: index)
      start = conditions[index].registers
    }
    var planner = Planner(
      registerCount: registerCount, bound: start, for: .premises, unfinished: unfinished)
    let needed = key.readsAll ? nil : evaluation.registersConcluding(key.rule)
    var plan = planner.plan(remaining, in: evaluation, needed: needed)
    if let day = definition.lawOfDay {
      plan = plan.adding(.inForce(definition.period, register: Int(day.raw)), needed: needed)
    }
    premises = Join(plan, for: .premises, in: evaluation)
    union =
      key.readsAll || evaluation.theory.undercuts[key.rule] != nil
      ? nil : PairUnion(definition, plan, premises.lastMatching)
    let bound = Array(Set(start + conditions.flatMap(\.registers))).sorted()
    self.bound = bound
    exceptions = definition.exceptions.compactMap { exception in
      guard !exception.contains(where: { $0.reads(unfinished) }) else { return nil }
      var planner = Planner(
        registerCount: definition.variables.count, bound: bound, for: .exception)
      let plan = planner.plan(exception, in: evaluation, needed: [])
      let read = Set(exception.flatMap(\.registersRead)).intersection(bound).sorted()
      return (Join(plan, for: .exception, in: evaluation), read)
    }
  }

  /// A block with one row and nothing bound.
  func emptySeed() -> Block {
    let block = Block(registerCount: registerCount)
    block.appendUnbound(lower: 4, upper: 4, origin: 0)
    return block
  }

  /// A block without rows.
  func emptyBlock() -> Block { Block(registerCount: registerCount) }
}

extension Plan {
  /// The plan with one more step at its end, after which some registers are read; `nil` for all.
  func adding(_ step: Step, needed: Set<Int>?) -> Plan {
    Plan(steps: steps + [step], registerCount: registerCount, needed: needed)
  }
}

extension Term {
  /// The register of a variable, none for all else.
  var registers: [Int] {
    switch self {
    case .variable(let variable): [Int(variable.raw)]
    case .value, .any: []
    }
  }
}

extension Condition {
  /// The registers of the variables the condition binds.
  var registers: [Int] {
    switch self {
    case .sentence(let sentence, _): sentence.terms.flatMap(\.registers)
    case .comparison, .universal: []
    case .calculation(let calculation): [Int(calculation.result.raw)]
    case .aggregate(let aggregate): (aggregate.groups + [aggregate.result]).map { Int($0.raw) }
    case .past(let past): past.sentence.terms.flatMap(\.registers)
    }
  }

  /// Whether it is a sentence of one of these predicates.
  func reads(_ predicates: Set<Int>) -> Bool {
    guard case .sentence(let sentence, _) = self else { return false }
    return predicates.contains(Int(sentence.predicate.predicate.raw))
  }
}
