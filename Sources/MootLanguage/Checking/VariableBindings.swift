/// Which variables get a value from some conditions: from sentences, and from what can be worked out from
/// variables that have one.
struct VariableBindings {
  /// The variables that have a value.
  private(set) var bound: Set<VariableID>
  /// The plain comparisons `?x = …` that give a variable its value, by their index among the conditions.
  private(set) var equalities: [Int: Calculation] = [:]
  private var steps: [Step] = []
  private var waiting: [VariableID: [Int]] = [:]
  /// The steps that can be taken; equalities come after all others.
  private var ready: [Int] = []
  private var readyEqualities: [Int] = []

  /// A way to get a value when some variables have theirs.
  private struct Step {
    /// How many variables have no value yet.
    var missing: Int
    /// The variables that get one.
    let results: [VariableID]
    /// The equality that gives it.
    let equality: (condition: Int, calculation: Calculation)?
  }

  /// Works out what conditions bind, when some variables have a value before.
  init(_ conditions: [Condition], given: Set<VariableID>) {
    bound = given
    for condition in conditions {
      switch condition {
      case .sentence(let sentence, _): bound.formUnion(sentence.variables)
      case .aggregate(let aggregate):
        // A group that only the aggregate names ranges over those that have any binding inside.
        let inside = Set(aggregate.conditions.flatMap(\.sentences).flatMap(\.variables))
        bound.formUnion(inside.intersection(aggregate.groups))
      case .comparison, .calculation, .universal, .past: break
      }
    }
    for (index, condition) in conditions.enumerated() {
      switch condition {
      case .sentence, .universal: break
      case .past(let past): add(past.sentence.variables, from: past.dayVariables)
      case .calculation(let calculation):
        add([calculation.result], from: calculation.expression.variables)
      case .aggregate(let aggregate): add([aggregate.result], from: aggregate.groups)
      case .comparison(let comparison): add(comparison, at: index)
      }
    }
    takeSteps()
  }

  /// Adds the two ways in which an equality can give a value.
  private mutating func add(_ comparison: Comparison, at index: Int) {
    guard comparison.relation == .equal else { return }
    for (side, other) in [
      (comparison.left, comparison.right), (comparison.right, comparison.left),
    ] {
      guard case .variable(let result) = side, side != other else { continue }
      let calculation = Calculation(
        result: result, expression: .term(other), span: comparison.span)
      add([result], from: calculation.expression.variables, by: (index, calculation))
    }
  }

  /// Adds a way to get values.
  private mutating func add(
    _ results: [VariableID], from inputs: [VariableID],
    by equality: (condition: Int, calculation: Calculation)? = nil
  ) {
    let missing = Set(inputs).subtracting(bound)
    for id in missing { waiting[id, default: []].append(steps.count) }
    steps.append(Step(missing: missing.count, results: results, equality: equality))
    if missing.isEmpty { makeReady(steps.count - 1) }
  }

  /// Lets a step be taken next.
  private mutating func makeReady(_ step: Int) {
    if steps[step].equality == nil { ready.append(step) } else { readyEqualities.append(step) }
  }

  /// Takes steps until none is left that gives a new value.
  private mutating func takeSteps() {
    var (next, nextEquality) = (0, 0)
    while next < ready.count || nextEquality < readyEqualities.count {
      let step: Step
      if next < ready.count {
        step = steps[ready[next]]
        next += 1
      } else {
        step = steps[readyEqualities[nextEquality]]
        nextEquality += 1
      }
      for result in step.results where bound.insert(result).inserted {
        if let (condition, calculation) = step.equality { equalities[condition] = calculation }
        for other in waiting.removeValue(forKey: result) ?? [] {
          steps[other].missing -= 1
          if steps[other].missing == 0 { makeReady(other) }
        }
      }
    }
  }
}

extension [Condition] {
  /// The conditions, in which an equality that alone gives a variable its value is a calculation.
  func withBindings(given: Set<VariableID>) -> [Condition] {
    let hasEquality = contains { condition in
      if case .comparison(let comparison) = condition {
        comparison.relation == .equal
      } else {
        false
      }
    }
    guard hasEquality else { return self }
    var conditions = self
    for (index, calculation) in VariableBindings(self, given: given).equalities {
      conditions[index] = .calculation(calculation)
    }
    return conditions
  }
}

extension Sentence {
  /// Its variables, in the order of the holes.
  var variables: [VariableID] {
    terms.compactMap { term in
      switch term {
      case .variable(let id): id
      case .value, .any: nil
      }
    }
  }
}
