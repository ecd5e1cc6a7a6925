import MootLanguage

import struct FoundationEssentials.Decimal

extension Checker {
  /// The ways in which a condition other than a sentence holds, under what is bound.
  mutating func results(_ step: Plan.Step, isException: Bool) throws(Rejection) -> [Walk.Result] {
    switch step {
    case .match, .compare: return []
    case .calculate(let calculation, let isBound):
      guard let value = try self.value(of: calculation.expression) else { return [] }
      return bound(value, to: calculation.result, isBound: isBound, .always, isException)
    case .inForce(let period, let register):
      guard case .date(let day)? = value(at: registers[register]),
        period.covers(day.firstDay, day.lastDay) == true
      else { return [] }
      return [Walk.Result(values: [], bounds: .always)]
    case .universal(let domain, let body, let pattern, let standard):
      let bounds = try universal(domain, body, pattern, standard)
      return [Walk.Result(values: [], bounds: isException ? bounds.blocking : bounds)]
    case .aggregate(let aggregate, let plan, let inside, let groups, let isBound):
      return try gathered(aggregate, plan, inside, groups, isBound, isException)
    case .past(let past, let pattern): return self.past(past, pattern, isException)
    }
  }

  /// What dates leave open, as a member of an exception: arguable.
  static let leftOpen = Bounds(upTo: 1, notAbove: 1).blocking

  /// A condition that holds, fails or is left open; the last counts in exceptions only, as arguable.
  private static func results(
    isTrue: Bool?, _ values: [(register: Int, value: UInt32)], _ isException: Bool
  ) -> [Walk.Result] {
    switch isTrue {
    case true?: [Walk.Result(values: values, bounds: .always)]
    case nil where isException:
      [Walk.Result(values: values, bounds: leftOpen)]
    case false?, nil: []
    }
  }

  private mutating func bound(
    _ value: Value, to result: VariableID, isBound: Bool, _ bounds: Bounds, _ isException: Bool
  ) -> [Walk.Result] {
    let id = values.intern(value)
    guard isBound else {
      return [Walk.Result(values: [(Int(result.raw), id.raw)], bounds: bounds)]
    }
    let isSame = compare(.variable(result), .equal, .value(id))
    return Self.results(isTrue: isSame, [], isException).map {
      Walk.Result(values: [], bounds: $0.bounds.and(bounds))
    }
  }

  /// `every`: for each binding of the domain the body holds, or the domain does not at b(v).
  private mutating func universal(
    _ domain: Plan, _ body: Plan, _ pattern: Plan.Pattern, _ standard: Int
  ) throws(Rejection) -> Bounds {
    let unlisted = places[Int(tables[pattern.table].unlisted[pattern.side])]
    var all = Bounds.always
    var walk = Walk(domain, isException: true)
    var bodies = Walk(body, isException: false)
    while try advance(&walk) {
      var some = Bounds(unlisted, standard: standard, isException: false)
      bodies.begin()
      while try advance(&bodies) { some = some.or(bodies.total) }
      all = all.and(some.or(walk.total.negated))
    }
    return all
  }

  /// An aggregate over the tuples at 2 or more: at 4 if those at 1 or more are exactly those at 4, at 3 if exactly
  /// those at 3 or more, else at 2.
  ///
  /// Where a circle leaves open which tuples count, the values of both ends, neither certain.
  private mutating func gathered(
    _ aggregate: Aggregate, _ plan: Plan, _ inside: [Int], _ groups: [Int], _ isBound: Bool,
    _ isException: Bool
  ) throws(Rejection) -> [Walk.Result] {
    var found: [[UInt32]: [[UInt32]: Tuple]] = groups.isEmpty ? [[]: [:]] : [:]
    let (usual, wasReading) = (places, reading)
    (places, reading) = (certainPlaces, .certain)
    var walk = Walk(plan, isException: false)
    while try advance(&walk) {
      let binding = inside.map { registers[$0] }
      var tuple = Tuple(value: registers[Int(aggregate.over.raw)], bounds: walk.total)
      if let known = found[groups.map { registers[$0] }]?[binding] {
        tuple.lower = max(tuple.lower, known.lower)
        tuple.upper = max(tuple.upper, known.upper)
      }
      found[groups.map { registers[$0] }, default: [:]][binding] = tuple
    }
    (places, reading) = (usual, wasReading)
    var results: [Walk.Result] = []
    for (group, tuples) in found {
      for (value, lower, upper) in try totals(aggregate.function, Array(tuples.values)) {
        let ends = reading == .possible ? (upper, lower) : (lower, upper)
        let bounds = Bounds(upTo: ends.0, notAbove: ends.1)
        for result in bound(
          value, to: aggregate.result, isBound: isBound, isException ? bounds.blocking : bounds,
          isException)
        {
          results.append(
            Walk.Result(values: Array(zip(groups, group)) + result.values, bounds: result.bounds))
        }
      }
    }
    return results
  }

