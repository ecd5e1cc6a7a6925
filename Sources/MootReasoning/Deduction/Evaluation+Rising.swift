import MootLanguage

extension Evaluation {
  /// Decides a component that depends on itself through premises only: semi-naive, a grade can only rise
  /// (section 2, "One pass over grades").
  func decideByRising(_ component: ClassGraph.Component) throws(LimitReached) {
    let inside = Set(component.classes.flatMap { theory.classes.predicates[$0] })
    let rules = component.classes.flatMap { theory.classes.rules[$0] }.sorted()
    let occurrences = PremiseOccurrences(of: inside, in: rules, theory.program)
    var risen = RisenLiterals()
    try raiseAll(rules) { risen.note($0, $1, $2) }
    var rounds = Rounds(of: rules, theory.program)
    while !risen.isEmpty {
      let last = risen
      try rounds.begin(budget)
      risen = RisenLiterals()
      for (predicate, rows) in last.inOrder {
        for occurrence in occurrences[predicate] {
          try raise(occurrence, rows) { risen.note($0, $1, $2) }
        }
      }
    }
    forgetMatchers()
  }

  /// Joins a rule again where one of its premises has risen.
  private func raise(
    _ occurrence: PremiseOccurrences.Occurrence, _ rows: [Int], didRise: (Int, Bool, Int) -> Void
  ) throws(LimitReached) {
    if theory.program.rules[occurrence.rule].isGround {
      return try raiseGround(occurrence.rule, occurrence.alternative, didRise)
    }
    let key = Matcher.Key(
      rule: occurrence.rule, alternative: occurrence.alternative,
      start: .premise(occurrence.position))
    for start in stride(from: 0, to: rows.count, by: Block.capacity) {
      let part = rows[start..<min(start + Block.capacity, rows.count)]
      try raise(
        key, seeds: premiseSeeds(occurrence.sentence, occurrence.standard, occurrence.rule, part),
        didRise)
    }
  }

  /// A block that binds a premise's variables to some atoms, with the grades these allow.
  func premiseSeeds(
    _ sentence: Sentence, _ standard: UInt8, _ rule: Int, _ rows: ArraySlice<Int>
  ) -> Block {
    let predicate = Int(sentence.predicate.predicate.raw)
    let block = Block(registerCount: theory.program.rules[rule].variables.count)
    for row in rows {
      let standing = tables[predicate].standing(row, isPositive: sentence.predicate.isPositive)
      block.appendUnbound(
        lower: premiseGrade(standing.lower, standard: standard),
        upper: premiseGrade(standing.upper, standard: standard), origin: 0)
      bind(sentence, to: row, in: block)
    }
    return block
  }

  /// Binds the variables of a premise in the last row of a block, which is removed when they do not agree.
  private func bind(_ sentence: Sentence, to row: Int, in block: Block) {
    let table = Int(sentence.predicate.predicate.raw)
    let last = block.count - 1
    for (column, term) in sentence.terms.enumerated() {
      let value = tables[table].columns[column][row]
      let agrees: Bool
      switch term {
      case .any: agrees = true
      case .value(let constant): agrees = constant.raw == value
      case .variable(let variable):
        let known = block.registers[Int(variable.raw)][last]
        agrees = known == Block.unbound || known == value
        block.registers[Int(variable.raw)][last] = value
      }
      guard agrees else { return block.removeLast() }
    }
  }
}
