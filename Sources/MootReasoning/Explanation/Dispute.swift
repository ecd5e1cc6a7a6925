import MootLanguage

/// The instances for a literal and those for what conflicts with it, with what becomes of each.
struct Dispute {
  /// The instances for the literal.
  let supporting: [Entry]
  /// The instances for the literals that conflict with it.
  let opposing: [Entry]

  /// An instance in the dispute.
  struct Entry {
    /// The instance.
    let instance: Instance
    /// What it concludes.
    let conclusion: Literal
    /// Its firing grade, at most clear unless it is strict.
    let grade: GradeInterval
    /// The instances on the other side that beat it.
    let defeats: [Defeat]
    /// The preferences that would let it beat an instance on the other side, were they not open themselves.
    let openPreferences: [Victory]
    /// What becomes of it.
    let fate: Fate
  }

  /// A victory over another instance that an open preference would give.
  struct Victory {
    /// The rule that would be beaten.
    let loser: RuleID
    /// The literal that would have to hold.
    let precedence: Literal
  }

  /// An instance that beats another.
  struct Defeat {
    /// The rule that prevails.
    let winner: RuleID
    /// The literal that says so; `nil` where a presumption gives way of itself.
    let precedence: Literal?
  }

  /// What becomes of an instance, without the particulars.
  enum Fate: Hashable {
    case wins
    case unresolved
    case tooWeak
    case onlyArguable
    case beaten
    case overruled
    case excluded
    case undecided
  }

  /// Finds both sides of a literal.
  init(over literal: Literal, _ inquiry: Inquiry) {
    let opposed = inquiry.opposed(to: literal)
    let own = inquiry.instances(concluding: literal).map { ($0, literal) }
    let other = opposed.flatMap { opponent in
      inquiry.instances(concluding: opponent).map { ($0, opponent) }
    }
    supporting = Self.entries(own, against: other.map(\.0), inquiry)
    opposing = Self.entries(other, against: own.map(\.0), inquiry)
  }

  /// What becomes of the instances of one side, as far as the limits let it be found out.
  private static func entries(
    _ side: [(instance: Instance, conclusion: Literal)], against opponents: [Instance],
    _ inquiry: Inquiry
  ) -> [Entry] {
    var entries: [Entry] = []
    for (instance, conclusion) in side {
      guard inquiry.goesOn() else { break }
      entries.append(entry(instance, conclusion, against: opponents, inquiry))
    }
    return entries
  }

  private static func entry(
    _ instance: Instance, _ conclusion: Literal, against opponents: [Instance], _ inquiry: Inquiry
  ) -> Entry {
    let rule = instance.firing.rule
    let isFact = rule == Firing.fact
    let force = isFact ? Rule.Force.strict : inquiry.program.rules[Int(rule)].force
    let most: UInt8 = force == .strict ? 4 : 3
    let grade = Standing(
      lower: min(most, instance.grade.lower), upper: min(most, instance.grade.upper))
    let defeats = isFact ? [] : Self.defeats(of: instance, by: opponents, inquiry)
    let fate = Self.fate(
      of: instance, grade, force, isBeaten: !defeats.isEmpty,
      own: inquiry.judgement(of: conclusion), isOpposed: opponents.contains { $0.grade.upper > 0 })
    return Entry(
      instance: instance, conclusion: conclusion, grade: grade.interval, defeats: defeats,
      openPreferences: openPreferences(of: instance, over: opponents, fate, inquiry), fate: fate)
  }

  private static func openPreferences(
    of instance: Instance, over opponents: [Instance], _ fate: Fate, _ inquiry: Inquiry
  ) -> [Victory] {
    guard fate == .unresolved || fate == .undecided else { return [] }
    return opponents.compactMap { opponent in
      guard opponent.grade.upper > 0, case .rule(let loser) = opponent.source,
        let literal = inquiry.precedenceLiteral(instance.firing, opponent.firing)
      else { return nil }
      let standing = inquiry.standing(of: literal)
      let isOpen = standing.lower < 2 && standing.upper > 0
      return isOpen ? Victory(loser: loser, precedence: literal) : nil
    }
  }

  /// The opponents that certainly beat an instance: in team defeat at level 2, or by overriding it at level 1.
  private static func defeats(
    of instance: Instance, by opponents: [Instance], _ inquiry: Inquiry
  ) -> [Defeat] {
    guard instance.grade.upper > 0 else { return [] }
    return opponents.compactMap { opponent in
      let isDefeater =
        opponent.firing.rule != Firing.fact
        && inquiry.program.rules[Int(opponent.firing.rule)].force == .defeater
      let needed: UInt8 = isDefeater ? 3 : 2
      guard opponent.grade.lower >= needed, case .rule(let winner) = opponent.source,
        inquiry.prevails(opponent.firing, instance.firing).lower >= needed
      else { return nil }
      let literal = inquiry.precedenceLiteral(opponent.firing, instance.firing)
      let holds = literal.map { inquiry.standing(of: $0).lower >= needed } ?? false
      return Defeat(winner: winner, precedence: holds ? literal : nil)
    }
  }

  private static func fate(
    of instance: Instance, _ grade: Standing, _ force: Rule.Force, isBeaten: Bool, own: Judgement,
    isOpposed: Bool
  ) -> Fate {
    guard instance.grade.upper > 0 else { return .excluded }
    guard grade.lower == grade.upper else { return .undecided }
    if own.grade.lower >= .prevailing, force != .defeater {
      return grade.lower >= own.grade.lower.rawValue ? .wins : .tooWeak
    }
    if isBeaten { return .beaten }
    if own.contrary.lower == .established { return .overruled }
    if own.contrary.lower >= .prevailing { return .tooWeak }
    if !own.grade.isDecided || !own.contrary.isDecided { return .undecided }
    return isOpposed ? .unresolved : .onlyArguable
  }
}
