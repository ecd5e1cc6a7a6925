import MootLanguage

/// One step of the alternation: the least fixpoint of all levels together, reading attackers' premises,
/// supporters' exceptions, established opposites and overriding preferences from the other set.
///
/// Linear in the size of the circle: each literal, rule and attack changes at each level at most once.
struct CircleStep {
  private let circle: Circle
  private let links: CircleLinks
  private let other: [UInt8]
  private let end: End
  /// For each literal, the levels at which it holds: bit v - 1 for level v.
  private var own: [UInt8]
  /// For each rule and level, the premises that do not hold yet.
  private var unmet: [[Int32]]
  /// For each rule, the levels its cap and its exceptions leave it.
  private var allowed: [UInt8]
  /// For each rule, the levels at which it fires.
  private var fires: [UInt8]
  /// For each rule, the levels (1 to 3) at which it can attack: cap and premises.
  private var attacking: [UInt8]
  /// For each exception and level 1 to 3, the members that do not count yet.
  private var uncounted: [[Int32]]
  /// For each attack, the levels of the attacked literal at which it is off or answered.
  private var answered: [UInt8]
  /// For each literal and level, the attacks not answered.
  private var unanswered: [[Int32]]
  /// For each literal, the levels at which some rule that may support it fires.
  private var supported: [UInt8]
  /// For each literal, whether one that conflicts with it is established in the other set.
  private var isOverruled: [Bool]
  /// For each rule, the rules against what it concludes that override it, by conclusion.
  private var overriders: [UInt64: Int32] = [:]
  /// The precedences by which attackers override, by attack and rule overridden.
  private var overridesOf: [[UInt64]]
  private var queue: [(literal: Int32, level: UInt8)] = []

  /// Which set is being built.
  enum End {
    /// What certainly holds.
    case lower
    /// What possibly holds.
    case upper
  }

  /// Prepares a step that reads `other`.
  init(_ circle: Circle, _ links: CircleLinks, reading other: [UInt8], end: End) {
    self.circle = circle
    self.links = links
    self.other = other
    self.end = end
    own = Array(repeating: 0, count: circle.literalCount)
    unmet = circle.rules.map { Array(repeating: Int32($0.premises.count), count: 4) }
    allowed = Array(repeating: 0, count: circle.rules.count)
    fires = allowed
    attacking = allowed
    uncounted = circle.exceptions.map { Array(repeating: Int32($0.members.count), count: 3) }
    answered = Array(repeating: 0, count: links.attacks.count)
    unanswered = Array(repeating: [0, 0, 0, 0], count: circle.literalCount)
    supported = own
    isOverruled = circle.opposed.map { opposed in opposed.contains { other[Int($0)] & 8 != 0 } }
    overridesOf = Array(repeating: [], count: circle.rules.count)
  }

  /// The levels at which each literal holds.
  mutating func run() -> [UInt8] {
    for rule in circle.rules.indices { prepare(rule) }
    for literal in circle.isLeftOpen.indices where circle.isLeftOpen[literal] {
      countLeftOpen(literal)
    }
    for attack in links.attacks.indices { prepare(attack: attack) }
    prepareOverriders()
    for rule in circle.rules.indices {
      for level: UInt8 in 1...4 where unmet[rule][Int(level) - 1] == 0 { fire(rule, at: level) }
    }
    while let (literal, level) = queue.popLast() { propagate(literal, level) }
    return own
  }

  private func bit(_ level: UInt8) -> UInt8 { 1 << (level - 1) }

  private func ownEnd(_ lower: UInt8, _ upper: UInt8) -> UInt8 { end == .lower ? lower : upper }
  private func otherEnd(_ lower: UInt8, _ upper: UInt8) -> UInt8 { end == .lower ? upper : lower }

  /// Finds the levels at which a rule may fire and attack, from what is read of the other set.
  private mutating func prepare(_ index: Int) {
    let rule = circle.rules[index]
    for level: UInt8 in 1...4 where level <= ownEnd(rule.lower, rule.upper) {
      let isExcepted = rule.exceptions.contains { countsInOther(Int($0), at: level) }
      if !isExcepted { allowed[index] |= bit(level) }
    }
    for level: UInt8 in 1...3 where level <= otherEnd(rule.lower, rule.upper) {
      let isMet = rule.premises.allSatisfy { member in
        let member = circle.members[Int(member)]
        return other[Int(member.literal)] & bit(member.standard == 0 ? level : member.standard) != 0
      }
      if isMet { attacking[index] |= bit(level) }
    }
  }

