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
  var cursors: [Int]
  /// For each step that matches a sentence, its index; -1 for a look at every row.
  var indexes: [Int?]
  /// For each step that works out values, what it has found.
  var results: [Int: [Result]] = [:]
  /// The step it is at, and whether that begins anew.
  var depth = 0
  var isFresh = true

  /// Values that a step binds, with the bounds of the condition.
  struct Result {
    let values: [(register: Int, value: UInt32)]
    let bounds: Bounds
  }

  /// A walk that has not begun.
  init(_ plan: Plan, isException: Bool) {
    self.plan = plan
    self.isException = isException
    bounds = Array(repeating: .always, count: plan.steps.count + 1)
    cursors = Array(repeating: 0, count: plan.steps.count)
    indexes = Array(repeating: nil, count: plan.steps.count)
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
    if case .match(let pattern, let standard) = walk.plan.steps[depth] {
      return try match(pattern, standard, &walk)
    }
    if case .compare(let comparison) = walk.plan.steps[depth] {
      guard walk.isFresh else { return false }
      let isTrue = compare(comparison.left, comparison.relation, comparison.right)
      guard isTrue ?? walk.isException else { return false }
      walk.bounds[depth + 1] = walk.bounds[depth]
      if isTrue == nil { walk.bounds[depth + 1] = walk.bounds[depth].and(Self.leftOpen) }
      return true
    }
    if walk.isFresh {
      walk.cursors[depth] = 0
      walk.results[depth] = try results(walk.plan.steps[depth], isException: walk.isException)
    }
    guard let found = walk.results[depth], walk.cursors[depth] < found.count else { return false }
    let result = found[walk.cursors[depth]]
    for (register, value) in result.values { registers[register] = value }
    walk.cursors[depth] += 1
    walk.bounds[depth + 1] = walk.bounds[depth].and(result.bounds)
    return true
  }

  /// Finds the next row of a pattern that is listed or stated; all others are out by default, which
  /// `requireOrder` sees to.
  private mutating func match(
    _ pattern: Plan.Pattern, _ standard: Int, _ walk: inout Walk
  ) throws(Rejection) -> Bool {
    let depth = walk.depth
    var row = UInt32(truncatingIfNeeded: walk.cursors[depth] + 1)
    let index = index(of: pattern, depth, &walk)
    if walk.isFresh {
      row = index < 0 ? 0 : tables[pattern.table].first(hash(of: pattern), index: index)
    } else if index >= 0 {
      row = tables[pattern.table].next(after: row - 1, index: index)
    }
    while index < 0 ? row < tables[pattern.table].loadedCount : row != RowIndex.none {
      if let places = places(of: pattern, Int(row), isException: walk.isException),
        bind(pattern, Int(row))
      {
        try spend()
        walk.cursors[depth] = Int(row)
        let bounds = Bounds(places, standard: standard, isException: walk.isException)
        walk.bounds[depth + 1] = depth == 0 ? bounds : walk.bounds[depth].and(bounds)
        return true
      }
      row = index < 0 ? row + 1 : tables[pattern.table].next(after: row, index: index)
    }
    return false
  }

  private mutating func index(of pattern: Plan.Pattern, _ depth: Int, _ walk: inout Walk) -> Int {
    if let index = walk.indexes[depth] { return index }
    let index = pattern.known.isEmpty ? -1 : tables[pattern.table].index(on: pattern.known)
    walk.indexes[depth] = index
    return index
  }

  private func hash(of pattern: Plan.Pattern) -> UInt64 {
    var hash: UInt64 = 0
    for column in pattern.known {
      hash = RowIndex.hash(value(of: pattern.terms[column]) ?? 0, hash)
    }
    return hash
  }

  /// What the labels of a row say, unless it is not listed.
  ///
  /// What is listed as out may be so later than what is not listed, and so is looked at.
  private func places(of pattern: Plan.Pattern, _ row: Int, isException: Bool) -> Places? {
    let label = Int(tables[pattern.table].labels[pattern.side][row])
    if isException, tables[pattern.table].stated[row] & (4 << UInt8(pattern.side)) != 0 {
      return places[label].leftOpen
    }
    let isUnlisted = label == Int(tables[pattern.table].unlisted[pattern.side])
    return isUnlisted ? nil : places[label]
  }

  /// Binds the variables of a pattern to a row, where it agrees with what is known.
  private mutating func bind(_ pattern: Plan.Pattern, _ row: Int) -> Bool {
    for register in pattern.binds { registers[register] = ValueID.none.raw }
    for (column, term) in pattern.terms.enumerated() {
      let argument = tables[pattern.table].argument(column, row)
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
