extension Grounding {
  /// The reading with the total of its group of the variables that stand outside it too.
  ///
  /// Where they have their values from nowhere else, only a group that something is in has a total.
  mutating func readings(
    of total: FirstOrderTheory.Total, _ reading: Reading, _ grouping: Set<Int>, as role: Role
  ) -> [Reading] {
    guard let lower else { preconditionFailure("totals are taken of what is concluded before") }
    let tuples = tuples(of: total, reading.binding, lower)
    if !total.inside.isDisjoint(with: grouping), tuples.allSatisfy({ $0.grade == 0 }) { return [] }
    let counted = tuples.filter { $0.grade >= 2 }.map(\.value)
    guard let value = Self.value(total.function, counted) else { return [] }
    note(value)
    let arguable = tuples.map(\.grade).filter { $0 >= 1 }
    let grade = arguable.allSatisfy { $0 == 4 } ? 4 : arguable.allSatisfy { $0 >= 3 } ? 3 : 2
    let known = with(value, of: total.result, reading, as: role)
    guard grade < 4, !known.isEmpty else { return known }
    let literal = ground.makeLiteral(ofGrade: grade)
    return known.flatMap { with(literal, $0) }
  }

  /// Every binding of the variables inside, with the value of what is gone through and the grade of all conditions.
  private mutating func tuples(
    of total: FirstOrderTheory.Total, _ binding: [Int], _ lower: LowerConclusions
  ) -> [(value: ReferenceValue, grade: Int)] {
    var found: [(value: ReferenceValue, grade: Int)] = []
    for inner in assignments(of: total.inside, extending: binding) {
      var grade = 4
      for condition in total.conditions {
        switch condition {
        case .sentence(let sentence, let standard):
          let interval = lower.grade(of: atoms.sentence(atoms.literal(sentence, inner)))
          if !interval.isSettled { leavesTotalsOpen = true }
          let reached = interval.lower
          grade = min(
            grade, standard.map { reached == 4 ? 4 : reached >= $0 ? 3 : 0 } ?? reached)
        case .order(let left, let order, let right):
          if truth(left, order, right, inner) != .holds { grade = 0 }
        case .comparison(let left, let right, let isEqual):
          let isSame = atoms.constant(left, inner) == atoms.constant(right, inner)
          if isSame != isEqual { grade = 0 }
        case .calculation, .every, .total, .past:
          preconditionFailure("totals are of sentences and comparisons")
        }
      }
      found.append((theory.value(of: inner[total.over]), grade))
    }
    return found
  }

  /// The number, sum, least or greatest of some values.
  private static func value(
    _ function: FirstOrderTheory.Total.Function, _ values: [ReferenceValue]
  ) -> ReferenceValue? {
    switch function {
    case .number: return .number(values.count * 1000)
    case .sum:
      return .number(
        values.reduce(0) { sum, value in
          if case .number(let number) = value { sum + number } else { sum }
        })
    case .least: return values.min { rank($0).lexicographicallyPrecedes(rank($1)) }
    case .greatest: return values.max { rank($0).lexicographicallyPrecedes(rank($1)) }
    }
  }

  /// What values are ordered by: numbers by size, dates by their first day and then their last.
  private static func rank(_ value: ReferenceValue) -> [Int] {
    switch value {
    case .name: []
    case .number(let number): [number]
    case .date(let date): [date.first, date.last]
    }
  }
}
