import MootLanguage

/// Finds why arguments about one literal fare otherwise.
struct TurnCauses {
  /// The outcome without what is supposed.
  let before: ContrastSide
  /// The outcome with it.
  let after: ContrastSide
  /// All arguments about the literal that fare otherwise.
  let all: [ContributionPair]

  /// Why one of them does.
  func causes(of pair: ContributionPair) -> [Turn.Cause] {
    let early = pair.before?.entry.instance
    let late = pair.after?.entry.instance
    var causes: [Turn.Cause] = []
    switch (early, late) {
    case (.some(let early), .some(let late)):
      if early.grade != late.grade { causes = strength(of: early, late) }
    case (.some(let early), nil):
      let rest = Absence(missing: after, present: before, isMet: false)
      causes = absence(of: early, rest, concluding: pair.before?.entry.conclusion)
    case (nil, .some(let late)):
      let rest = Absence(missing: before, present: after, isMet: true)
      causes = absence(of: late, rest, concluding: pair.after?.entry.conclusion)
    case (nil, nil): break
    }
    if early != nil, late != nil { causes += clash(of: pair, isStrengthTold: !causes.isEmpty) }
    return causes
  }

  /// Where an argument is made, and where it is not.
  private struct Absence {
    /// The outcome in which it is missing.
    let missing: ContrastSide
    /// The outcome in which it is made.
    let present: ContrastSide
    /// Whether it is made with what is supposed.
    let isMet: Bool
  }

  /// Why an argument is missing in one of the outcomes.
  private func absence(
    of instance: Instance, _ absence: Absence, concluding literal: Literal?
  ) -> [Turn.Cause] {
    let (missing, present) = (absence.missing, absence.present)
    let changes = after.outcome.scenario
    switch instance.source {
    case .assumed:
      return literal.flatMap { changes.change(supposing: $0) }.map { [.change($0)] } ?? []
    case .fact(let index):
      if let change = changes.change(dropping: instance.source) { return [.change(change)] }
      if before.outcome.scenario.change(dropping: instance.source) != nil { return [.restored] }
      return [.period(present.outcome.program.particulars(ofFact: index).period)]
    case .rule(let rule):
      guard Int(rule.raw) < missing.outcome.program.rules.count else {
        return changes.change(adding: rule, to: missing.outcome.program).map { [.change($0)] } ?? []
      }
      switch missing.inquiry.evaluation.theory.ruleStates[Int(rule.raw)] {
      case .switchedOff:
        return [changes.change(dropping: instance.source).map { .change($0) } ?? .restored]
      case .notInForce, .uncertain: return [.period(present.outcome.program[rule].period)]
      case .active: return premises(of: instance, absence)
      }
    }
  }

  /// The premises of an instance that hold in one of the outcomes only.
  private func premises(
    of instance: Instance, _ absence: Absence
  ) -> [Turn.Cause] {
    let conditions = Conditions(instance, absence.present.inquiry).premises
    let literals = unique(conditions.flatMap(\.literals))
    let failing = literals.filter { absence.missing.grade(of: $0) == .none }
    if !failing.isEmpty {
      return failing.map {
        .premise($0, before: before.standing(of: $0), after: after.standing(of: $0))
      }
    }
    let changed = literals.compactMap { shifted($0) }
    guard changed.isEmpty else {
      return changed.map { .premise($0.literal, before: $0.before, after: $0.after) }
    }
    let words = turningCondition(of: instance, in: absence.present, but: absence.missing)
    return words.map { [.condition($0, isMet: absence.isMet)] } ?? []
  }

  /// The conditions that give an argument another firing grade.
  private func strength(of early: Instance, _ late: Instance) -> [Turn.Cause] {
    let isFalling =
      (late.grade.lower, late.grade.upper) < (early.grade.lower, early.grade.upper)
    // What limits an argument is found on the side on which it is weaker.
    let weaker =
      isFalling ? Conditions(late, after.inquiry) : Conditions(early, before.inquiry)
    let stronger =
      isFalling ? Conditions(early, before.inquiry) : Conditions(late, after.inquiry)
    var causes: [Turn.Cause] = []
    for literal in unique((weaker.premises + stronger.premises).flatMap(\.literals)) {
      guard let shift = shifted(literal), shift.isFalling == isFalling else { continue }
      causes.append(.premise(literal, before: shift.before, after: shift.after))
    }
    for exception in weaker.exceptions where exception.allows != Standing.established.interval {
      for literal in exception.members.flatMap(\.literals) {
        guard let shift = shifted(literal), shift.isFalling != isFalling else { continue }
        causes.append(
          exception.isUndercutter
            ? .undercutter(literal, before: shift.before, after: shift.after)
            : .exception(literal, before: shift.before, after: shift.after))
      }
    }
    guard causes.isEmpty else { return causes }
    let grounds = grounds(of: weaker, stronger)
    guard grounds.isEmpty else { return grounds }
    let words =
      isFalling
      ? turningCondition(of: early, in: before, but: after)
      : turningCondition(of: late, in: after, but: before)
    return words.map { [.condition($0, isMet: !isFalling)] } ?? []
  }

