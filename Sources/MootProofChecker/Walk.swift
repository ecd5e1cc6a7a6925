import MootLanguage

/// A walk through all ways to match a plan, without recursion; the bindings are in the checker's registers.
struct Walk {
  /// What is matched.
  let plan: Plan
  /// Whether the conditions are members of an exception, or what `every` speaks of; premises else.
  let isException: Bool
  /// For each step, the bounds of the steps before it taken together.
  var bounds: [Bounds]
  /// For each step, the row or result it has come to.
  var cursors: [UInt32]
  /// For each step that works out values, what it has found.
  var results: [[Result]]
  /// The step it is at, and whether that begins anew.
  var depth = 0
  var isFresh = true

  /// Values that a step binds, with the bounds of the condition.
  struct Result {
    var values: [(register: Int, value: UInt32)] = []
    var bounds = Bounds.always
  }

  /// A walk that has not begun.
  init(_ plan: Plan, isException: Bool = false) {
    (self.plan, self.isException) = (plan, isException)
    bounds = Array(repeating: .always, count: plan.steps.count + 1)
    cursors = Array(repeating: 0, count: plan.steps.count)
    results = Array(repeating: [], count: plan.steps.count)
  }

  /// Begins anew.
  mutating func begin() { (depth, isFresh) = (0, true) }

  /// The bounds of all steps together.
  var total: Bounds { bounds[plan.steps.count] }
}

extension Checker {
  /// Goes on to the next way to match all steps; `false` when there is none any more.
  mutating func advance(_ walk: inout Walk) throws(Rejection) -> Bool {
    let end = walk.plan.steps.count
    while true {
      if walk.depth == end {
        if walk.isFresh {
          walk.isFresh = false
          return true
        }
        walk.depth -= 1
      }
      guard walk.depth >= 0 else { return false }
      walk.isFresh = try take(&walk)
      walk.depth += walk.isFresh ? 1 : -1
    }
  }

  /// Finds the first or next way to match one step.
  private mutating func take(_ walk: inout Walk) throws(Rejection) -> Bool {
    let depth = walk.depth
    if let pattern = walk.plan.steps[depth].pattern { return try match(pattern, &walk) }
    if walk.isFresh {
      walk.cursors[depth] = 0
      walk.results[depth] = try results(walk.plan.steps[depth], isException: walk.isException)
    }
    guard walk.cursors[depth] < walk.results[depth].count else { return false }
    let result = walk.results[depth][Int(walk.cursors[depth])]
    walk.cursors[depth] += 1
    for (register, value) in result.values { registers[register] = value }
    walk.bounds[depth + 1] = walk.bounds[depth].and(result.bounds)
    return true
  }

  /// Finds the next row of a pattern that is listed or stated; all others are out by default, which
  /// `requireOrder` sees to.
  private mutating func match(_ pattern: Plan.Pattern, _ walk: inout Walk) throws(Rejection) -> Bool
  {
    let depth = walk.depth
    var row =
      walk.isFresh
      ? first(of: pattern)
      : tables[pattern.table].next(after: walk.cursors[depth], index: pattern.index)
    while row != RowIndex.none {
      if let places = places(of: pattern, Int(row), isException: walk.isException),
        bind(pattern, Int(row))
      {
        try spend()
        walk.cursors[depth] = row
        let bounds = Bounds(places, standard: pattern.standard, isException: walk.isException)
        walk.bounds[depth + 1] = depth == 0 ? bounds : walk.bounds[depth].and(bounds)
        return true
      }
      row = tables[pattern.table].next(after: row, index: pattern.index)
    }
    return false
  }

  /// What the labels of a row say, unless it is not listed.
  ///
  /// What is listed as out may be so later than what is not listed, and so is looked at.
  private func places(of pattern: Plan.Pattern, _ row: Int, isException: Bool) -> Places? {
    let label = tables[pattern.table].labels[pattern.side][row]
    if isException, tables[pattern.table].stated[row] & (4 << UInt8(pattern.side)) != 0 {
      return places[Int(label)].leftOpen
    }
    return label == tables[pattern.table].unlisted[pattern.side] ? nil : places[Int(label)]
  }

  /// The first row that may agree with what is known.
  func first(of pattern: Plan.Pattern) -> UInt32 {
    var hash: UInt64 = 0
    for column in pattern.known {
      hash = RowIndex.hash(value(of: pattern.terms[column]) ?? 0, hash)
    }
    return tables[pattern.table].first(hash, index: pattern.index)
  }

  /// Binds the variables of a pattern to a row, where it agrees with what is known.
  mutating func bind(_ pattern: Plan.Pattern, _ row: Int) -> Bool {
    for register in pattern.binds { registers[register] = ValueID.none.raw }
    for (column, term) in pattern.terms.enumerated() {
      let argument = tables[pattern.table].columns[column][row]
      switch term {
      case .any: break
      case .value(let value): if value.raw != argument { return false }
      case .variable(let variable):
        let known = registers[Int(variable.raw)]
        if known == ValueID.none.raw {
          registers[Int(variable.raw)] = argument
        } else if known != argument {
          return false
        }
      }
    }
    return true
  }

  /// The value of a term under the bindings.
  func value(of term: Term) -> UInt32? {
    switch term {
    case .value(let value): value.raw
    case .variable(let variable): registers[Int(variable.raw)]
    case .any: nil
    }
  }
}
