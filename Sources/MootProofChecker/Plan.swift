import MootLanguage

/// Conditions in the order in which they are matched.
struct Plan {
  /// The steps.
  fileprivate(set) var steps: [Step] = []

  /// One condition.
  struct Step {
    let condition: Condition
    /// What a sentence is matched with.
    let pattern: Pattern?
    /// The variables that it gives a value.
    let binds: [Int]
    /// The plans of what is inside it.
    let inner: [Plan]
  }

  /// A sentence with what is bound when it is matched.
  ///
  /// A class because walks take it up at every row.
  final class Pattern {
    /// The predicate's number, and 0 for the positive or 1 for the negative literal.
    let table: Int
    let side: Int
    /// The standard of proof that it names, 0 for none.
    let standard: Int
    /// The terms; those whose column is in `known` are bound.
    let terms: [Term]
    let known: [Int]
    /// The variables that it binds.
    let binds: [Int]
    /// The index of its table by what is known.
    let index: Int

    /// Creates the pattern of a sentence where some variables are bound.
    init(_ sentence: Sentence, _ standard: Grade?, bound: Set<Int>, in tables: inout [AtomTable]) {
      (table, side) = (sentence.predicate.table, sentence.predicate.side)
      (self.standard, terms) = (Int(standard?.rawValue ?? 0), sentence.terms)
      known = sentence.terms.indices.filter { column in
        if case .value = sentence.terms[column] { return true }
        return sentence.terms[column].variables.contains(where: bound.contains)
      }
      binds = sentence.variables.filter { !bound.contains($0) }
      index = tables[table].index(on: known)
    }
  }
}

extension Checker {
  /// Orders conditions: what can be decided comes as soon as it can, else the sentence of which most is known.
  ///
  /// In exceptions what is worked out and given elsewhere too is a test, which dates can leave open, and waits for
  /// what it tests.
  mutating func plan(
    _ conditions: [Condition], binding bound: inout Set<Int>, isException: Bool = false
  ) -> Plan {
    var plan = Plan()
    var waiting = conditions
    let given = isException ? conditions.flatMap(\.gives) : []
    let tests = given.reduce(into: [:]) { $0[$1, default: 0] += 1 }.filter { $0.value > 1 }
    while !waiting.isEmpty {
      let next = waiting.firstIndex { condition in
        if case .sentence = condition { return false }
        let awaited =
          condition.isPast ? condition.gives : condition.result.filter { tests[$0] != nil }
        return bound.isSuperset(of: condition.needs) && bound.isSuperset(of: awaited)
      }
      let condition = waiting.remove(at: next ?? best(waiting, bound))
      let inner = innerPlans(condition, bound)
      var pattern: Plan.Pattern?
      if case .sentence(let sentence, let standard) = condition {
        pattern = Plan.Pattern(sentence, standard, bound: bound, in: &tables)
      }
      let binds = condition.gives.filter { bound.insert($0).inserted }
      plan.steps.append(
        Plan.Step(condition: condition, pattern: pattern, binds: binds, inner: inner))
    }
    return plan
  }

  /// The plans of what is inside a condition: of the domain and the body of `every`, or of a total.
  private mutating func innerPlans(_ condition: Condition, _ bound: Set<Int>) -> [Plan] {
    var bound = bound
    switch condition {
    case .universal(let universal):
      let body = Condition.sentence(universal.body, standard: universal.standard)
      return [plan(universal.domain, binding: &bound), plan([body], binding: &bound)]
    case .aggregate(let aggregate): return [plan(aggregate.conditions, binding: &bound)]
    case .sentence, .comparison, .calculation, .past: return []
    }
  }

  /// Among conditions that must bind variables: the most selective sentence, then states on other dates, values
  /// worked out that these do not give, and aggregates by open groups.
  private func best(_ waiting: [Condition], _ bound: Set<Int>) -> Int {
    func cost(_ condition: Condition) -> Double {
      let isReady = bound.isSuperset(of: condition.needs)
      switch condition {
      case .sentence(let sentence, _):
        let open = sentence.terms.count { term in term.variables.contains { !bound.contains($0) } }
        let size = Double(tables[sentence.predicate.table].count + 1)
        return open == 0 ? 0 : open == sentence.terms.count ? size + 1 : size.squareRoot()
      case .past: return isReady ? 1e300 : .infinity
      case .aggregate where !isReady: return 3e300
      case .calculation, .aggregate:
        let isStated = waiting.contains { $0.isPast && $0.gives.contains(condition.result[0]) }
        return !isReady ? .infinity : isStated ? 4e300 : 2e300
      case .comparison, .universal: return .infinity
      }
    }
    let sentences = waiting.indices.filter {
      if case .sentence = waiting[$0] { true } else { false }
    }
    let candidates = sentences.isEmpty ? Array(waiting.indices) : Array(sentences.prefix(64))
    let costs = candidates.map { cost(waiting[$0]) }
    return candidates[costs.indices.min { costs[$0] < costs[$1] } ?? 0]
  }
}

extension Term {
  /// The variable that it is.
  var variables: [Int] {
    if case .variable(let variable) = self { [Int(variable.raw)] } else { [] }
  }
}

extension Sentence {
  /// The variables in its terms.
  var variables: [Int] { terms.flatMap(\.variables) }
}

extension Condition {
  /// The variables that must have a value before it is tried.
  var needs: [Int] {
    switch self {
    case .sentence: []
    case .comparison(let comparison): comparison.left.variables + comparison.right.variables
    case .calculation(let calculation): calculation.expression.terms.flatMap(\.variables)
    case .universal(let universal):
      (universal.domain.flatMap { $0.needs + $0.gives } + universal.body.variables).filter {
        variable in !universal.variables.contains { $0.raw == variable }
      }
    case .aggregate(let aggregate): aggregate.groups.map { Int($0.raw) }
    case .past(let past): past.day?.variables ?? []
    }
  }

  /// The variables that it can give a value.
  var gives: [Int] {
    switch self {
    case .sentence(let sentence, _): sentence.variables
    case .past(let past): past.sentence.variables
    case .aggregate(let aggregate): aggregate.groups.map { Int($0.raw) } + result
    case .comparison, .calculation, .universal: result
    }
  }

  /// The variable whose value it works out, if it does.
  var result: [Int] {
    switch self {
    case .calculation(let calculation): [Int(calculation.result.raw)]
    case .aggregate(let aggregate): [Int(aggregate.result.raw)]
    case .sentence, .comparison, .universal, .past: []
    }
  }

  /// Whether it is a state on another date.
  var isPast: Bool { if case .past = self { true } else { false } }
}

extension Calculation.Expression {
  /// The terms that it is worked out from.
  fileprivate var terms: [Term] {
    switch self {
    case .term(let term): [term]
    case .today: []
    case .arithmetic(_, let left, let right), .later(let left, let right),
      .earlier(let left, let right), .days(let left, let right),
      .shifted(let left, _, _, let right):
      left.terms + right.terms
    }
  }
}