  /// All that is otherwise about the conditions of an argument whose strength hangs on several things
  /// together: what is said of all of a kind, a total, an exception with several members.
  private func grounds(
    of weaker: Conditions, _ stronger: Conditions
  ) -> [Turn.Cause] {
    let premises = (weaker.premises + stronger.premises).flatMap(\.literals)
    let members = (weaker.exceptions + stronger.exceptions).flatMap(\.members)
    return unique(premises).compactMap { shifted($0) }.map {
      Turn.Cause.premise($0.literal, before: $0.before, after: $0.after)
    }
      + unique(members.flatMap(\.literals)).compactMap { shifted($0) }.map {
        Turn.Cause.exception($0.literal, before: $0.before, after: $0.after)
      }
  }

  /// The other grade of a literal, where it has one.
  private func shifted(
    _ literal: Literal
  ) -> (literal: Literal, before: Parting.Standing, after: Parting.Standing, isFalling: Bool)? {
    let (early, late) = (before.standing(of: literal), after.standing(of: literal))
    let (old, new) = (early.grade, late.grade)
    guard old != new else { return nil }
    return (literal, early, late, (new.lower, new.upper) < (old.lower, old.upper))
  }

  private func unique(_ literals: [Literal]) -> [Literal] {
    literals.indices.filter { literals.firstIndex(of: literals[$0]) == $0 }.map { literals[$0] }
  }

  /// What of the other side makes an argument fare otherwise: rankings first, then arguments.
  private func clash(of pair: ContributionPair, isStrengthTold: Bool) -> [Turn.Cause] {
    guard let early = pair.before, let late = pair.after, early.entry.fate != late.entry.fate else {
      return []
    }
    let missing = all.filter { $0.before?.isFiring != true || $0.after?.isFiring != true }
    let absent = winners(early.entry, late.entry).filter { winner in
      missing.contains { $0.source == .rule(winner) }
    }
    let defeats = (early.entry.defeats + late.entry.defeats).filter { !absent.contains($0.winner) }
    var causes = rankings(defeats)
    let ranked = causes.compactMap(\.winner)
    for winner in winners(early.entry, late.entry) where !ranked.contains(winner) {
      guard let opponent = opponent(winner, of: pair) else { continue }
      causes.append(opponent)
    }
    if causes.isEmpty, !isStrengthTold {
      let others = all.filter { $0.isOpposed(to: pair) }
      causes += others.filter { $0.hasOtherWeight }.prefix(Self.mostOpponents).compactMap {
        $0.source.map { .opponent($0, isBeatingBefore: false, isBeatingAfter: false) }
      }
    }
    return causes
  }

  /// How many arguments of the other side are named at most.
  private static let mostOpponents = 4

  /// The rules that beat an argument in one of the outcomes.
  private func winners(_ early: Dispute.Entry, _ late: Dispute.Entry) -> [RuleID] {
    let all = early.defeats.map(\.winner) + late.defeats.map(\.winner)
    return all.indices.filter { all.firstIndex(of: all[$0]) == $0 }.map { all[$0] }
  }

  /// The rankings by which the other side beats an argument, as far as they have another grade.
  private func rankings(_ defeats: [Dispute.Defeat]) -> [Turn.Cause] {
    var causes: [Turn.Cause] = []
    for defeat in defeats {
      guard let literal = defeat.precedence, let shift = shifted(literal),
        !causes.contains(where: { $0.literal == literal })
      else { continue }
      causes.append(
        .precedence(
          literal, winner: defeat.winner, before: shift.before, after: shift.after))
    }
    return causes
  }

  /// An argument of the other side that beats an argument in one of the outcomes, where it itself turns.
  private func opponent(_ winner: RuleID, of pair: ContributionPair) -> Turn.Cause? {
    let beats = { (side: ContrastSide.Contribution?) in
      side?.entry.defeats.contains { $0.winner == winner } ?? false
    }
    let (early, late) = (beats(pair.before), beats(pair.after))
    guard early != late, all.contains(where: { $0.source == .rule(winner) && $0.hasOtherWeight })
    else { return nil }
    return .opponent(.rule(winner), isBeatingBefore: early, isBeatingAfter: late)
  }
}

extension Turn.Cause {
  /// The rule that a ranking lets win.
  fileprivate var winner: RuleID? {
    if case .precedence(_, let winner, _, _) = self { winner } else { nil }
  }
}

extension ContributionPair {
  /// What argues.
  var source: Argument.Source? { (before ?? after)?.entry.instance.source }

  /// Whether it is on the other side of another argument.
  func isOpposed(to other: ContributionPair) -> Bool {
    (before ?? after)?.isSupporting != (other.before ?? other.after)?.isSupporting
  }

  /// Whether it fires otherwise, or is beaten in one of the outcomes only: what the other side feels.
  var hasOtherWeight: Bool {
    guard let before, let after else { return true }
    return before.entry.grade != after.entry.grade
      || (before.entry.fate == .beaten) != (after.entry.fate == .beaten)
  }
}

extension Conditions.Condition {
  /// The literals it goes by.
  var literals: [Literal] {
    switch self {
    case .literal(let literal, _): [literal]
    case .gathered(_, let parts): parts
    case .comparison, .failedComparison, .pattern, .past: []
    }
  }

  /// What it says, where that is no literal.
  var words: String? {
    switch self {
    case .literal: nil
    case .gathered(let words, _), .comparison(let words, _), .failedComparison(let words),
      .pattern(let words, _), .past(let words, _):
      words
    }
  }
}

extension Program {
  /// What is stated along with a fact.
  fileprivate func particulars(ofFact index: Int) -> Fact.Particulars {
    particulars[Int(facts[index].particulars)]
  }
}