  /// A tuple of an aggregate, with both ends of its grade.
  private struct Tuple {
    let value: UInt32
    var lower: Int
    var upper: Int

    /// Reads the grade from bounds that read labels as certain.
    init(value: UInt32, bounds: Bounds) {
      self.value = value
      lower = (0..<4).count { bounds.live[$0] != Bounds.never }
      upper = (0..<4).count { bounds.dead[$0] == Bounds.never }
    }
  }

  private func totals(
    _ function: Aggregate.Function, _ tuples: [Tuple]
  ) throws(Rejection) -> [(Value, Int, Int)] {
    func grade(_ grades: [Int]) -> Int {
      let arguable = grades.filter { $0 >= 1 }
      return arguable.allSatisfy { $0 == 4 } ? 4 : arguable.allSatisfy { $0 >= 3 } ? 3 : 2
    }
    let (lower, upper) = (grade(tuples.map(\.lower)), grade(tuples.map(\.upper)))
    let certain = tuples.filter { $0.lower >= 2 }.map(\.value)
    let possible = tuples.filter { $0.upper >= 2 }.map(\.value)
    if certain.count == possible.count {
      return try total(function, certain).map { [($0, min(lower, upper), max(lower, upper))] } ?? []
    }
    var results: [(Value, Int, Int)] = []
    for end in [certain, possible] {
      guard let value = try total(function, end), !results.contains(where: { $0.0 == value }) else {
        continue
      }
      results.append((value, 0, upper))
    }
    return results
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
        guard let known = best?.rank else {
          best = value
          continue
        }
        if function == .least ? rank < known : known < rank { best = value }
      }
    }
    return function == .sum ? .number(sum) : best
  }

  /// A state on another day, or at any time up to the answer's, from what facts state on any date.
  private func past(_ past: PastState, _ pattern: Plan.Pattern, _ isException: Bool) -> [Walk
    .Result]
  {
    var day: CalendarDate?
    if let term = past.day {
      guard case .date(let date)? = value(at: value(of: term)) else { return [] }
      day = date
    }
    var best: [[UInt32]: Bool?] = [:]
    let known = pattern.terms.map { term in
      value(of: term).flatMap { $0 == ValueID.none.raw ? nil : ValueID(raw: $0) }
    }
    let isOpen = Set(pattern.binds)
    let wanted = zip(pattern.terms, known).map { term, value in
      term.variables.contains(where: isOpen.contains) ? nil : value
    }
    for fact in facts.indices(of: past.sentence.predicate, matching: wanted) {
      let period = program.particulars[Int(program.facts[fact].particulars)].period
      let truth: Bool?
      if let day {
        truth = period.covers(day.firstDay, day.lastDay)
      } else {
        truth = asOf.map { Period(from: period.from).covers($0.lastDay, $0.lastDay) } ?? true
      }
      let arguments = program.facts.arguments(at: fact).map(\.raw)
      guard truth != false, best[arguments] != .some(true) else { continue }
      best[arguments] = .some(truth)
    }
    return best.flatMap { arguments, truth -> [Walk.Result] in
      var bindings: [Int: UInt32] = [:]
      for (term, argument) in zip(pattern.terms, arguments) {
        guard let register = term.variables.first, isOpen.contains(register) else { continue }
        guard bindings[register, default: argument] == argument else { return [] }
        bindings[register] = argument
      }
      return Self.results(isTrue: truth, bindings.map { ($0, $1) }, isException)
    }
  }
}
