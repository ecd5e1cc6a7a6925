/// What kind of theory is generated.
enum TheoryKind: String, CaseIterable, Sendable {
  /// Without variables, with everything the rule language has.
  case ground

  /// Without variables, with what the arrow notation can say.
  case arrows

  /// With variables, with everything the rule language has.
  case firstOrder

  /// With variables, with what the arrow notation can say.
  case firstOrderArrows

  /// With variables, where nothing conflicts and nothing speaks of rules: only exceptions hold anything down.
  case agreeing

  /// The kinds in which arguments attack one another.
  static let attacking: [TheoryKind] = [.ground, .arrows, .firstOrder, .firstOrderArrows]

  /// Whether rules have variables.
  var hasVariables: Bool { self != .ground && self != .arrows }

  /// Whether only what the arrow notation can say is generated.
  var isForArrows: Bool { self == .arrows || self == .firstOrderArrows }
}

/// The size and the taste of one theory, drawn before it.
struct TheoryProfile: Sendable {
  let kind: TheoryKind

  /// Whether no rule depends on its own conclusion.
  let isAcyclic: Bool
  let constantCount: Int
  let relationCount: Int

  /// Facts, contentions, disputes and circles on which the rules rest.
  let groundCount: Int
  let ruleCount: Int

  /// Undercutters and preferences.
  let speakerCount: Int

  /// In how many of a hundred theories' choices an action, a standard, a cap, an alternative appears.
  let actionPercent: Int
  let standardPercent: Int
  let capPercent: Int
  let alternativePercent: Int
  let exceptionPercent: Int

  /// How many of a hundred rules attack what another rule concludes.
  let attackPercent: Int

  /// The weights of facts, contentions, disputes, self-defeating rules and circles of exceptions.
  let groundWeights: [Int]

  /// The weights of strict rules, ordinary rules, presumptions and defeaters.
  let forceWeights: [Int]

  init(_ kind: TheoryKind, _ random: inout SeededGenerator) {
    let isRich = !kind.isForArrows
    self.kind = kind
    isAcyclic = kind != .agreeing && random.chance(45)
    constantCount = kind.hasVariables ? 1 + random.index(weights: [2, 5, 3, 1]) : 1
    relationCount = 2 + random.below(4)
    groundCount = kind.hasVariables ? 2 + random.below(5) : 1 + random.below(3)
    ruleCount = kind.hasVariables ? 3 + random.below(4) : 3 + random.below(6)
    speakerCount = kind == .agreeing || random.chance(25) ? 0 : 1 + random.below(4)
    actionPercent = isRich && random.chance(40) ? 50 : 0
    standardPercent = isRich && random.chance(40) ? 30 : 0
    capPercent = isRich && random.chance(kind == .agreeing ? 75 : 40) ? 25 : 0
    alternativePercent = isRich && random.chance(40) ? 30 : 0
    exceptionPercent = random.chance(60) ? kind == .agreeing ? 50 : 30 : 5
    attackPercent = kind == .agreeing ? 0 : 30 + random.below(40)
    groundWeights =
      kind == .agreeing ? [6, 4, 0, 1, 3] : isAcyclic ? [5, 4, 5, 0, 0] : [5, 4, 4, 1, 2]
    forceWeights =
      kind == .agreeing
      ? [random.below(12), 12, random.below(3), 0]
      : isRich
        ? [random.below(3), 12, random.below(6), random.below(6)]
        : [random.below(3), 12, 0, random.below(6)]
  }
}
