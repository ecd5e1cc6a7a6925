import MootLanguage

extension Evaluation {
  /// Decides a component that depends on itself through premises only: semi-naive, a grade can only rise
  /// (section 2, "One pass over grades").
  func decideByRising(_ component: ClassGraph.Component) throws(LimitReached) {
    let inside = Set(component.classes.flatMap { theory.classes.predicates[$0] })
    let rules = component.classes.flatMap { theory.classes.rules[$0] }.sorted()
    let occurrences = PremiseOccurrences(of: inside, in: rules, theory.program)
    var risen: RisenRows? = RisenRows()
    try raiseAll(rules, &risen)
    var rounds = Rounds(of: rules, theory.program)
    while let last = risen, !last.isEmpty {
      try rounds.begin(budget)
      risen = RisenRows()
      for (predicate, rows) in last.inOrder {
        for occurrence in occurrences[predicate] { try raise(occurrence, rows, &risen) }
      }
    }
    forgetMatchers()
  }

  /// Joins a rule again where one of its premises has risen.
  private func raise(
    _ occurrence: PremiseOccurrences.Occurrence, _ rows: [UInt32], _ risen: inout RisenRows?
  ) throws(LimitReached) {
    if theory.program.rules[occurrence.rule].isGround {
      return try raiseGround(occurrence.rule, occurrence.alternative, &risen)
    }
    let key = Matcher.Key(
      rule: occurrence.rule, alternative: occurrence.alternative,
      start: .premise(occurrence.position))
    let seeds = Block(registerCount: theory.program.rules[occurrence.rule].variables.count)
    for start in stride(from: 0, to: rows.count, by: Block.capacity) {
      let part = rows[start..<min(start + Block.capacity, rows.count)]
      bind(occurrence.sentence, occurrence.standard, to: part, in: seeds)
      try raise(key, seeds: seeds, &risen)
    }
  }

  /// A block that binds a premise's variables to some atoms, with the grades these allow.
  func premiseSeeds(
    _ sentence: Sentence, _ standard: UInt8, _ rule: Int, _ rows: ArraySlice<Int>
  ) -> Block {
    let block = Block(registerCount: theory.program.rules[rule].variables.count)
    bind(sentence, standard, to: rows, in: block)
    return block
  }

  /// Fills a block with the bindings that a premise's variables have in some atoms, as far as these agree with
  /// the premise.
  private func bind<Row: FixedWidthInteger>(
    _ sentence: Sentence, _ standard: UInt8, to rows: ArraySlice<Row>, in block: Block
  ) {
    let table = tables[Int(sentence.predicate.predicate.raw)]
    var chosen = Array(rows)
    var columnOf: [Int: Int] = [:]
    for (column, term) in sentence.terms.enumerated() {
      switch term {
      case .any: continue
      case .value(let constant):
        chosen.removeAll { table.columns[column][Int($0)] != constant.raw }
      case .variable(let variable):
        guard let first = columnOf[Int(variable.raw)] else {
          columnOf[Int(variable.raw)] = column
          continue
        }
        chosen.removeAll { table.columns[column][Int($0)] != table.columns[first][Int($0)] }
      }
    }
    block.resize(to: chosen.count)
    for (register, column) in columnOf {
      let (values, known) = (block.registers[register], table.columns[column])
      for (row, atom) in chosen.enumerated() { values[row] = known[Int(atom)] }
    }
    let (lower, upper, origin) = (block.lower, block.upper, block.origin)
    for (row, atom) in chosen.enumerated() {
      let standing = table.standing(Int(atom), isPositive: sentence.predicate.isPositive)
      lower[row] = premiseGrade(standing.lower, standard: standard)
      upper[row] = premiseGrade(standing.upper, standard: standard)
      origin[row] = 0
    }
  }
}
