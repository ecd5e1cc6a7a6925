import MootLanguage

extension LabelSearch {
  /// From where on the condition for "in" is met at a level, as far as is known (section 6).
  func reasonToHold(_ literal: Int, _ level: Int) -> UInt64? {
    let place = literal * 4 + level
    if level == 3 { return known(support[place]) }
    let next = literal * 4 + (level == 0 ? 1 : 3)
    if less[next] != Self.never { return less[next] }
    guard var reason = known(support[place]) else { return nil }
    for other in network.opposed[literal] {
      guard out[other * 4 + 3] != Self.never else { return nil }
      reason = max(reason, out[other * 4 + 3])
    }
    let attackers = attackers(of: literal)
    guard !attackers.isEmpty else { return reason }
    if level == 0 { return reasonToBeArguable(literal, attackers, reason) }
    for attacker in attackers {
      guard let answer = answer(to: attacker, for: literal, level) else { return nil }
      reason = max(reason, answer)
    }
    return reason
  }

  /// From where on an attacker is silent, or beaten by an instance that fires for the literal.
  private func answer(to attacker: Int, for literal: Int, _ level: Int) -> UInt64? {
    let place = attacker * 4 + Self.blocking(level)
    if silent[place] != Self.never { return silent[place] }
    for supporter in network.supporters[literal] where counts(supporter) {
      guard let fires = known(live[Int(supporter) * 4 + level]),
        let prevails = places(Int(supporter), over: attacker, level, for: literal).less
      else { continue }
      return max(fires, prevails)
    }
    return nil
  }

  private func reasonToBeArguable(_ literal: Int, _ attackers: [Int], _ reason: UInt64) -> UInt64? {
    for supporter in network.supporters[literal] where counts(supporter) {
      guard var found = known(live[Int(supporter) * 4]).map({ max($0, reason) }) else { continue }
      let isAnswered = attackers.allSatisfy { attacker in
        let quiet =
          known(silent[attacker * 4 + 2])
          ?? places(attacker, over: Int(supporter), 2, for: literal).out
        found = max(found, quiet ?? 0)
        return quiet != nil
      }
      if isAnswered { return found }
    }
    return nil
  }

  /// From where on the condition for "out" is met at a level, as far as is known.
  func reasonToFail(_ literal: Int, _ level: Int) -> UInt64? {
    let place = literal * 4 + level
    let counts = supporterCounts[literal]
    if level == 3 { return deadCounts[place] == counts.strict ? lastDead[place] : nil }
    let next = literal * 4 + (level == 0 ? 1 : 3)
    guard let after = known(out[next]) else { return nil }
    if deadCounts[place] == counts.all { return max(after, lastDead[place]) }
    for other in network.opposed[literal] where before[other * 4 + 3] != Self.never {
      return max(after, before[other * 4 + 3])
    }
    let hitting = attackers(of: literal).filter {
      self.hitting[$0 * 4 + Self.blocking(level)] != Self.never
    }
    guard !hitting.isEmpty else { return nil }
    let reason =
      level == 0 ? overriding(literal, hitting) : unbeaten(literal, level, hitting)
    return reason.map { max($0, after) }
  }

  /// From where on some attacker hits that no supporter beats.
  private func unbeaten(_ literal: Int, _ level: Int, _ hitting: [Int]) -> UInt64? {
    for attacker in hitting {
      var reason = self.hitting[attacker * 4 + Self.blocking(level)]
      let isUnbeaten = network.supporters[literal].allSatisfy { supporter in
        guard counts(supporter) else { return true }
        let quiet =
          known(dead[Int(supporter) * 4 + level])
          ?? places(Int(supporter), over: attacker, level, for: literal).out
        reason = max(reason, quiet ?? 0)
        return quiet != nil
      }
      if isUnbeaten { return reason }
    }
    return nil
  }

  /// From where on each supporter is dead, or some attacker hits that prevails over it.
  private func overriding(_ literal: Int, _ hitting: [Int]) -> UInt64? {
    var reason: UInt64 = 0
    for supporter in network.supporters[literal] where counts(supporter) {
      if let dies = known(dead[Int(supporter) * 4]) {
        reason = max(reason, dies)
        continue
      }
      let overridden = hitting.lazy.compactMap { attacker in
        self.places(attacker, over: Int(supporter), 2, for: literal).before.map {
          max($0, self.hitting[attacker * 4 + 2])
        }
      }.first
      guard let overridden else { return nil }
      reason = max(reason, overridden)
    }
    return reason
  }

  /// From where on the first of two instances prevails over the second at a level, and from where on it does not.
  private func places(
    _ first: Int, over second: Int, _ level: Int, for literal: Int
  ) -> (less: UInt64?, before: UInt64?, out: UInt64?) {
    switch network.precedence(first, over: second) {
    case .settled(let standing):
      let holds = level < Int(isPossible ? standing.upper : standing.lower)
      let fails = level >= Int(isPossible ? standing.lower : standing.upper)
      return (holds ? 0 : nil, holds ? 0 : nil, fails ? 0 : nil)
    case .literal(let precedence):
      read(precedence, for: literal)
      let place = precedence * 4 + level
      return (known(less[place]), known(before[place]), known(out[place]))
    }
  }

  /// The instances for what conflicts with a literal; that facts do is seen at level 4.
  private func attackers(of literal: Int) -> [Int] {
    network.opposed[literal].flatMap { network.supporters[$0].map { Int($0) } }
  }

  private func counts(_ supporter: Int32) -> Bool { network.forces[Int(supporter)] != .defeater }

  private func known(_ place: UInt64) -> UInt64? { place == Self.never ? nil : place }
}
