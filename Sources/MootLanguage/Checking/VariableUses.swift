/// Where the variables of a rule are used, to tell which of those inside an aggregate or `every` are also
/// used outside.
struct VariableUses {
  /// The variables of the conclusion, and those by which being in force is judged.
  let always: Set<VariableID>
  /// The alternatives.
  let alternatives: [[Condition]]
  /// The exceptions.
  let exceptions: [[Condition]]

  /// The alternatives, with their groups and the variables of their `every`.
  func completedAlternatives() -> [[Condition]] {
    guard alternatives.contains(where: { $0.contains(where: \.hasInside) }) else {
      return alternatives
    }
    let others = always.union(exceptions.joined().flatMap(\.namedOutside))
    return alternatives.map { completed($0, others: others) }
  }

  /// The exceptions, with their groups and the variables of their `every`.
  func completedExceptions() -> [[Condition]] {
    guard exceptions.contains(where: { $0.contains(where: \.hasInside) }) else { return exceptions }
    let others = always.union(alternatives.joined().flatMap(\.namedOutside))
    return exceptions.map { completed($0, others: others) }
  }

  /// Conditions that stand together, completed; `others` are the variables used elsewhere in the rule.
  private func completed(_ conditions: [Condition], others: Set<VariableID>) -> [Condition] {
    guard conditions.contains(where: \.hasInside) else { return conditions }
    let outside = others.union(conditions.flatMap(\.namedOutside))
    return conditions.map { condition in
      switch condition {
      case .sentence, .comparison, .calculation, .past: return condition
      case .universal(let universal):
        return .universal(
          Universal(
            variables: universal.inside.filter { !outside.contains($0) },
            domain: universal.domain, body: universal.body, standard: universal.standard,
            span: universal.span))
      case .aggregate(let aggregate):
        return .aggregate(
          Aggregate(
            result: aggregate.result, function: aggregate.function, over: aggregate.over,
            conditions: aggregate.conditions,
            groups: aggregate.inside.filter { outside.contains($0) }, span: aggregate.span))
      }
    }
  }
}

extension Condition {
  /// Whether it has variables of its own inside.
  fileprivate var hasInside: Bool {
    switch self {
    case .sentence, .comparison, .calculation, .past: false
    case .universal, .aggregate: true
    }
  }

  /// The variables that it names where it stands: not those inside an aggregate or `every`.
  fileprivate var namedOutside: [VariableID] {
    switch self {
    case .sentence(let sentence, _): sentence.variables
    case .comparison(let comparison): comparison.variables
    case .calculation(let calculation): [calculation.result] + calculation.expression.variables
    case .universal: []
    case .aggregate(let aggregate): [aggregate.result]
    case .past(let past): past.sentence.variables + past.dayVariables
    }
  }

  /// The variables of a sentence or comparison inside another condition.
  var inner: [VariableID] {
    switch self {
    case .sentence(let sentence, _): sentence.variables
    case .comparison(let comparison): comparison.variables
    case .calculation, .universal, .aggregate, .past: []
    }
  }
}

extension Universal {
  /// The variables inside, each once.
  var inside: [VariableID] { (domain.flatMap(\.inner) + body.variables).distinct }
}

extension Aggregate {
  /// The variables inside, each once.
  var inside: [VariableID] { conditions.flatMap(\.inner).distinct }
}

extension Comparison {
  /// The variables on its sides.
  var variables: [VariableID] {
    [left, right].compactMap { term in
      switch term {
      case .variable(let id): id
      case .value, .any: nil
      }
    }
  }
}

extension PastState {
  /// The variable that says which day is meant, if one does.
  var dayVariables: [VariableID] {
    switch day {
    case .variable(let id): [id]
    case .value, .any, nil: []
    }
  }
}

extension [VariableID] {
  /// The variables, each at its first place.
  fileprivate var distinct: [VariableID] {
    var seen: Set<VariableID> = []
    return filter { seen.insert($0).inserted }
  }
}
