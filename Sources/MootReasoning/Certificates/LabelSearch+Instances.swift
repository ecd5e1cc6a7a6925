import MootLanguage

extension LabelSearch {
  /// The level at which attackers and exceptions count at a level, both from 0.
  static func blocking(_ level: Int) -> Int { level == 3 ? 0 : 2 - level }

  /// The level at which a member must hold for its instance to fire, or for its exception to count.
  private static func lane(_ level: Int, standard: UInt8, isException: Bool) -> Int {
    guard standard > 0 else { return isException ? blocking(level) : level }
    return level < 3 ? Int(standard) - 1 : isException ? 0 : 3
  }

  /// Looks again at what an instance can do, all of it or because an item has changed.
  func update(_ instance: Int, item: Int?) {
    var isChanged = false
    for level in 0..<4 {
      let place = instance * 4 + level
      if live[place] == Self.never, advance(instance, level) {
        isChanged = true
        noteLive(instance, level)
      }
      if dead[place] == Self.never || silent[place] == Self.never {
        isChanged = lookForDeath(instance, level, item) || isChanged
      }
    }
    guard isChanged else { return }
    for head in network.instances[instance].heads {
      let literal = network.head(Int(head))
      touch(literal)
      for other in network.opposed[literal] { touch(other) }
    }
  }

  /// Goes on to the first item that is not known to let the instance fire; whether there is none.
  private func advance(_ instance: Int, _ level: Int) -> Bool {
    let rule = network.instances[instance]
    guard level < Int(isPossible ? rule.upper : rule.lower) else { return false }
    let place = instance * 4 + level
    let (first, end) = (network.firstItems[instance], network.firstItems[instance + 1])
    while first + pointers[place] < end {
      guard isPassing(first + pointers[place], level) != nil else { return false }
      pointers[place] += 1
    }
    var (fires, hits): (UInt64, UInt64) = (0, 0)
    for item in first..<end {
      guard let passing = isPassing(item, level) else { return false }
      fires = max(fires, passing.fires)
      hits = max(hits, passing.hits)
    }
    (live[place], hitting[place]) = (fires, hits)
    return true
  }

  /// From where on an item lets its instance fire, or hit.
  private func isPassing(_ item: Int, _ level: Int) -> (fires: UInt64, hits: UInt64)? {
    let members = network.firstMembers[item]..<network.firstMembers[item + 1]
    guard let outside = network.outside[item] else {
      let member = network.members[members.lowerBound]
      let lane = Self.lane(level, standard: member.standard, isException: false)
      let place = Int(member.literal) * 4 + lane
      return less[place] == Self.never ? nil : (less[place], before[place])
    }
    if level < Int(isPossible ? outside.upper : outside.lower) { return (0, 0) }
    for index in members {
      let member = network.members[index]
      let lane = Self.lane(level, standard: member.standard, isException: true)
      if lane == 0, network.isLeftOpen[Int(member.literal)] { continue }
      let place = Int(member.literal) * 4 + lane
      if out[place] != Self.never { return (out[place], out[place]) }
    }
    return nil
  }

  /// Looks whether an instance cannot fire, and whether it does not attack; whether either is new.
  private func lookForDeath(_ instance: Int, _ level: Int, _ item: Int?) -> Bool {
    let rule = network.instances[instance]
    let place = instance * 4 + level
    if level >= Int(isPossible ? rule.lower : rule.upper) { return die(instance, level, (0, 0)) }
    let all = network.firstItems[instance]..<network.firstItems[instance + 1]
    for item in item.map({ $0..<$0 + 1 }) ?? all {
      if let failing = isFailing(item, level), dead[place] == Self.never {
        return die(instance, level, failing)
      }
    }
    return false
  }

  /// From where on an item makes its instance dead, or silent.
  private func isFailing(_ item: Int, _ level: Int) -> (dies: UInt64, falls: UInt64)? {
    let members = network.firstMembers[item]..<network.firstMembers[item + 1]
    guard let outside = network.outside[item] else {
      let member = network.members[members.lowerBound]
      let lane = Self.lane(level, standard: member.standard, isException: false)
      let place = Int(member.literal) * 4 + lane
      return out[place] == Self.never ? nil : (out[place], out[place])
    }
    guard level >= Int(isPossible ? outside.lower : outside.upper) else { return nil }
    var (dies, falls): (UInt64, UInt64) = (0, 0)
    for index in members {
      let member = network.members[index]
      let lane = Self.lane(level, standard: member.standard, isException: true)
      if lane == 0, network.isLeftOpen[Int(member.literal)] { continue }
      let place = Int(member.literal) * 4 + lane
      guard less[place] != Self.never else { return nil }
      dies = max(dies, before[place])
      falls = max(falls, less[place])
    }
    return (dies, falls)
  }

  private func die(_ instance: Int, _ level: Int, _ reason: (dies: UInt64, falls: UInt64)) -> Bool {
    let place = instance * 4 + level
    guard dead[place] == Self.never else { return false }
    (dead[place], silent[place]) = (reason.dies, reason.falls)
    let force = network.forces[instance]
    guard force != .defeater, level < 3 || force == .strict else { return true }
    for head in network.instances[instance].heads {
      let literal = network.head(Int(head)) * 4 + level
      deadCounts[literal] += 1
      lastDead[literal] = max(lastDead[literal], reason.dies)
    }
    return true
  }

  private func noteLive(_ instance: Int, _ level: Int) {
    let force = network.forces[instance]
    guard force != .defeater, level < 3 || force == .strict else { return }
    for head in network.instances[instance].heads {
      let literal = network.head(Int(head)) * 4 + level
      support[literal] = min(support[literal], live[instance * 4 + level])
    }
  }
}
