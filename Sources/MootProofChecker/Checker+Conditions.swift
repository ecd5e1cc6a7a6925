import MootLanguage

import struct FoundationEssentials.Decimal

extension Checker {
  /// The ways in which a condition other than a sentence holds, under what is bound.
  mutating func results(_ step: Plan.Step, isException: Bool) throws(Rejection) -> [Walk.Result] {
    switch step.condition {
    case .sentence: return []
    case .comparison(let comparison):
      return Self.results(
        compare(comparison.left, comparison.relation, comparison.right), isException)
    case .calculation(let calculation):
      guard let value = try self.value(of: calculation.expression) else { return [] }
      return bound(value, step, isException)
    case .universal(let universal):
      let bounds = try self.universal(universal.body.predicate, step.inner[0], step.inner[1])
      return [Walk.Result(values: [], bounds: isException ? bounds.blocking : bounds)]
    case .aggregate(let aggregate): return try gathered(aggregate, step, isException)
    case .past(let past): return self.past(past, step.binds, isException)
    }
  }

  /// What a condition that holds and binds nothing comes to.
  private static let holding = [Walk.Result()]

  /// A condition that holds, fails or is left open by dates (`nil`); the last counts in exceptions only, as arguable.
  private static func results(
    _ isTrue: Bool?, _ isException: Bool, _ values: [(register: Int, value: UInt32)] = []
  ) -> [Walk.Result] {
    if isTrue == true { return values.isEmpty ? holding : [Walk.Result(values: values)] }
    guard isTrue == nil, isException else { return [] }
    return [Walk.Result(values: values, bounds: Bounds(upTo: 1, notAbove: 1).blocking)]
  }

  /// A value that was worked out: bound, or compared with the one that is.
  private mutating func bound(
    _ value: Value, _ step: Plan.Step, _ isException: Bool
  ) -> [Walk.Result] {
    let (id, result) = (values.intern(value), step.condition.result[0])
    if step.binds.contains(result) { return [Walk.Result(values: [(result, id.raw)])] }
    let known = Term.value(ValueID(raw: registers[result]))
    return Self.results(compare(known, .equal, .value(id)), isException)
  }

  /// `every`: for each binding of the domain the body holds, or the domain does not at b(v).
  private mutating func universal(
    _ predicate: SignedPredicate, _ domain: Plan, _ body: Plan
  ) throws(Rejection) -> Bounds {
    let label = tables[predicate.table].unlisted[predicate.side]
    let standard = body.steps[0].pattern?.standard ?? 0
    var all = Bounds.always
    var walk = Walk(domain, isException: true)
    var bodies = Walk(body)
    while try advance(&walk) {
      var some = Bounds(places[Int(label)], standard: standard, isException: false)
      bodies.begin()
      while try advance(&bodies) { some = some.or(bodies.total) }
      all = all.and(some.or(walk.total.negated))
    }
    return all
  }

  /// A tuple of an aggregate: the value of what is gone through, with both ends of its grade.
  private typealias Tuple = (value: UInt32, lower: Int, upper: Int)

  /// An aggregate over the tuples at 2 or more: at 4 if those at 1 or more are exactly those at 4, at 3 if exactly
  /// those at 3 or more, else at 2.
  ///
  /// Where a circle leaves open which tuples count, the values of both ends, neither certain.
  private mutating func gathered(
    _ aggregate: Aggregate, _ step: Plan.Step, _ isException: Bool
  ) throws(Rejection) -> [Walk.Result] {
    let groups = step.binds.filter { $0 != step.condition.result[0] }
    let inside = step.inner[0].steps.flatMap(\.binds)
    var found: [[UInt32]: [[UInt32]: Tuple]] = groups.isEmpty ? [[]: [:]] : [:]
    let (usual, wasReading) = (places, reading)
    (places, reading) = (certainPlaces, .certain)
    var walk = Walk(step.inner[0])
    while try advance(&walk) {
      let (group, binding) = (groups.map { registers[$0] }, inside.map { registers[$0] })
      let known = found[group]?[binding]
      found[group, default: [:]][binding] = (
        registers[Int(aggregate.over.raw)],
        max(known?.lower ?? 0, (0..<4).count { walk.total.live[$0] != Bounds.never }),
        max(known?.upper ?? 0, (0..<4).count { walk.total.dead[$0] == Bounds.never })
      )
    }
    (places, reading) = (usual, wasReading)
    var results: [Walk.Result] = []
    for (group, tuples) in found {
      for (value, lower, upper) in try totals(aggregate.function, Array(tuples.values)) {
        let ends = reading == .possible ? (upper, lower) : (lower, upper)
        let bounds = Bounds(upTo: ends.0, notAbove: ends.1)
        results += bound(value, step, isException).map { result in
          Walk.Result(
            values: zip(groups, group) + result.values,
            bounds: result.bounds.and(isException ? bounds.blocking : bounds))
        }
      }
    }
    return results
  }

