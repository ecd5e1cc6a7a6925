import MootLanguage

/// Conditions in the order in which they are matched.
struct Plan {
  /// The steps.
  private(set) var steps: [Step] = []
  /// The variables that the steps bind.
  private(set) var binds: [Int] = []

  /// One condition.
  enum Step {
    case match(Pattern, standard: Int)
    case compare(Comparison)
    case calculate(Calculation, isBound: Bool)
    case inForce(Period, Int)
    case universal(domain: Plan, body: Plan, Pattern, standard: Int)
    case aggregate(Aggregate, Plan, inside: [Int], groups: [Int], isBound: Bool)
    case past(PastState, Pattern)
  }

  /// A sentence with what is bound when it is matched.
  ///
  /// A class because walks take it up at every row.
  final class Pattern {
    /// The predicate's number, and 0 for the positive or 1 for the negative literal.
    let table: Int
    let side: Int
    /// The terms; those whose column is in `known` are bound.
    let terms: [Term]
    let known: [Int]
    /// The variables that it binds.
    let binds: [Int]

    /// Creates a pattern for a sentence.
    init(_ sentence: Sentence, known: [Int], binds: [Int]) {
      table = Int(sentence.predicate.predicate.raw)
      side = sentence.predicate.isPositive ? 0 : 1
      (terms, self.known, self.binds) = (sentence.terms, known, binds)
    }
  }

  /// Orders conditions: what can be decided comes as soon as it can, else the sentence of which most is known.
  ///
  /// In exceptions what is worked out and given elsewhere too is a test, which dates can leave open, and waits for
  /// what it tests.
  init(
    _ conditions: [Condition], bound: Set<Int>, sizes: [Int], isException: Bool = false,
    inForce: (Period, Int)? = nil
  ) {
    var bound = bound
    var waiting = conditions
    let given = isException ? conditions.flatMap(\.gives) : []
    let isTest = given.reduce(into: [:]) { $0[$1, default: 0] += 1 }.filter { $0.value > 1 }
    while !waiting.isEmpty {
      let next = waiting.firstIndex { condition in
        let awaitsResult = condition.result.map { isTest[$0] != nil && !bound.contains($0) }
        return Self.isReady(condition, bound) && awaitsResult != true
      }
      add(waiting.remove(at: next ?? Self.best(waiting, bound, sizes)), &bound, sizes)
    }
    if let inForce { steps.append(.inForce(inForce.0, inForce.1)) }
  }

  private static func isReady(_ condition: Condition, _ bound: Set<Int>) -> Bool {
    switch condition {
    case .sentence: false
    case .comparison(let comparison):
      bound.isSuperset(of: [comparison.left, comparison.right].flatMap(\.variables))
    case .calculation(let calculation): bound.isSuperset(of: calculation.expression.variables)
    case .universal(let universal):
      bound.isSuperset(
        of: Set(condition.variablesRead).subtracting(universal.variables.map { Int($0.raw) }))
    case .aggregate(let aggregate): bound.isSuperset(of: aggregate.groups.map { Int($0.raw) })
    case .past(let past):
      bound.isSuperset(of: past.sentence.variables + (past.day?.variables ?? []))
    }
  }

  /// Among conditions that must bind variables: the most selective sentence, then states on other dates, values
  /// worked out that these do not give, and aggregates by open groups.
  private static func best(_ waiting: [Condition], _ bound: Set<Int>, _ sizes: [Int]) -> Int {
    func cost(_ condition: Condition) -> Double {
      switch condition {
      case .sentence(let sentence, _):
        let open = sentence.terms.count { term in term.variables.contains { !bound.contains($0) } }
        let size = Double(sizes[Int(sentence.predicate.predicate.raw)] + 1)
        return open == 0 ? 0 : open == sentence.terms.count ? size + 1 : size.squareRoot()
      case .past(let past):
        return bound.isSuperset(of: past.day?.variables ?? []) ? 1e300 : .infinity
      case .aggregate where !isReady(condition, bound): return 3e300
      case .calculation, .aggregate:
        let isStated = waiting.contains { other in
          if case .past = other { other.gives.contains { $0 == condition.result } } else { false }
        }
        return !isReady(condition, bound) ? .infinity : isStated ? 4e300 : 2e300
      case .comparison, .universal: return .infinity
      }
    }
    let sentences = waiting.indices.filter {
      if case .sentence = waiting[$0] { true } else { false }
    }
    let candidates = sentences.isEmpty ? Array(waiting.indices) : Array(sentences.prefix(64))
    let costs = candidates.map { cost(waiting[$0]) }
    return costs.indices.min { costs[$0] < costs[$1] }.map { candidates[$0] } ?? 0
  }

