import MootLanguage

/// The last step of a rule that concludes a pair, where that step can be done for all values at once that it
/// binds: "?a … ?c if …, and ?b … ?c", with ?a and ?b bound before it.
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
    let definition = theory.program.rules[rule]
    let match = union.matching.match
    let conclusion = definition.conclusions[0].predicate
    let source =
      match.isPositive ? tables[match.predicate].positive : tables[match.predicate].negative
    guard let grade = block.gradeOfAll, source.isUniform, tables[match.predicate].arity == 2 else {
      return false
    }
    let raw = Int(source.uniform)
    let most = min(definition.highestGrade, definition.cap.rawValue)
    let lower = min(most, grade.lower, union.matching.lower[raw])
    let upper = min(most, grade.upper, union.matching.upper[raw])
    guard upper > 0, let rows = tables[match.predicate].rowsOfPairs(isReversed: union.isReversed)
    else { return false }
    let head = Int(conclusion.predicate.raw)
    try budget.work(block.count * max(1, rows.rowCost / 8))
    let standing = Standing(lower: lower, upper: upper).raw
    var noted = risen?.take(conclusion)
    let isDone = tables[head].unite(
      block.registers[union.bound], isReversed: union.bindsSecond,
      withRowsOf: block.registers[union.key], in: rows, count: block.count, standing,
      isPositive: conclusion.isPositive, risen: &noted)
    if let noted { risen?.put(noted, conclusion) }
    if isDone, lower > 0, !hasFired[rule] {
      hasFired[rule] = rows.hasPair(from: block.registers[union.key], count: block.count)
    }
    return isDone
  }
}
