/// Sections 1 to 3 of the semantics for ground theories: naive, and independent of the engine.
///
/// The four levels of a literal are four bits, so one look at a rule answers for all of them.
struct ReferenceReasoner {
  let theory: ReferenceTheory

  /// The rules for each literal.
  private let rules: [[Int]]

  /// The rules for each literal that are not defeaters.
  let supporters: [[Int]]

  /// The literals some rule concludes: no other ever holds.
  private let concluded: [Int]

  /// The rules against each literal, each with what prevails over it and over what it prevails.
  let clashes: [[ReferenceClash]]

  /// Prepares the tables of `theory`.
  init(_ theory: ReferenceTheory) {
    var rules: [[Int]] = Array(repeating: [], count: theory.literalCount)
    for (index, rule) in theory.rules.enumerated() {
      for head in rule.heads { rules[head].append(index) }
    }
    self.theory = theory
    self.rules = rules
    concluded = rules.indices.filter { !rules[$0].isEmpty }
    let supporters = rules.map { $0.filter { theory.rules[$0].force != .defeater } }
    self.supporters = supporters
    clashes = rules.indices.map { literal in
      guard !rules[literal].isEmpty else { return [] }
      return theory.conflicts(of: literal).flatMap { rules[$0] }.map {
        ReferenceClash(attacker: $0, supporters: supporters[literal], in: theory)
      }
    }
  }

  /// The well-founded result: U₁ = step(∅), K₁ = step(U₁), U₂ = step(K₁), … until neither changes.
  func conclusions() -> ReferenceConclusions {
    var certain = [LevelSet](repeating: .none, count: theory.literalCount)
    var possible: [LevelSet] = []
    while true {
      let nextPossible = step(certain)
      let nextCertain = step(nextPossible)
      if nextCertain == certain, nextPossible == possible { break }
      certain = nextCertain
      possible = nextPossible
    }
    return ReferenceConclusions(theory: theory, certain: certain, possible: possible)
  }

  /// The least fixpoint of all levels together, reading what attacks from `other` (semantics, "Circularity").
  private func step(_ other: [LevelSet]) -> [LevelSet] {
    var own = [LevelSet](repeating: .none, count: theory.literalCount)
    let unblocked = theory.rules.indices.map {
      LevelSet.upTo(theory.rules[$0].cap).subtracting(blockedLevels(of: $0, in: other))
    }
    let threatening = theory.rules.map {
      LevelSet.upTo($0.cap).intersection(premiseLevels(of: $0, in: other))
    }
    let excluded = theory.literalIndices.map { literal in
      !rules[literal].isEmpty && theory.conflicts(of: literal).contains { other[$0].contains(4) }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      let firing = theory.rules.indices.map {
        unblocked[$0].intersection(premiseLevels(of: theory.rules[$0], in: own))
      }
      let attacking = theory.rules.indices.map {
        threatening[$0].subtracting(blockedLevels(of: $0, in: own)).atBlockers
      }
      for literal in concluded {
        let reached = levels(
          of: literal, firing: firing, attacking: attacking, own: own, other: other,
          isExcluded: excluded[literal])
        if reached != own[literal] {
          own[literal] = reached
          isChanged = true
        }
      }
    }
    return own
  }

  /// The levels at which every premise of `rule` holds.
  func premiseLevels(of rule: ReferenceTheory.Rule, in sets: [LevelSet]) -> LevelSet {
    var levels = LevelSet.all
    for member in rule.premises {
      let held = sets[member.literal]
      levels = levels.intersection(member.standard.map { held.asPremise(reaching: $0) } ?? held)
    }
    return levels
  }

  /// The levels at which an exception or the undercutter of a rule counts.
  func blockedLevels(of index: Int, in sets: [LevelSet]) -> LevelSet {
    var blocked = theory.undercutters[index].map { sets[$0].atBlockers } ?? .none
    for exception in theory.rules[index].exceptions {
      var counting = LevelSet.all
      for member in exception {
        let held = sets[member.literal]
        counting = counting.intersection(
          member.standard.map { held.asException(reaching: $0) } ?? held.atBlockers)
      }
      blocked = blocked.union(counting)
    }
    return blocked
  }

  /// The levels at which `literal` holds (semantics, section 2), given which rules fire and attack at which.
  private func levels(
    of literal: Int, firing: [LevelSet], attacking: [LevelSet], own: [LevelSet], other: [LevelSet],
    isExcluded: Bool
  ) -> LevelSet {
    var reached = own[literal]
    if rules[literal].contains(where: {
      theory.rules[$0].force == .strict && firing[$0].contains(4)
    }) {
      reached.insert(4)
    }
    if reached.contains(4) { return .all }
    if reached.contains(2) { reached.insert(1) }
    if isExcluded { return reached }
    for level in [3, 2] where supporters[literal].contains(where: { firing[$0].contains(level) }) {
      let isUnanswered = clashes[literal].contains { clash in
        attacking[clash.attacker].contains(level)
          && !clash.defenders.contains {
            firing[$0.rule].contains(level) && $0.holds(at: level, in: own)
          }
      }
      if !isUnanswered { reached.insert(level) }
    }
    let isArguable = supporters[literal].contains { supporter in
      firing[supporter].contains(1)
        && !clashes[literal].contains { clash in
          attacking[clash.attacker].contains(1)
            && clash.overridden.contains { $0.rule == supporter && $0.holds(at: 3, in: other) }
        }
    }
    if isArguable { reached.insert(1) }
    return reached
  }
}
