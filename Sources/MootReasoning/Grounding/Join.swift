import MootLanguage

/// Runs a plan over blocks of bindings, set at a time.
///
/// A class because it owns the buffers between the steps, and its emissions come back into the evaluation
/// that started it.
final class Join {
  /// The evaluation whose tables are joined.
  let evaluation: Evaluation
  private let plan: Plan
  private let purpose: Purpose
  private let matches: [Matching?]
  private var buffers: [Block?]

  /// What the running grade of a binding means.
  enum Purpose {
    /// Premises: the least of their grades.
    case premises
    /// Members of an exception: the highest grade that any of them allows.
    case exception
  }

  /// Prepares to run a plan.
  init(_ plan: Plan, for purpose: Purpose, in evaluation: Evaluation) {
    self.plan = plan
    self.purpose = purpose
    self.evaluation = evaluation
    matches = plan.steps.indices.map { Matching(ofStep: $0, in: plan, for: purpose) }
    buffers = Array(repeating: nil, count: plan.steps.count)
  }

  /// The last step, where it matches a sentence.
  var lastMatching: Matching? { matches.last.flatMap { $0 } }

  /// The steps.
  var steps: Range<Int> { 0..<plan.steps.count }

  /// The number of registers of the rule.
  var registerCount: Int { plan.registerCount }

  /// A join over conditions nested in a step.
  func nested(_ steps: [Plan.Step], for purpose: Purpose) -> Join {
    Join(Plan(steps: steps, registerCount: plan.registerCount), for: purpose, in: evaluation)
  }

  /// Extends the bindings in `seeds` by all steps and hands on full bindings, a block at a time.
  func run(_ seeds: Block, emit: (Block) throws(LimitReached) -> Void) throws(LimitReached) {
    guard plan.bindingStepCount <= Plan.mostBindingSteps else { throw LimitReached(kind: .depth) }
    try run(0..<plan.steps.count, seeds, emit)
  }

  /// Extends the bindings in a block by some steps.
  func run(
    _ steps: Range<Int>, _ input: Block, _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    var input = input
    var position = steps.lowerBound
    while position < steps.upperBound {
      guard input.count > 0 else { return }
      try evaluation.budget.spend(input.count)
      if let matching = matches[position] {
        guard matching.match.isFilter else {
          return try match(
            matching, input, into: buffer(position), upTo: steps.upperBound, emit)
        }
        let output = position == 0 ? buffer(position) : input
        filter(input, by: matching, into: output)
        input = output
        position += 1
        continue
      }
      let output = buffer(position)
      output.clear()
      switch plan.steps[position] {
      case .match: break
      case .compare(let left, let relation, let right):
        compare(input, left, relation, right, into: output)
      case .inForce(let period, let register):
        keep(input, inForceBy: register, period, into: output)
      case .calculate(let expression, let register, let isCheck):
        try calculate(input, expression, register, isCheck: isCheck, into: output)
      case .universal(let plan):
        let grades = try grades(of: plan, input)
        for row in 0..<input.count { take(row, of: input, grades[row], into: output) }
      case .aggregate(let plan):
        return try gather(plan, position..<steps.upperBound, input, output, emit)
      case .past(let match, let day):
        return try look(match, on: day, position..<steps.upperBound, input, output, emit)
      }
      input = output
      position += 1
    }
    guard input.count > 0 else { return }
    try evaluation.budget.spend(input.count)
    try emit(input)
  }

  /// The block a step writes, made when it is first needed.
  private func buffer(_ position: Int) -> Block {
    if let buffer = buffers[position] { return buffer }
    let buffer = Block(registerCount: plan.registerCount)
    buffers[position] = buffer
    return buffer
  }

  private func keep(
    _ input: Block, inForceBy register: Int, _ period: Period, into output: Block
  ) {
    for row in 0..<input.count
    where evaluation.values.order.covers(period, input.registers[register][row]) == .holds {
      output.append(copying: row, of: input, lower: input.lower[row], upper: input.upper[row])
    }
  }

  private func compare(
    _ input: Block, _ left: Plan.Operand, _ relation: Comparison.Relation, _ right: Plan.Operand,
    into output: Block
  ) {
    for row in 0..<input.count {
      let truth = evaluation.values.order.compare(
        value(left, input, row), relation, value(right, input, row))
      take(row, of: input, truth, into: output)
    }
  }

