import MootLanguage

/// The rules for a literal against the rules for what conflicts with it: the proof conditions of section 2,
/// with team defeat, as one pass over intervals of grades.
struct Clash {
  /// The rules of the program.
  let rules: [Rule]
  /// Stops a clash of many; what comes of it then means nothing.
  var watch: Watch?
  /// The standing of "the first prevails over the second".
  let precedence: (Firing, Firing) -> Standing

  /// The standing of a literal from the firings for it and those for what conflicts with it.
  ///
  /// Lower grades follow from supporters' lower and attackers' upper ends; upper grades the other way round.
  func standing(for supporters: [Firing], against attackers: [Firing]) -> Standing {
    let lower = grade(supporters, attackers, .lower)
    let upper = grade(supporters, attackers, .upper)
    return Standing(lower: min(lower, upper), upper: upper)
  }

  /// Which ends of intervals are read for supporters; the other ones are for attackers.
  private enum End {
    case lower
    case upper

    func own(_ firing: Firing) -> UInt8 { self == .lower ? firing.lower : firing.upper }
    func other(_ firing: Firing) -> UInt8 { self == .lower ? firing.upper : firing.lower }
    func own(_ standing: Standing) -> UInt8 { self == .lower ? standing.lower : standing.upper }
    func other(_ standing: Standing) -> UInt8 { self == .lower ? standing.upper : standing.lower }
  }

  private func grade(_ supporters: [Firing], _ attackers: [Firing], _ end: End) -> UInt8 {
    if supporters.contains(where: { end.own($0) == 4 && isStrict($0) }) { return 4 }
    if attackers.contains(where: { end.other($0) == 4 && isStrict($0) }) { return 0 }
    for level: UInt8 in [3, 2] where holds(at: level, supporters, attackers, end) { return level }
    return isArguable(supporters, attackers, end) ? 1 : 0
  }

  /// Levels 3 and 2: some rule for it fires, and every rule against it that attacks is beaten by one that
  /// fires for it (team defeat).
  private func holds(
    at level: UInt8, _ supporters: [Firing], _ attackers: [Firing], _ end: End
  ) -> Bool {
    let isSupported = supporters.contains { end.own($0) >= level && !isDefeater($0) }
    guard isSupported else { return false }
    return attackers.allSatisfy { attacker in
      guard watch?.goesOn(after: supporters.count) ?? true else { return false }
      guard end.other(attacker) >= blockingLevel(of: level) else { return true }
      guard canBeBeaten(attacker) else { return false }
      return supporters.contains { defender in
        end.own(defender) >= level && !isDefeater(defender)
          && end.own(prevails(defender, attacker)) >= level
      }
    }
  }

  /// Level 1: some rule for it fires that no clearly firing rule against it clearly prevails over.
  private func isArguable(_ supporters: [Firing], _ attackers: [Firing], _ end: End) -> Bool {
    supporters.contains { supporter in
      guard end.own(supporter) >= 1, !isDefeater(supporter) else { return false }
      guard canBeBeaten(supporter), watch?.goesOn(after: attackers.count) ?? true else {
        return true
      }
      return !attackers.contains { attacker in
        end.other(attacker) >= 3 && end.other(prevails(attacker, supporter)) >= 3
      }
    }
  }

  /// The standing of "the first prevails over the second", a presumption giving way of itself.
  func prevails(_ first: Firing, _ second: Firing) -> Standing {
    if isPresumption(second), !isPresumption(first) { return .established }
    guard first.rule != Firing.fact, second.rule != Firing.fact else { return .none }
    return precedence(first, second)
  }

  private func canBeBeaten(_ firing: Firing) -> Bool { firing.rule != Firing.fact }

  private func isStrict(_ firing: Firing) -> Bool {
    firing.rule == Firing.fact || rules[Int(firing.rule)].force == .strict
  }

  private func isDefeater(_ firing: Firing) -> Bool {
    firing.rule != Firing.fact && rules[Int(firing.rule)].force == .defeater
  }

  private func isPresumption(_ firing: Firing) -> Bool {
    firing.rule != Firing.fact && rules[Int(firing.rule)].force == .presumption
  }
}
