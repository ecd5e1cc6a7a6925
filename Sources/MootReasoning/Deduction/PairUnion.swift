import MootLanguage

/// The last step of a rule that concludes a pair, where that step goes from bindings to pairs without anything in
/// between: "?a … ?c if …, and ?b … ?c", with ?a and ?b bound before it.
struct PairUnion {
  /// The step, which is the last.
  let matching: Matching
  /// The register of the value of the pair that is bound before the step.
  let bound: Int
  /// Whether that is the second value of the pair.
  let bindsSecond: Bool
  /// The register by which the last sentence is looked up.
  let key: Int

  /// Looks whether a plan for a rule ends so.
  init?(_ rule: Rule, _ plan: Plan, _ last: Matching?) {
    guard let last, rule.conclusions.count == 1, rule.exceptions.isEmpty, last.comparisons.isEmpty,
      last.equalColumns.isEmpty, !last.match.isUnfinished, last.match.bindings.count == 1,
      last.match.keyColumns.count == 1, case .register(let key) = last.match.keys[0],
      let terms = Optional(rule.conclusions[0].terms), terms.count == 2,
      case .variable(let first) = terms[0], case .variable(let second) = terms[1], first != second,
      let place = [first, second].firstIndex(where: {
        Int($0.raw) == last.match.bindings[0].register
      }),
      rule.conclusions[0].predicate.predicate.raw != UInt32(last.match.predicate)
    else { return nil }
    matching = last
    bound = Int(place == 1 ? first.raw : second.raw)
    bindsSecond = place == 0
    self.key = key
  }

  /// Whether the last sentence is looked up by its second argument.
  var isReversed: Bool { matching.match.keyColumns[0] == 1 }
}

extension Evaluation {
  /// Raises the pairs that a block of bindings gives with the last step of their rule, a row of bits at a time.
  ///
  /// `false` where grades differ or it would not be faster; then nothing is done.
  func unite(
    _ union: PairUnion, _ block: Block, of rule: Int, _ risen: inout RisenRows?
  ) throws(LimitReached) -> Bool {
    let match = union.matching.match
    guard tables[match.predicate].arity == 2, let standing = standing(union, block, of: rule),
      let rows = tables[match.predicate].rowsOfPairs(isReversed: union.isReversed)
    else { return false }
    let conclusion = theory.program.rules[rule].conclusions[0].predicate
    try budget.work(block.count * max(1, rows.rowCost / 8))
    var noted = risen?.take(conclusion)
    let isDone = tables[Int(conclusion.predicate.raw)].unite(
      block.registers[union.bound], isReversed: union.bindsSecond,
      withRowsOf: block.registers[union.key], in: rows, count: block.count, standing.raw,
      isPositive: conclusion.isPositive, risen: &noted)
    if let noted { risen?.put(noted, conclusion) }
    if isDone, standing.lower > 0, !hasFired[rule] {
      hasFired[rule] = rows.hasPair(from: block.registers[union.key], count: block.count)
    }
    return isDone
  }

  /// Raises the pairs that a block of bindings gives with the last step of their rule, from what an index finds
  /// straight to the bit of each pair.
  ///
  /// `false` where grades differ or pairs are not kept as bits; then nothing is done.
  func follow(
    _ union: PairUnion, _ block: Block, of rule: Int, _ risen: inout RisenRows?
  ) throws(LimitReached) -> Bool {
    let match = union.matching.match
    guard let standing = standing(union, block, of: rule), let number = match.index else {
      return false
    }
    let index = tables[match.predicate].current(index: number)
    let conclusion = theory.program.rules[rule].conclusions[0].predicate
    let head = Int(conclusion.predicate.raw)
    guard index.isDirect,
      tables[head].keepsPairs(standing.raw, isPositive: conclusion.isPositive)
    else { return false }
    try budget.spend(block.count)
    let way = PairWay(
      bound: block.registers[union.bound], keys: block.registers[union.key], count: block.count,
      index: index, column: tables[match.predicate].columns[match.bindings[0].column],
      isReversed: union.bindsSecond)
    var noted = risen?.take(conclusion)
    defer { if let noted { risen?.put(noted, conclusion) } }
    var cursor = PairWay.Cursor()
    while cursor.binding < block.count {
      guard
        tables[head].follow(
          way, &cursor, standing.raw, isPositive: conclusion.isPositive, scratch.room,
          risen: &noted)
      else { return false }
      if cursor.seen > 0, standing.lower > 0 { hasFired[rule] = true }
      try budget.spend(cursor.seen)
    }
    return true
  }

  /// The standing of what all bindings of a block conclude with the last step, where it is the same for all and
  /// not nothing.
  private func standing(_ union: PairUnion, _ block: Block, of rule: Int) -> Standing? {
    let definition = theory.program.rules[rule]
    let match = union.matching.match
    guard
      let source = tables[match.predicate].standingOfAll(isPositive: match.isPositive)?.raw,
      let grade = block.gradeOfAll
    else { return nil }
    let most = min(definition.highestGrade, definition.cap.rawValue)
    let lower = min(most, grade.lower, union.matching.lower[Int(source)])
    let upper = min(most, grade.upper, union.matching.upper[Int(source)])
    return upper > 0 ? Standing(lower: lower, upper: upper) : nil
  }
}