  private mutating func add(_ condition: Condition, _ bound: inout Set<Int>, _ sizes: [Int]) {
    switch condition {
    case .sentence(let sentence, let standard):
      let pattern = Self.pattern(sentence, &bound)
      binds += pattern.binds
      steps.append(.match(pattern, standard: Int(standard?.rawValue ?? 0)))
    case .comparison(let comparison): steps.append(.compare(comparison))
    case .calculation(let calculation):
      let isBound = !bound.insert(Int(calculation.result.raw)).inserted
      if !isBound { binds.append(Int(calculation.result.raw)) }
      steps.append(.calculate(calculation, isBound: isBound))
    case .universal(let universal):
      let domain = Plan(universal.domain, bound: bound, sizes: sizes)
      var inner = bound.union(domain.binds)
      let body = Plan(
        [.sentence(universal.body, standard: universal.standard)], bound: inner, sizes: sizes)
      let pattern = Self.pattern(universal.body, &inner)
      let standard = Int(universal.standard?.rawValue ?? 0)
      steps.append(.universal(domain: domain, body: body, pattern, standard: standard))
    case .aggregate(let aggregate):
      let inner = Plan(aggregate.conditions, bound: bound, sizes: sizes)
      let groups = aggregate.groups.map { Int($0.raw) }.filter { !bound.contains($0) }
      bound.formUnion(groups)
      let isBound = !bound.insert(Int(aggregate.result.raw)).inserted
      binds += groups + (isBound ? [] : [Int(aggregate.result.raw)])
      steps.append(
        .aggregate(
          aggregate, inner, inside: Array(Set(inner.binds)), groups: groups, isBound: isBound))
    case .past(let past):
      let pattern = Self.pattern(past.sentence, &bound)
      binds += pattern.binds
      steps.append(.past(past, pattern))
    }
  }

  private static func pattern(_ sentence: Sentence, _ bound: inout Set<Int>) -> Pattern {
    let known = sentence.terms.indices.filter { column in
      switch sentence.terms[column] {
      case .value: true
      case .variable(let variable): bound.contains(Int(variable.raw))
      case .any: false
      }
    }
    let binds = sentence.variables.filter { bound.insert($0).inserted }
    return Pattern(sentence, known: known, binds: binds)
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
  /// The variable whose value it works out.
  var result: Int? {
    switch self {
    case .calculation(let calculation): Int(calculation.result.raw)
    case .aggregate(let aggregate): Int(aggregate.result.raw)
    case .sentence, .comparison, .universal, .past: nil
    }
  }

  /// The variables that it can give a value.
  var gives: [Int] {
    switch self {
    case .sentence(let sentence, _): sentence.variables
    case .past(let past): past.sentence.variables
    case .calculation(let calculation): [Int(calculation.result.raw)]
    case .aggregate(let aggregate): (aggregate.groups + [aggregate.result]).map { Int($0.raw) }
    case .comparison, .universal: []
    }
  }

  /// All variables that it mentions.
  var variablesRead: [Int] {
    switch self {
    case .sentence(let sentence, _): sentence.variables
    case .comparison(let comparison): comparison.left.variables + comparison.right.variables
    case .calculation(let calculation):
      [Int(calculation.result.raw)] + calculation.expression.variables
    case .universal(let universal):
      universal.domain.flatMap(\.variablesRead) + universal.body.variables
    case .aggregate(let aggregate):
      [Int(aggregate.result.raw)] + aggregate.conditions.flatMap(\.variablesRead)
    case .past(let past): past.sentence.variables + (past.day?.variables ?? [])
    }
  }
}

extension Calculation.Expression {
  /// The variables that it mentions.
  var variables: [Int] {
    switch self {
    case .term(let term): term.variables
    case .today: []
    case .arithmetic(_, let left, let right), .later(let left, let right),
      .earlier(let left, let right), .days(let left, let right),
      .shifted(let left, _, _, let right):
      left.variables + right.variables
    }
  }
}
