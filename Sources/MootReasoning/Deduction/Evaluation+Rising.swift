import MootLanguage

extension Evaluation {
  /// Decides a component that depends on itself through premises only: semi-naive, a grade can only rise
  /// (section 2, "One pass over grades").
  func decideByRising(_ component: ClassGraph.Component) throws(LimitReached) {
    let inside = Set(component.classes.flatMap { theory.classes.predicates[$0] })
    let rules = component.classes.flatMap { theory.classes.rules[$0] }.sorted()
    let occurrences = PremiseOccurrences(of: inside, in: rules, theory.program)
    var readers: [Int: [RisingReader]] = [:]
    var risen: RisenRows? = RisenRows()
    try raiseAll(rules, &risen)
    var rounds = Rounds(of: rules, theory.program)
    while let last = risen, !last.isEmpty {
      try rounds.begin(budget)
      risen = RisenRows()
      for (predicate, rows) in last.inOrder {
        let known = readers[predicate]
        let found = known ?? occurrences[predicate].map { RisingReader($0, theory.program) }
        if known == nil { readers[predicate] = found }
        for reader in found { try raise(reader, rows, &risen) }
      }
    }
    forgetMatchers()
  }

  /// Joins a rule again where one of its premises has risen.
  private func raise(
    _ reader: RisingReader, _ rows: RowRuns, _ risen: inout RisenRows?
  ) throws(LimitReached) {
    let occurrence = reader.occurrence
    guard let seeds = reader.seeds else {
      return try raiseGround(occurrence.rule, occurrence.alternative, &risen)
    }
    var noted = risen
    risen = nil
    defer { risen = noted }
    try rows.inBlocks { (part) throws(LimitReached) in
      bind(reader.binding, occurrence.standard, to: part, in: seeds)
      try raise(reader.key, seeds: seeds, &noted)
    }
  }

  /// A block that binds a premise's variables to some atoms, with the grades these allow.
  func premiseSeeds(
    _ sentence: Sentence, _ standard: UInt8, _ rule: Int, _ rows: ArraySlice<Int>
  ) -> Block {
    let block = Block(registerCount: theory.program.rules[rule].variables.count)
    bind(SentenceBinding(sentence), standard, to: rows.map { UInt32($0) }[...], in: block)
    return block
  }

  /// Fills a block with the bindings that a premise's variables have in some atoms, as far as these agree with
  /// the premise, and the grades that these allow.
  private func bind(
    _ binding: SentenceBinding, _ standard: UInt8, to rows: ArraySlice<UInt32>, in block: Block
  ) {
    let isPositive = binding.predicate.isPositive
    let table = tables[Int(binding.predicate.predicate.raw)]
    binding.bind(rows, of: table, in: block)
    let (lower, upper, origin) = (block.lower, block.upper, block.origin)
    if let standing = table.standingOfAll(isPositive: isPositive) {
      block.grade(
        lower: premiseGrade(standing.lower, standard: standard),
        upper: premiseGrade(standing.upper, standard: standard))
    } else {
      for row in 0..<block.count {
        let standing = table.standing(Int(origin[row]), isPositive: isPositive)
        lower[row] = premiseGrade(standing.lower, standard: standard)
        upper[row] = premiseGrade(standing.upper, standard: standard)
      }
    }
    origin.update(repeating: 0, count: block.count)
  }
}

/// A premise of a rising component that is joined again whenever atoms for it rise.
private struct RisingReader {
  /// The premise.
  let occurrence: PremiseOccurrences.Occurrence
  /// The matcher that begins with it.
  let key: Matcher.Key
  /// How atoms bind its variables.
  let binding: SentenceBinding
  /// The block that is filled with these bindings, used again and again; none for a rule without variables.
  let seeds: Block?

  init(_ occurrence: PremiseOccurrences.Occurrence, _ program: Program) {
    self.occurrence = occurrence
    key = Matcher.Key(
      rule: occurrence.rule, alternative: occurrence.alternative,
      start: .premise(occurrence.position))
    binding = SentenceBinding(occurrence.sentence)
    let rule = program.rules[occurrence.rule]
    seeds = rule.isGround ? nil : Block(registerCount: rule.variables.count)
  }
}
