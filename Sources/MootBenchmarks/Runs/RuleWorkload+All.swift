extension RuleWorkload {
  /// The caseload.
  static let w1 = RuleWorkload(
    name: "w1", summary: "a caseload under laws that change: 22 rules, exceptions, dates",
    unit: "cases", size: 100_000, rules: "w1.moot",
    tally: .values(relation: "status", hole: 1),
    facts: { Caseload.files(caseCount: $0) }, answer: { CaseloadAnswer($0).counts })

  /// The caseload with cases that strike one another down.
  static let w1n = RuleWorkload(
    name: "w1n", summary: "the same, and cases strike one another down, some in circles",
    unit: "cases", size: 100_000, rules: "w1n.moot",
    tally: .values(relation: "status", hole: 1),
    facts: { Caseload.contestedFiles(caseCount: $0) }, answer: { StrikeAnswer($0).counts })

  /// A transitive relation over a chain.
  static let w2chain = RuleWorkload(
    name: "w2chain", summary: "titles that go from hand to hand, in a chain",
    unit: "owners", size: 2_000, rules: "w2.moot", tally: .relations(["tc"]), growth: .square,
    facts: { Networks.chain($0) }, answer: { NetworkAnswers.reached($0) })

  /// A transitive relation over a network.
  static let w2random = RuleWorkload(
    name: "w2random", summary: "titles that go from hand to hand, four times from each",
    unit: "owners", size: 2_000, rules: "w2.moot", tally: .relations(["tc"]), growth: .square,
    facts: { Networks.random($0) }, answer: { NetworkAnswers.reached($0) })

  /// Relatives of one generation.
  static let w3 = RuleWorkload(
    name: "w3", summary: "relatives of the same generation, twelve generations",
    unit: "of a generation", size: 300, rules: "w3.moot", tally: .relations(["sg"]),
    growth: .square, facts: { Networks.generations($0) },
    answer: { NetworkAnswers.generations($0) })

  /// Joins with many more derivations than results.
  static let w4 = RuleWorkload(
    name: "w4", summary: "holdings through five registers, each found in many ways",
    unit: "rows a register", size: 10_000, rules: "w4.moot",
    tally: .relations(["c1", "b1", "b2", "a"]), growth: .steep,
    facts: { Networks.registers($0) }, answer: { NetworkAnswers.joins($0) })

  /// A game.
  static let w5 = RuleWorkload(
    name: "w5", summary: "a game of moves: won, lost, or going round",
    unit: "positions", size: 100_000, rules: "w5.moot", tally: .relations(["win"]),
    facts: { Networks.moves($0) }, answer: { NetworkAnswers.game($0) })

  /// A chain of exceptions.
  static let w6 = RuleWorkload(
    name: "w6", summary: "rules that defeat one another in a row",
    unit: "rules", size: 100_000, rules: "w6.moot", tally: .relations(["applies", "defeated"]),
    facts: { Networks.defeats($0) }, answer: { NetworkAnswers.defeats($0) })

  /// Next to nothing.
  static let w8 = RuleWorkload(
    name: "w8", summary: "one fact, one rule, one exception: what starting takes",
    unit: "program", size: 1, rules: "w8.moot", tally: .relations(["detour"]),
    facts: { _ in [] }, answer: { _ in ["detour": 1] })
}
