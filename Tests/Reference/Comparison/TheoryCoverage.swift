/// What a set of theories exercises: grades, verdicts, and each way a proof condition is met or fails.
struct TheoryCoverage: CustomStringConvertible {
  /// How often each interval of grades is the result of an ordinary literal.
  private(set) var grades: [ReferenceInterval: Int] = [:]
  private(set) var verdicts: [ReferenceVerdict: Int] = [:]
  private(set) var conditions: [Condition: Int] = [:]

  /// A way a proof condition of section 2 of the semantics is met or fails at the end of a settled evaluation.
  enum Condition: String, CaseIterable {
    case cappedAt1, cappedAt2, cappedAt3
    case exceptionAllows2, exceptionAllows1, exceptionAllows0
    case undercutArguably, undercutOnBalance, undercutClearly, undercutFails
    case excludedByEstablished, attackerUnanswered, attackerBeaten, beatenByAnother,
      beatenAsPresumption
    case defeaterUnanswered, overriddenAtLevel1, attackerBeatenAt2Only, attackerSilentAt2Only
    case preferenceContested, preferencePrevailing, preferenceClear, preferenceCycle, undecided

    /// Whether the arrow notation can bring it about.
    var isForArrows: Bool {
      switch self {
      case .cappedAt1, .cappedAt2, .cappedAt3, .undercutArguably, .undercutOnBalance,
        .undercutClearly, .undercutFails,
        .beatenAsPresumption, .preferenceContested, .preferencePrevailing, .attackerBeatenAt2Only,
        .preferenceCycle:
        false
      case .exceptionAllows2, .exceptionAllows1, .exceptionAllows0, .excludedByEstablished,
        .attackerUnanswered,
        .attackerBeaten, .beatenByAnother, .defeaterUnanswered, .overriddenAtLevel1,
        .attackerSilentAt2Only,
        .preferenceClear, .undecided:
        true
      }
    }
  }

  /// Adds a theory.
  mutating func add(_ theory: FirstOrderTheory) {
    let reasoner = ReferenceReasoner(theory.grounded())
    add(reasoner, reasoner.conclusions())
  }

  /// Adds what another counted.
  mutating func add(_ other: TheoryCoverage) {
    grades.merge(other.grades, uniquingKeysWith: +)
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    conditions.merge(other.conditions, uniquingKeysWith: +)
  }

  /// Adds a theory with its conclusions.
  mutating func add(_ reasoner: ReferenceReasoner, _ conclusions: ReferenceConclusions) {
    for literal in 0..<reasoner.theory.ordinaryCount {
      grades[conclusions.grade(of: literal), default: 0] += 1
      verdicts[conclusions.verdict(on: literal), default: 0] += 1
    }
    if conclusions.hasPreferenceCycle { count(.preferenceCycle) }
    guard conclusions.certain == conclusions.possible else { return count(.undecided) }
    addRules(reasoner, conclusions.certain)
    addSpoken(reasoner.theory, conclusions)
    let firing = reasoner.theory.rules.indices.map { index in
      LevelSet.upTo(reasoner.theory.rules[index].cap)
        .intersection(
          reasoner.premiseLevels(of: reasoner.theory.rules[index], in: conclusions.certain)
        )
        .subtracting(reasoner.blockedLevels(of: index, in: conclusions.certain))
    }
    for literal in reasoner.theory.literalIndices {
      addLiteral(literal, reasoner, firing, conclusions.certain)
    }
  }

  /// What holds rules down: caps and exceptions.
  private mutating func addRules(_ reasoner: ReferenceReasoner, _ sets: [LevelSet]) {
    for (index, rule) in reasoner.theory.rules.enumerated() {
      let supported = reasoner.premiseLevels(of: rule, in: sets)
      guard supported != .none else { continue }
      let blocked = reasoner.blockedLevels(of: index, in: sets)
      if rule.cap < supported.subtracting(blocked).highest {
        count([.cappedAt1, .cappedAt2, .cappedAt3][rule.cap - 1])
      }
      switch supported.subtracting(blocked).highest {
      case 2 where supported.highest > 2: count(.exceptionAllows2)
      case 1 where supported.highest > 1: count(.exceptionAllows1)
      case 0: count(.exceptionAllows0)
      default: break
      }
    }
  }

  /// The grades of undercutters and preferences.
  private mutating func addSpoken(_ theory: ReferenceTheory, _ conclusions: ReferenceConclusions) {
    for literal in theory.undercutters.compactMap(\.self) {
      switch conclusions.grade(of: literal).lower {
      case 0: count(.undercutFails)
      case 1: count(.undercutArguably)
      case 2: count(.undercutOnBalance)
      default: count(.undercutClearly)
      }
    }
    for pair in theory.spokenPairs {
      switch conclusions.grade(of: pair.literal).lower {
      case 1: count(.preferenceContested)
      case 2: count(.preferencePrevailing)
      case 3, 4: count(.preferenceClear)
      default: break
      }
    }
  }

  /// How the attackers of one literal fare.
  private mutating func addLiteral(
    _ literal: Int, _ reasoner: ReferenceReasoner, _ firing: [LevelSet], _ sets: [LevelSet]
  ) {
    let supporters = reasoner.supporters[literal].filter { firing[$0] != .none }
    guard !supporters.isEmpty, !sets[literal].contains(4) else { return }
    if reasoner.theory.conflicts(of: literal).contains(where: { sets[$0].contains(4) }) {
      return count(.excludedByEstablished)
    }
    for clash in reasoner.clashes[literal] {
      let attacking = firing[clash.attacker].atBlockers
      let beaten = [2, 3].filter { level in
        clash.defenders.contains {
          firing[$0.rule].contains(level) && $0.holds(at: level, in: sets)
        }
      }
      let isDefeater = reasoner.theory.rules[clash.attacker].force == .defeater
      if attacking.contains(2), !beaten.contains(2) {
        count(isDefeater ? .defeaterUnanswered : .attackerUnanswered)
      }
      if attacking.contains(2), beaten.contains(2) { addBeaten(clash, supporters, reasoner.theory) }
      if attacking.contains(3), beaten == [2] { count(.attackerBeatenAt2Only) }
      if attacking.contains(3), !attacking.contains(2) { count(.attackerSilentAt2Only) }
      let overridden = clash.overridden.filter {
        supporters.contains($0.rule) && $0.holds(at: 3, in: sets)
      }
      if attacking.contains(1), !overridden.isEmpty { count(.overriddenAtLevel1) }
    }
  }

  /// By whom a beaten attacker is beaten.
  private mutating func addBeaten(
    _ clash: ReferenceClash, _ supporters: [Int], _ theory: ReferenceTheory
  ) {
    count(.attackerBeaten)
    if supporters.contains(where: { supporter in !clash.defenders.contains { $0.rule == supporter }
    }) {
      count(.beatenByAnother)
    }
    if theory.rules[clash.attacker].force == .presumption { count(.beatenAsPresumption) }
  }

  private mutating func count(_ condition: Condition) { conditions[condition, default: 0] += 1 }

  var description: String {
    let grades = self.grades.sorted { ($0.key.lower, $0.key.upper) < ($1.key.lower, $1.key.upper) }
    return [
      "grades     " + grades.map { "\($0.key): \($0.value)" }.joined(separator: ", "),
      "verdicts   "
        + ReferenceVerdict.allCases.map { "\($0): \(verdicts[$0, default: 0])" }.joined(
          separator: ", "),
      "conditions "
        + Condition.allCases.map { "\($0): \(conditions[$0, default: 0])" }.joined(separator: ", "),
    ].joined(separator: "\n")
  }
}