  /// The values over the tuples at both ends, with both ends of their grades; one value where these are the same.
  private func totals(
    _ function: Aggregate.Function, _ tuples: [Tuple]
  ) throws(Rejection) -> [(Value, Int, Int)] {
    var (values, grades, counts): ([Value?], [Int], [Int]) = ([], [], [])
    for end in [tuples.map(\.lower), tuples.map(\.upper)] {
      let counted = zip(tuples, end).filter { $0.1 >= 2 }.map(\.0.value)
      values.append(try total(function, counted))
      grades.append(max(2, end.filter { $0 >= 1 }.min() ?? 4))
      counts.append(counted.count)
    }
    if counts[0] == counts[1] {
      return values[0].map { [($0, grades.min() ?? 0, grades.max() ?? 0)] } ?? []
    }
    if values[0] == values[1] { values.removeLast() }
    return values.compactMap { $0.map { ($0, 0, grades[1]) } }
  }

  private func total(_ function: Aggregate.Function, _ ids: [UInt32]) throws(Rejection) -> Value? {
    if function == .number { return .number(Decimal(ids.count)) }
    var best: Value?
    var sum = Decimal(0)
    for value in ids.map({ values[ValueID(raw: $0)] }) {
      if function == .sum {
        guard case .number(let number) = value else { return nil }
        sum = try exact(sum, .plus, number) ?? sum
      } else {
        guard let rank = value.rank else { return nil }
        let known = best?.rank ?? rank
        if best == nil || (function == .least ? rank < known : known < rank) { best = value }
      }
    }
    return function == .sum ? .number(sum) : best
  }

  /// A state on another day, or at any time up to the answer's, from what facts state on any date.
  private func past(_ past: PastState, _ binds: [Int], _ isException: Bool) -> [Walk.Result] {
    var day: CalendarDate?
    if let term = past.day {
      guard case .date(let date)? = value(at: value(of: term)) else { return [] }
      day = date
    }
    let terms = past.sentence.terms
    let wanted = terms.map { term in
      term.variables.contains(where: binds.contains)
        ? nil : value(of: term).map { ValueID(raw: $0) }
    }
    var best: [[UInt32]: Bool?] = [:]
    for fact in facts.indices(of: past.sentence.predicate, matching: wanted) {
      let period = program.particulars[Int(program.facts[fact].particulars)].period
      let truth =
        if let day {
          period.covers(day.firstDay, day.lastDay)
        } else {
          asOf.map { Period(from: period.from).covers($0.lastDay, $0.lastDay) } ?? true
        }
      let arguments = program.facts.arguments(at: fact).map(\.raw)
      if truth != false, best[arguments] != .some(true) { best[arguments] = .some(truth) }
    }
    return best.flatMap { arguments, truth -> [Walk.Result] in
      var bindings: [Int: UInt32] = [:]
      for (term, argument) in zip(terms, arguments) {
        guard let register = term.variables.first, binds.contains(register) else { continue }
        guard bindings[register, default: argument] == argument else { return [] }
        bindings[register] = argument
      }
      return Self.results(truth, isException, bindings.map { ($0, $1) })
    }
  }
}