  /// Whether an exception counts at a level, its members read from the other set.
  private func countsInOther(_ index: Int, at level: UInt8) -> Bool {
    let exception = circle.exceptions[index]
    guard level > ownEnd(exception.lower, exception.upper) else { return false }
    return exception.members.allSatisfy { member in
      let member = circle.members[Int(member)]
      let needed =
        member.standard == 0 ? blockingLevel(of: level) : level == 4 ? 1 : member.standard
      let isLeftOpen = circle.isLeftOpen[Int(member.literal)]
      return other[Int(member.literal)] & bit(needed) != 0 || isLeftOpen && needed == 1
    }
  }

  private mutating func prepare(attack: Int) {
    let (literal, attacker) = links.attacks[attack]
    for level: UInt8 in 1...3 {
      if isAttacking(Int(attacker), at: blockingLevel(of: level)) {
        unanswered[Int(literal)][Int(level) - 1] += 1
      } else {
        answered[attack] |= bit(level)
      }
    }
  }

  /// Whether a rule attacks at a level: its premises hold in the other set and no exception counts in this.
  private func isAttacking(_ rule: Int, at level: UInt8) -> Bool {
    attacking[rule] & bit(level) != 0
      && !circle.rules[rule].exceptions.contains { countsHere(Int($0), at: level) }
  }

  private func countsHere(_ exception: Int, at level: UInt8) -> Bool {
    uncounted[exception][Int(level) - 1] == 0
      && level > otherEnd(circle.exceptions[exception].lower, circle.exceptions[exception].upper)
  }

  /// Finds, for each rule and conclusion, the rules that attack it at level 1 and clearly prevail over it.
  private mutating func prepareOverriders() {
    for precedence in circle.precedences {
      let holds: Bool
      if let literal = precedence.literal {
        holds = other[Int(literal)] & bit(3) != 0
      } else {
        holds = otherEnd(precedence.constant.lower, precedence.constant.upper) >= 3
      }
      guard holds, isAttacking(Int(precedence.winner), at: 3) else { continue }
      for head in circle.rules[Int(precedence.loser)].heads {
        let literal = circle.heads[Int(head)]
        let attacks = links.attacksOf[Int(precedence.winner)]
        guard attacks.contains(where: { links.attacks[Int($0)].literal == literal }) else {
          continue
        }
        let key = UInt64(literal) << 32 | UInt64(precedence.loser)
        overriders[key, default: 0] += 1
        overridesOf[Int(precedence.winner)].append(key)
      }
    }
  }

  private mutating func fire(_ index: Int, at level: UInt8) {
    guard allowed[index] & bit(level) != 0, fires[index] & bit(level) == 0 else { return }
    fires[index] |= bit(level)
    let rule = circle.rules[index]
    switch rule.force {
    case .defeater: return
    case .strict where level == 4:
      for head in rule.heads { hold(circle.heads[Int(head)], at: 4) }
    case .strict, .defeasible, .presumption: break
    }
    for head in rule.heads {
      let literal = circle.heads[Int(head)]
      if level == 1 {
        support(literal, by: index)
      } else if level < 4 {
        supported[Int(literal)] |= bit(level)
        check(literal, at: level)
      }
    }
    guard level == 2 || level == 3 else { return }
    for (attack, precedence) in links.answers[index] where holds(precedence, at: level) {
      answer(Int(attack), at: level)
    }
  }

  private func holds(_ precedence: Int32, at level: UInt8) -> Bool {
    let precedence = circle.precedences[Int(precedence)]
    guard let literal = precedence.literal else {
      return ownEnd(precedence.constant.lower, precedence.constant.upper) >= level
    }
    return own[Int(literal)] & bit(level) != 0
  }

  /// Supports a literal at level 1 unless a rule against it overrides the one that fires.
  private mutating func support(_ literal: Int32, by rule: Int) {
    guard overriders[UInt64(literal) << 32 | UInt64(rule), default: 0] == 0 else { return }
    supported[Int(literal)] |= bit(1)
    check(literal, at: 1)
  }

