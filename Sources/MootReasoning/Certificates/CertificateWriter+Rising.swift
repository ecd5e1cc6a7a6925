import MootLanguage
import MootProofChecker

extension CertificateWriter {
  /// Labels a component that reads itself through premises only: derived again, each literal ranked at each level
  /// behind the premises it first had there.
  mutating func writeRising(_ component: ClassGraph.Component, _ stage: UInt32, _ rank: UInt32)
    throws(LimitReached)
  {
    reset(component)
    var derivation = RankedDerivation(component, in: evaluation)
    try derivation.run()
    for predicate in component.classes.flatMap({ evaluation.theory.classes.predicates[$0] }) {
      let table = evaluation.tables[predicate]
      for isPositive in [true, false] {
        open(predicate, isPositive, outStage: stage)
        // What a block of instances concludes has the same labels, row after row.
        var last: (standing: Standing, ranks: RankedDerivation.Ranks, place: UInt32)?
        for row in 0..<table.count where !table.isStated(row, isPositive: isPositive) {
          let standing = table.standing(row, isPositive: isPositive)
          guard standing.upper > 0 else { continue }
          let ranks = derivation.ranks(predicate, isPositive, row)
          if last.map({ $0.standing != standing || $0.ranks != ranks }) ?? true {
            let labels = (1...4).map { level -> Certificate.Label in
              if level > standing.upper { return .fails(stage: stage) }
              if level > standing.lower { return .undecided(rank: rank + ranks.upper[level - 1]) }
              return .holds(stage: stage, rank: ranks.lower[level - 1])
            }
            last = (standing, ranks, place(of: Certificate.LabelSet(labels)))
          }
          add(predicate, isPositive, table, row, last?.place ?? 0)
        }
      }
    }
    end(component, stage: stage, rank: rank + derivation.lastRank)
    restore(component)
  }
}

/// Derives a component that reads itself through premises only, and notes in which order.
struct RankedDerivation {
  private let evaluation: Evaluation
  private let rules: [Int]
  private let occurrences: PremiseOccurrences
  private let inside: [Int]
  /// For each signed predicate, when each row first had each level, from below and from above.
  private var ranks: [[Ranks]]
  /// The number of blocks of instances so far.
  private var sequence: UInt32 = 0

  /// When a literal first had the levels 1 to 4.
  struct Ranks: Equatable {
    var lower = SIMD4<UInt32>(repeating: 0)
    var upper = SIMD4<UInt32>(repeating: 0)
  }

  /// Prepares to derive a component, of which the tables hold facts only.
  init(_ component: ClassGraph.Component, in evaluation: Evaluation) {
    self.evaluation = evaluation
    let classes = evaluation.theory.classes
    inside = component.classes.flatMap { classes.predicates[$0] }
    rules = component.classes.flatMap { classes.rules[$0] }.sorted()
    ranks = Array(repeating: [], count: evaluation.theory.program.predicates.count * 2)
    occurrences = PremiseOccurrences(of: Set(inside), in: rules, evaluation.theory.program)
  }

  /// The greatest rank there can be.
  var lastRank: UInt32 { sequence * 4 + 4 }

  /// When a literal first had each level.
  func ranks(_ predicate: Int, _ isPositive: Bool, _ row: Int) -> Ranks {
    let ranks = ranks[predicate * 2 + (isPositive ? 0 : 1)]
    return row < ranks.count ? ranks[row] : Ranks()
  }

  /// Derives everything.
  mutating func run() throws(LimitReached) {
    var risen = RisenRows()
    for rule in rules {
      for alternative in evaluation.theory.program.rules[rule].alternatives.indices {
        let key = Matcher.Key(rule: rule, alternative: alternative, start: .nothing)
        try raise(key, seeds: evaluation.matcher(key).emptySeed(), &risen)
      }
    }
    while !risen.isEmpty {
      let last = risen
      risen = RisenRows()
      for (predicate, rows) in last.inOrder {
        for occurrence in occurrences[predicate] { try raise(occurrence, rows, &risen) }
      }
    }
  }

  private mutating func raise(
    _ occurrence: PremiseOccurrences.Occurrence, _ rows: RowRuns, _ risen: inout RisenRows
  ) throws(LimitReached) {
    let key = Matcher.Key(
      rule: occurrence.rule, alternative: occurrence.alternative,
      start: .premise(occurrence.position))
    try rows.inBlocks { (part) throws(LimitReached) in
      let seeds = evaluation.premiseSeeds(
        occurrence.sentence, occurrence.standard, occurrence.rule, part.map { Int($0) }[...])
      try raise(key, seeds: seeds, &risen)
    }
  }

  /// Joins an alternative and raises what it concludes; what a block reads has been raised before it.
  private mutating func raise(_ key: Matcher.Key, seeds: Block, _ risen: inout RisenRows)
    throws(LimitReached)
  {
    let rule = evaluation.theory.program.rules[key.rule]
    guard rule.force != .defeater else { return }
    let most = rule.highestGrade
    try evaluation.instances(key, seeds: seeds) { (block) throws(LimitReached) in
      sequence += 1
      for row in 0..<block.count where block.upper[row] > 0 {
        let raised = Standing(
          lower: min(most, block.lower[row]), upper: min(most, block.upper[row]))
        for conclusion in rule.conclusions { raise(conclusion, block, row, raised, &risen) }
      }
      try evaluation.checkMemory(of: inside, instances: 0)
    }
  }

  private mutating func raise(
    _ conclusion: Sentence, _ block: Block, _ row: Int, _ raised: Standing,
    _ risen: inout RisenRows
  ) {
    let predicate = Int(conclusion.predicate.predicate.raw)
    let isPositive = conclusion.predicate.isPositive
    let atom = evaluation.tables[predicate].insert(evaluation.arguments(conclusion, block, row))
    let known = evaluation.tables[predicate].standing(atom, isPositive: isPositive)
    let standing = Standing(raw: Standing.raised(known.raw, to: raised.raw))
    guard standing != known else { return }
    evaluation.tables[predicate].setStanding(standing, atom, isPositive: isPositive)
    risen.note(conclusion.predicate, UInt32(atom))
    let index = Theory.index(of: conclusion.predicate)
    while ranks[index].count <= atom { ranks[index].append(Ranks()) }
    for level in 0..<4 {
      let rank = sequence * 4 + UInt32(3 - level)
      if level >= known.lower, level < standing.lower { ranks[index][atom].lower[level] = rank }
      if level >= known.upper, level < standing.upper { ranks[index][atom].upper[level] = rank }
    }
  }
}
