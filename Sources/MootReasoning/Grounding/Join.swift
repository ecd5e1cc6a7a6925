import MootLanguage

/// Runs a plan over blocks of bindings, set at a time.
///
/// A class because it owns the buffers between the steps, and its emissions come back into the evaluation
/// that started it.
final class Join {
  private let plan: Plan
  private let purpose: Purpose
  private let evaluation: Evaluation
  private var buffers: [Block]
  private var key: [UInt32] = []

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
    buffers = plan.steps.map { _ in Block(registerCount: plan.registerCount) }
  }

  /// Extends the bindings in `seeds` by all steps and hands on full bindings, a block at a time.
  func run(_ seeds: Block, emit: (Block) throws(LimitReached) -> Void) throws(LimitReached) {
    guard plan.bindingStepCount <= Plan.mostBindingSteps else { throw LimitReached(kind: .depth) }
    try run(from: 0, seeds, emit)
  }

  private func run(
    from step: Int, _ input: Block, _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    var input = input
    for position in step..<plan.steps.count {
      guard input.count > 0 else { return }
      try evaluation.budget.spend(input.count)
      let output = buffers[position]
      output.clear()
      switch plan.steps[position] {
      case .compare(let left, let relation, let right):
        compare(input, left, relation, right, into: output)
      case .inForce(let period, let register):
        keep(input, inForceBy: register, period, into: output)
      case .match(let match):
        guard match.isFilter else { return try self.match(match, at: position, input, output, emit) }
        filter(input, by: match, into: output)
      }
      input = output
    }
    if input.count > 0 { try emit(input) }
  }

  private func keep(
    _ input: Block, inForceBy register: Int, _ period: Period, into output: Block
  ) {
    for row in 0..<input.count
    where evaluation.theory.order.covers(period, input.registers[register][row]) == .holds {
      output.append(copying: row, of: input, lower: input.lower[row], upper: input.upper[row])
    }
  }

  private func compare(
    _ input: Block, _ left: Plan.Operand, _ relation: Comparison.Relation, _ right: Plan.Operand,
    into output: Block
  ) {
    for row in 0..<input.count {
      let truth = evaluation.theory.order.compare(
        value(left, input, row), relation, value(right, input, row))
      switch (truth, purpose) {
      case (.holds, _):
        output.append(copying: row, of: input, lower: input.lower[row], upper: input.upper[row])
      case (.open, .exception):
        let allowed = allowedGrade(1, standard: 0)
        output.append(
          copying: row, of: input, lower: max(input.lower[row], allowed),
          upper: max(input.upper[row], allowed))
      case (.open, .premises), (.fails, _): break
      }
    }
  }

  /// Keeps the bindings whose one possible atom there is.
  private func filter(_ input: Block, by match: Plan.Match, into output: Block) {
    for row in 0..<input.count {
      key.removeAll(keepingCapacity: true)
      for operand in match.keys { key.append(value(operand, input, row)) }
      guard let atom = evaluation.tables[match.predicate].row(of: key) else { continue }
      let standing = evaluation.tables[match.predicate].standing(
        atom, isPositive: match.isPositive)
      guard let (lower, upper) = grade(standing, match, input, row) else { continue }
      output.append(copying: row, of: input, lower: lower, upper: upper)
    }
  }

  private func value(_ operand: Plan.Operand, _ block: Block, _ row: Int) -> UInt32 {
    switch operand {
    case .register(let register): block.registers[register][row]
    case .value(let value): value
    }
  }

  private func match(
    _ match: Plan.Match, at step: Int, _ input: Block, _ output: Block,
    _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let predicate = match.predicate
    for row in 0..<input.count {
      if let index = match.index {
        key.removeAll(keepingCapacity: true)
        for operand in match.keys { key.append(value(operand, input, row)) }
        var candidate = evaluation.tables[predicate].first(key, index: index)
        while candidate != ColumnIndex.none {
          try take(Int(candidate), match, at: step, input, row, output, emit)
          candidate = evaluation.tables[predicate].next(after: candidate, index: index)
        }
      } else {
        for candidate in 0..<evaluation.tables[predicate].count {
          try take(candidate, match, at: step, input, row, output, emit)
        }
      }
    }
    try run(from: step + 1, output, emit)
  }

  /// Adds the binding that `candidate` gives to `output`, which is handed on when it is full.
  private func take(
    _ candidate: Int, _ match: Plan.Match, at step: Int, _ input: Block, _ row: Int,
    _ output: Block, _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let standing = evaluation.tables[match.predicate].standing(
      candidate, isPositive: match.isPositive)
    guard let (lower, upper) = grade(standing, match, input, row) else { return }
    output.append(copying: row, of: input, lower: lower, upper: upper)
    let added = output.count - 1
    for target in match.bindings {
      output.registers[target.register][added] =
        evaluation.tables[match.predicate].columns[target.column][candidate]
    }
    for target in match.checks
    where output.registers[target.register][added]
      != evaluation.tables[match.predicate].columns[target.column][candidate]
    {
      output.removeLast()
      return
    }
    if output.isFull {
      try run(from: step + 1, output, emit)
      output.clear()
    }
  }

  /// The running grade with one more literal; `nil` when the binding cannot matter any more.
  private func grade(_ standing: Standing, _ match: Plan.Match, _ input: Block, _ row: Int)
    -> (lower: UInt8, upper: UInt8)?
  {
    guard !standing.isNothing else { return nil }
    guard !match.isUnfinished else { return (input.lower[row], input.upper[row]) }
    switch purpose {
    case .premises:
      let upper = min(input.upper[row], premiseGrade(standing.upper, standard: match.standard))
      guard upper > 0 else { return nil }
      return (min(input.lower[row], premiseGrade(standing.lower, standard: match.standard)), upper)
    case .exception:
      let lower = max(
        input.lower[row], allowedGrade(standing.countingUpper, standard: match.standard))
      guard lower < 4 else { return nil }
      return (
        lower,
        max(input.upper[row], allowedGrade(standing.countingLower, standard: match.standard))
      )
    }
  }
}
