import MootLanguage

extension Explainer {
  /// How many sections there are on premises that fail, at most.
  private static let mostMisses = 20

  /// A rule that could have shown the literal of a section, with a section on the premise that fails, as far as
  /// there is room: of what is not there, no explanation tells without end.
  mutating func miss(_ found: Misses.Entry, in section: Int) -> Explanation.Miss {
    lines += 2
    var reference: Int?
    if let premise = found.premise {
      let isKnown = numbers[premise] != nil
      if isKnown || isWorthTelling(premise, in: section) {
        reference = refer(to: premise, from: section)
      }
      if !isKnown, let number = numbers[premise] { missParents[number] = section }
    }
    return Explanation.Miss(rule: found.rule, reason: found.reason, section: reference)
  }

  /// Whether a premise that fails gets a section: not for want of room, nor below a section of its own kind, for a
  /// rule that goes round says the same again and again.
  private func isWorthTelling(_ premise: Literal, in section: Int) -> Bool {
    guard missParents.count < Self.mostMisses, depths[section] < limits.depth,
      lines < limits.explanation
    else { return false }
    var ancestor: Int? = section
    while let place = ancestor {
      if order[place].predicate == premise.predicate { return false }
      ancestor = missParents[place]
    }
    return canBeTold(premise)
  }

  /// Whether there is something to tell of a literal: arguments about it, or rules that could have shown it.
  private func canBeTold(_ literal: Literal) -> Bool {
    let sides = [literal] + inquiry.opposed(to: literal)
    return sides.contains { !inquiry.instances(concluding: $0).isEmpty }
      || !Misses(of: literal, inquiry).all.isEmpty
  }
}
