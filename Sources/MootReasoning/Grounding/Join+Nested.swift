import MootLanguage

import struct FoundationEssentials.Decimal

/// The grade a step gives to a binding, from below and from above.
typealias StepGrade = (lower: UInt8, upper: UInt8)

extension Join {
  /// For each row of a block, the grade of an `every … such that` (section 2, "For all, and aggregates"):
  /// the least over the domain's bindings of what the body has or the domain's weakness allows.
  func grades(of plan: Plan.ForAll, _ input: Block) throws(LimitReached) -> [StepGrade] {
    var grades: [StepGrade] = Array(repeating: (4, 4), count: input.count)
    let seeds = Block(registerCount: registerCount)
    for row in 0..<input.count {
      seeds.append(copying: row, of: input, lower: 0, upper: 0, origin: UInt32(row))
    }
    let domain = nested(plan.domain, for: .exception)
    let body = nested(plan.body, for: .premises)
    try domain.run(seeds) { (block) throws(LimitReached) in
      var best: [StepGrade] = Array(repeating: (0, 0), count: block.count)
      let bodies = Block(registerCount: registerCount)
      for row in 0..<block.count {
        bodies.append(copying: row, of: block, lower: 4, upper: 4, origin: UInt32(row))
      }
      try body.run(bodies) { (found) throws(LimitReached) in
        for row in 0..<found.count {
          let index = Int(found.origin[row])
          best[index].lower = max(best[index].lower, found.lower[row])
          best[index].upper = max(best[index].upper, found.upper[row])
        }
      }
      for row in 0..<block.count {
        let origin = Int(block.origin[row])
        grades[origin].lower = min(grades[origin].lower, max(best[row].lower, block.lower[row]))
        grades[origin].upper = min(grades[origin].upper, max(best[row].upper, block.upper[row]))
      }
    }
    return grades
  }

  /// For each row of a block, the values of an aggregate with its open groups and grade.
  func gatherings(of plan: Plan.Gathering, _ input: Block) throws(LimitReached)
    -> [[Gathered]]
  {
    var found: [[[UInt32]: Gatherer]] = Array(repeating: [:], count: input.count)
    var order: [[[UInt32]]] = Array(repeating: [], count: input.count)
    let seeds = Block(registerCount: registerCount)
    for row in 0..<input.count {
      seeds.append(copying: row, of: input, lower: 4, upper: 4, origin: UInt32(row))
      guard plan.openGroups.isEmpty else { continue }
      found[row][[]] = Gatherer()
      order[row] = [[]]
    }
    try nested(plan.conditions, for: .premises).run(seeds) { (block) throws(LimitReached) in
      for row in 0..<block.count {
        let origin = Int(block.origin[row])
        let group = plan.openGroups.map { block.registers[$0][row] }
        if found[origin][group] == nil { order[origin].append(group) }
        found[origin][group, default: Gatherer()].add(
          plan.inside.map { block.registers[$0][row] }, value: block.registers[plan.over][row],
          lower: block.lower[row], upper: block.upper[row])
      }
    }
    var results: [[Gathered]] = []
    for row in 0..<input.count {
      var gathered: [Gathered] = []
      for group in order[row] {
        guard let gatherer = found[row][group] else { continue }
        for (value, grade) in try gatherer.results(plan.function, evaluation.values.table) {
          gathered.append(
            Gathered(group: group, value: evaluation.values.intern(value), grade: grade))
        }
      }
      results.append(gathered)
    }
    return results
  }

  /// A value of an aggregate.
  struct Gathered {
    let group: [UInt32]
    let value: UInt32
    let grade: StepGrade
  }
}

/// Collects the bindings of one group of an aggregate.
struct Gatherer {
  private var tuples: [[UInt32]: (value: UInt32, lower: UInt8, upper: UInt8)] = [:]
  private var order: [[UInt32]] = []

  /// Adds a binding, or raises its grade.
  mutating func add(_ binding: [UInt32], value: UInt32, lower: UInt8, upper: UInt8) {
    if let known = tuples[binding] {
      tuples[binding] = (known.value, max(known.lower, lower), max(known.upper, upper))
    } else {
      tuples[binding] = (value, lower, upper)
      order.append(binding)
    }
  }

  /// The value over the tuples at 2 or more with its grade.
  ///
  /// It is 4 if the tuples at 1 or more are exactly those at 4, 3 if exactly those at 3 or more, else 2. Where a circle leaves it open which tuples count, both ends'
  /// values, neither certain.
  func results(_ function: Aggregate.Function, _ values: ValueTable) throws(LimitReached)
    -> [(Value, StepGrade)]
  {
    let all = order.compactMap { tuples[$0] }
    let certain = all.filter { $0.lower >= 2 }.map(\.value)
    let possible = all.filter { $0.upper >= 2 }.map(\.value)
    let lower = Self.grade(all.map(\.lower))
    let upper = Self.grade(all.map(\.upper))
    guard certain.count != possible.count else {
      guard let value = try Self.value(function, certain, values) else { return [] }
      return [(value, (min(lower, upper), max(lower, upper)))]
    }
    var results: [(Value, StepGrade)] = []
    for end in [certain, possible] {
      guard let value = try Self.value(function, end, values) else { continue }
      if !results.contains(where: { $0.0 == value }) { results.append((value, (0, upper))) }
    }
    return results
  }

  private static func grade(_ grades: [UInt8]) -> UInt8 {
    let arguable = grades.filter { $0 >= 1 }
    if arguable.allSatisfy({ $0 == 4 }) { return 4 }
    return arguable.allSatisfy { $0 >= 3 } ? 3 : 2
  }

  private static func value(
    _ function: Aggregate.Function, _ ids: [UInt32], _ values: ValueTable
  ) throws(LimitReached) -> Value? {
    switch function {
    case .number: return .number(Decimal(ids.count))
    case .sum:
      var sum = Decimal(0)
      for id in ids {
        guard case .number(let number) = values[ValueID(raw: id)] else { return nil }
        let next = sum + number
        guard next - number == sum, next - sum == number, !next.isNaN else {
          throw LimitReached(kind: .digits)
        }
        sum = next
      }
      return .number(sum)
    case .least: return extreme(ids, values) { $0 < $1 }
    case .greatest: return extreme(ids, values) { $0 > $1 }
    }
  }

  /// The least or greatest of numbers or of dates; by first and then last day for these.
  private static func extreme(
    _ ids: [UInt32], _ values: ValueTable, _ isBefore: (Decimal, Decimal) -> Bool
  ) -> Value? {
    func rank(_ value: Value) -> (Decimal, Decimal)? {
      switch value {
      case .number(let number): (number, 0)
      case .date(let date): (Decimal(Int(date.firstDay)), Decimal(Int(date.lastDay)))
      case .entity: nil
      }
    }
    var best: (value: Value, rank: (Decimal, Decimal))?
    for value in ids.map({ values[ValueID(raw: $0)] }) {
      guard let rank = rank(value) else { return nil }
      let isBetter = best.map { known in
        isBefore(rank.0, known.rank.0)
          || rank.0 == known.rank.0 && isBefore(rank.1, known.rank.1)
      }
      if isBetter ?? true { best = (value, rank) }
    }
    return best?.value
  }
}
