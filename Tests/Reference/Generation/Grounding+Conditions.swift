extension Grounding {
  /// Conditions under one assignment: what they come to as members of a ground rule.
  struct Reading {
    var binding: [Int]
    var members: [ReferenceTheory.Member] = []
  }

  /// What conditions are read as; what dates leave open counts only in exceptions.
  enum Role {
    case premises, exception
  }

  /// Every assignment that extends `binding` and under which the conditions may hold.
  mutating func readings(
    of conditions: [FirstOrderTheory.Condition], extending binding: [Int], as role: Role
  ) -> [Reading] {
    let open = FirstOrderTheory.Rule.mentioned(in: conditions).subtracting(
      conditions.compactMap(\.result).filter { result in
        !FirstOrderTheory.Rule.matched(by: conditions).contains(result)
      })
    var found = assignments(of: open, extending: binding).map { Reading(binding: $0) }
    let grouping = open.subtracting(FirstOrderTheory.Rule.matched(by: conditions)).filter {
      binding[$0] < 0
    }
    for condition in conditions {
      found = found.flatMap { read(condition, $0, as: role, grouping) }
    }
    return found
  }

  /// A reading with one more condition; the variables `grouping` have their values from totals alone.
  private mutating func read(
    _ condition: FirstOrderTheory.Condition, _ reading: Reading, as role: Role, _ grouping: Set<Int>
  ) -> [Reading] {
    switch condition {
    case .sentence(let sentence, let standard):
      let literal = atoms.literal(sentence, reading.binding)
      guard !isNeverStated(literal, of: sentence.relation) else { return [] }
      return with(
        role == .exception ? countingLiteral(literal) : literal, standard: standard, reading)
    case .comparison(let left, let right, let isEqual):
      let binding = reading.binding
      let isSame = atoms.constant(left, binding) == atoms.constant(right, binding)
      return isSame == isEqual ? [reading] : []
    case .order(let left, let order, let right):
      return with(truth(left, order, right, reading.binding), reading, as: role)
    case .calculation(let result, let expression):
      guard let value = value(of: expression, reading.binding) else { return [] }
      return with(value, of: result, reading, as: role)
    case .every(let every): return with(literal(of: every, reading.binding), reading)
    case .total(let total): return readings(of: total, reading, grouping, as: role)
    case .past(let sentence, let day):
      return with(truth(of: sentence, on: day, reading.binding), reading, as: role)
    }
  }

  /// A reading with one more member.
  func with(_ literal: Int, standard: Int? = nil, _ reading: Reading) -> [Reading] {
    var extended = reading
    extended.members.append(ReferenceTheory.Member(literal: literal, standard: standard))
    return [extended]
  }

  /// A reading in which a variable has a value, or has one already that is compared with it.
  mutating func with(
    _ value: ReferenceValue, of variable: Int, _ reading: Reading, as role: Role
  ) -> [Reading] {
    let known = reading.binding[variable]
    guard known < 0 else {
      return with(Self.truth(theory.value(of: known), .same, value), reading, as: role)
    }
    guard let constant = constantByValue[value] else { return [] }
    var extended = reading
    extended.binding[variable] = constant
    return [extended]
  }

  /// A reading with what is true or open.
  private mutating func with(_ truth: ReferenceTruth, _ reading: Reading, as role: Role)
    -> [Reading]
  {
    switch (truth, role) {
    case (.holds, _): [reading]
    case (.open, .exception): with(ground.makeLiteral(ofGrade: 1), reading)
    case (.open, .premises), (.fails, _): []
    }
  }

  /// The literal "for every …": for each that is singled out, the body holds, or what singles it out does not count.
  private mutating func literal(of every: FirstOrderTheory.Every, _ binding: [Int]) -> Int {
    let all = readings(of: every.domain, extending: binding, as: .exception).map { reading in
      let body = ReferenceTheory.Member(
        literal: atoms.literal(every.body, reading.binding), standard: every.standard)
      guard !reading.members.isEmpty else { return body }
      return ReferenceTheory.Member(
        literal: ground.makeLiteral(for: [
          (premises: [body], exception: []), (premises: [], exception: reading.members),
        ]))
    }
    return ground.makeLiteral(for: [(premises: all, exception: [])])
  }
}