  private mutating func answer(_ attack: Int, at level: UInt8) {
    guard answered[attack] & bit(level) == 0 else { return }
    answered[attack] |= bit(level)
    let literal = links.attacks[attack].literal
    unanswered[Int(literal)][Int(level) - 1] -= 1
    check(literal, at: level)
  }

  private mutating func check(_ literal: Int32, at level: UInt8) {
    let index = Int(literal)
    guard supported[index] & bit(level) != 0, !isOverruled[index] else { return }
    guard level == 1 || unanswered[index][Int(level) - 1] == 0 else { return }
    hold(literal, at: level)
  }

  private mutating func hold(_ literal: Int32, at level: UInt8) {
    guard own[Int(literal)] & bit(level) == 0 else { return }
    own[Int(literal)] |= bit(level)
    queue.append((literal, level))
    if level == 4 {
      hold(literal, at: 3)
      hold(literal, at: 2)
    } else if level == 2 {
      hold(literal, at: 1)
    }
  }

  private mutating func propagate(_ literal: Int32, _ level: UInt8) {
    for (rule, standard) in links.premises[Int(literal)] {
      for met in Self.levelsMet(by: level, standard: standard) {
        unmet[Int(rule)][Int(met) - 1] -= 1
        if unmet[Int(rule)][Int(met) - 1] == 0 { fire(Int(rule), at: met) }
      }
    }
    if level > 1 || !circle.isLeftOpen[Int(literal)] { count(literal, at: level) }
    guard level == 2 || level == 3 else { return }
    for precedence in links.precedences[Int(literal)] {
      let winner = Int(circle.precedences[Int(precedence)].winner)
      guard circle.rules[winner].force != .defeater, fires[winner] & bit(level) != 0 else {
        continue
      }
      for attack in links.answersOf[Int(precedence)] { answer(Int(attack), at: level) }
    }
  }

  /// The levels at which a premise is met once its literal holds at `level`.
  private static func levelsMet(by level: UInt8, standard: UInt8) -> [UInt8] {
    guard standard != 0 else { return [level] }
    return (level == 4 ? [4] : []) + (level == standard ? [1, 2, 3] : [])
  }

  /// Counts a literal that dates leave open as arguable in exceptions, before anything else is known.
  private mutating func countLeftOpen(_ literal: Int) {
    for (exception, standard) in links.exceptions[literal] {
      for level in Self.levelsCounted(by: 1, standard: standard) {
        uncounted[Int(exception)][Int(level) - 1] -= 1
      }
    }
  }

  /// The levels at which a member of an exception counts once its literal holds at `level`.
  private static func levelsCounted(by level: UInt8, standard: UInt8) -> [UInt8] {
    guard standard == 0 else { return level == standard ? [1, 2, 3] : [] }
    return level == 4 ? [] : [4 - level]
  }

  /// Counts a literal as a member of exceptions once it holds at `level`.
  private mutating func count(_ literal: Int32, at level: UInt8) {
    for (exception, standard) in links.exceptions[Int(literal)] {
      for level in Self.levelsCounted(by: level, standard: standard) {
        uncounted[Int(exception)][Int(level) - 1] -= 1
        if countsHere(Int(exception), at: level) {
          quiet(Int(links.ruleOfException[Int(exception)]), at: level)
        }
      }
    }
  }

  /// Takes note that a rule attacks no more at a level.
  private mutating func quiet(_ rule: Int, at level: UInt8) {
    for attack in links.attacksOf[rule] {
      for attacked: UInt8 in 1...3 where blockingLevel(of: attacked) == level {
        answer(Int(attack), at: attacked)
      }
    }
    guard level == 3, attacking[rule] & bit(3) != 0 else { return }
    attacking[rule] &= ~bit(3)
    for key in overridesOf[rule] {
      overriders[key, default: 0] -= 1
      let loser = Int(key & 0xFFFF_FFFF)
      if overriders[key] == 0, fires[loser] & bit(1) != 0,
        circle.rules[loser].force != .defeater
      {
        support(Int32(key >> 32), by: loser)
      }
    }
  }
}