  private func calculate(
    _ input: Block, _ expression: Calculation.Expression, _ register: Int, isCheck: Bool,
    into output: Block
  ) throws(LimitReached) {
    for row in 0..<input.count {
      let value = try evaluation.value(of: expression) { term in
        switch term {
        case .value(let value): return value.raw
        case .variable(let variable): return input.registers[Int(variable.raw)][row]
        case .any: return nil
        }
      }
      guard let value else { continue }
      let id = evaluation.values.intern(value)
      guard !isCheck else {
        let truth = evaluation.values.order.equality(input.registers[register][row], id)
        take(row, of: input, truth, into: output)
        continue
      }
      output.append(copying: row, of: input, lower: input.lower[row], upper: input.upper[row])
      output.registers[register][output.count - 1] = id
    }
  }

  /// Adds a copy of a row where one more comparison holds, and in exceptions where it is left open.
  private func take(
    _ row: Int, of input: Block, _ truth: ValueOrder.Truth, into output: Block
  ) {
    guard truth != .holds else {
      output.append(copying: row, of: input, lower: input.lower[row], upper: input.upper[row])
      return
    }
    guard let grade = grade(of: truth) else { return }
    take(row, of: input, grade, into: output)
  }

  /// Adds a copy of a row with the grade of one more condition; nothing when it cannot matter any more.
  private func take(_ row: Int, of input: Block, _ grade: StepGrade, into output: Block) {
    switch purpose {
    case .premises:
      let upper = min(input.upper[row], grade.upper)
      guard upper > 0 else { return }
      output.append(
        copying: row, of: input, lower: min(input.lower[row], grade.lower), upper: upper)
    case .exception:
      let lower = max(input.lower[row], allowedGrade(grade.upper, standard: 0))
      guard lower < 4 else { return }
      output.append(
        copying: row, of: input, lower: lower,
        upper: max(input.upper[row], allowedGrade(grade.lower, standard: 0)))
    }
  }

  private func gather(
    _ plan: Plan.Gathering, _ steps: Range<Int>, _ input: Block, _ output: Block,
    _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let results = try gatherings(of: plan, input)
    for row in 0..<input.count {
      for gathered in results[row] {
        var grade = gathered.grade
        if plan.isCheck {
          let truth = evaluation.values.order.equality(
            input.registers[plan.result][row], gathered.value)
          guard let agreement = self.grade(of: truth) else { continue }
          grade = (min(grade.lower, agreement.lower), min(grade.upper, agreement.upper))
        }
        let known = output.count
        take(row, of: input, grade, into: output)
        guard output.count > known else { continue }
        for (register, value) in zip(plan.openGroups, gathered.group) {
          output.registers[register][known] = value
        }
        if !plan.isCheck { output.registers[plan.result][known] = gathered.value }
        try handOn(output, steps, emit)
      }
    }
    try run(steps.dropFirst(), output, emit)
  }

  /// Reads the facts of another date.
  private func look(
    _ match: Plan.Match, on day: Plan.Operand?, _ steps: Range<Int>, _ input: Block,
    _ output: Block,
    _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let signed = SignedPredicate(
      PredicateID(raw: UInt32(match.predicate)), isPositive: match.isPositive)
    for row in 0..<input.count {
      let key = match.keys.map { value($0, input, row) }
      let date = day.map { value($0, input, row) }
      for (candidate, truth) in evaluation.history(
        of: signed,
        { history in
          evaluation.found(match.index, key, on: date, in: &history)
        })
      {
        guard let grade = grade(of: truth) else { continue }
        let known = output.count
        take(row, of: input, grade, into: output)
        guard output.count > known else { continue }
        let arguments = evaluation.history(of: signed) { $0.table.arguments(candidate) }
        for target in match.bindings {
          output.registers[target.register][known] = arguments[target.column]
        }
        let agrees = match.checks.allSatisfy {
          output.registers[$0.register][known] == arguments[$0.column]
        }
        if agrees { try handOn(output, steps, emit) } else { output.removeLast() }
      }
    }
    try run(steps.dropFirst(), output, emit)
  }

  /// What a state on another date is worth: what dates leave open counts only in exceptions, as arguable.
  private func grade(of truth: ValueOrder.Truth) -> StepGrade? {
    switch (truth, purpose) {
    case (.holds, _): (4, 4)
    case (.open, .exception): (1, 1)
    case (.open, .premises), (.fails, _): nil
    }
  }

  private func handOn(
    _ output: Block, _ steps: Range<Int>, _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    guard output.count >= Block.capacity else { return }
    try run(steps.dropFirst(), output, emit)
    output.clear()
  }

  /// The value of an operand under a binding.
  func value(_ operand: Plan.Operand, _ block: Block, _ row: Int) -> UInt32 {
    switch operand {
    case .register(let register): block.registers[register][row]
    case .value(let value): value
    }
  }
}
