import MootLanguage

extension GroundClasses {
  /// Decides atoms that go in a circle.
  func alternate(_ atoms: [Int]) throws(LimitReached) {
    let members = atoms.flatMap { [2 * $0, 2 * $0 + 1] }
    var local: [Int: Int32] = [:]
    for (index, literal) in members.enumerated() { local[literal] = Int32(index) }
    var circle = Circle(literalCount: members.count)
    var numbers: [Int32: Int32] = [:]
    for literal in members {
      for index in supporters[literal] where numbers[index] == nil {
        numbers[index] = Int32(circle.rules.count)
        add(ground.rules[Int(index)], to: &circle, local)
      }
      let key = literals[literal]
      if evaluation.tables[key.predicate].isStated(key.row, isPositive: key.isPositive) {
        circle.addFact(local[literal] ?? 0)
      }
    }
    for (index, literal) in members.enumerated() {
      let key = literals[literal]
      circle.isLeftOpen[index] =
        evaluation.tables[key.predicate].standing(key.row, isPositive: key.isPositive)
        .isLeftOpenByDates
      circle.opposed[index] = opposed(literal).compactMap { local[$0] }
    }
    try addPrecedences(members, numbers, to: &circle, local)
    var alternation = Alternation(circle)
    for (literal, standing) in zip(members, alternation.run()) { set(standing, literal) }
    for index in numbers.keys {
      let rule = ground.rules[Int(index)]
      if grade(of: rule).lower > 0 { evaluation.hasFired[Int(rule.rule)] = true }
    }
  }

  private func add(_ rule: GroundTheory.Rule, to circle: inout Circle, _ local: [Int: Int32]) {
    var lower = rule.lower
    var upper = rule.upper
    let premises = GroundTheory.extending(&circle.members) { members in
      for member in rule.premises {
        let entry = ground.members[Int(member)]
        if let literal = local[number(of: entry.literal)] {
          members.append(Circle.Member(literal: literal, standard: entry.standard))
        } else {
          let (standing, standard) = read(member)
          lower = min(lower, premiseGrade(standing.lower, standard: standard))
          upper = min(upper, premiseGrade(standing.upper, standard: standard))
        }
      }
    }
    var open: [Circle.Exception] = []
    for index in rule.exceptions {
      let exception = fold(ground.exceptions[Int(index)], into: &circle.members, local)
      if exception.members.isEmpty {
        lower = min(lower, exception.lower)
        upper = min(upper, exception.upper)
      } else {
        open.append(exception)
      }
    }
    let exceptions = GroundTheory.extending(&circle.exceptions) { $0 += open }
    let heads = GroundTheory.extending(&circle.heads) { heads in
      for head in rule.heads {
        if let literal = local[number(of: ground.heads[Int(head)])] { heads.append(literal) }
      }
    }
    let force = evaluation.theory.program.rules[Int(rule.rule)].force
    circle.rules.append(
      Circle.Rule(
        force: force, lower: lower, upper: upper, premises: premises, exceptions: exceptions,
        heads: heads))
  }

  private func fold(
    _ exception: GroundTheory.Exception, into members: inout [Circle.Member], _ local: [Int: Int32]
  ) -> Circle.Exception {
    var lower = exception.lower
    var upper = exception.upper
    let range = GroundTheory.extending(&members) { members in
      for member in exception.members {
        let entry = ground.members[Int(member)]
        if let literal = local[number(of: entry.literal)] {
          members.append(Circle.Member(literal: literal, standard: entry.standard))
        } else {
          let (standing, standard) = read(member)
          lower = max(lower, allowedGrade(standing.countingUpper, standard: standard))
          upper = max(upper, allowedGrade(standing.countingLower, standard: standard))
        }
      }
    }
    return Circle.Exception(members: range, lower: lower, upper: upper)
  }

  private func addPrecedences(
    _ members: [Int], _ numbers: [Int32: Int32], to circle: inout Circle, _ local: [Int: Int32]
  ) throws(LimitReached) {
    var known: Set<UInt64> = []
    for literal in members {
      let attackers = opposed(literal).flatMap { supporters[$0] }
      for first in supporters[literal] {
        try evaluation.budget.work(attackers.count * Evaluation.costOfPair)
        for second in attackers {
          guard let winner = numbers[first], let loser = numbers[second],
            known.insert(UInt64(winner) << 32 | UInt64(loser)).inserted
          else { continue }
          if let precedence = precedence(first, second, winner, loser, local) {
            circle.precedences.append(precedence)
          }
        }
      }
    }
  }

  private func precedence(
    _ first: Int32, _ second: Int32, _ winner: Int32, _ loser: Int32, _ local: [Int: Int32]
  ) -> Circle.Precedence? {
    let rules = evaluation.theory.program.rules
    let pair = (marker(first), marker(second))
    let isGivingWay =
      rules[Int(pair.1.rule)].force == .presumption && rules[Int(pair.0.rule)].force != .presumption
    if isGivingWay {
      return Circle.Precedence(winner: winner, loser: loser, literal: nil, constant: .established)
    }
    if let literal = precedenceLiteral(pair.0, pair.1), let member = local[literal] {
      return Circle.Precedence(winner: winner, loser: loser, literal: member, constant: .none)
    }
    let standing = evaluation.precedence(pair.0, pair.1, ground.keys)
    guard standing.upper > 0 else { return nil }
    return Circle.Precedence(winner: winner, loser: loser, literal: nil, constant: standing)
  }
}
