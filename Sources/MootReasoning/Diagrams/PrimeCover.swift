/// Covers a function of open changes by as few and as short rows as its diagram suggests: for each finding an
/// irredundant set of prime implicants (Minato, *Fast generation of irredundant sum-of-products forms from
/// binary decision diagrams*, 1992, after Morreale 1970).
///
/// A row is prime when it would cover another finding with any condition less, and irredundant when some
/// assignment is covered by it alone.
struct PrimeCover {
  /// Boolean functions: 1 where a finding comes out.
  private let table: DiagramTable
  private let mostRows: Int
  /// The covers so far, which share their parts: 0 is the empty one, 1 the row without conditions.
  private var parts: [Part] = []
  private var known: [Interval: Result] = [:]

  /// A cover by the value of one variable.
  private struct Part {
    let level: Int
    let whenFalse: Int
    let whenTrue: Int
    /// The rows that say nothing of the variable.
    let either: Int
    /// How many rows it has.
    let count: Int
  }

  /// What is to be covered at least, and at most.
  private struct Interval: Hashable {
    let least: Diagram
    let most: Diagram
  }

  /// A cover, by its index, and what it covers.
  private struct Result {
    let part: Int
    let covered: Diagram
  }

  /// A row: for each level the value it demands, if any.
  typealias Row = [Bool?]

  /// Prepares to cover functions of so many variables.
  private init(variableCount: Int, mostRows: Int, limits: Limits) {
    table = DiagramTable(variableCount: variableCount, budget: Budget(limits))
    self.mostRows = mostRows
    for count in 0...1 {
      parts.append(Part(level: variableCount, whenFalse: 0, whenTrue: 0, either: 0, count: count))
    }
  }

  /// The rows of each finding of a function, in the order of `Finding.all`; `nil` when there are more than
  /// `mostRows` in all.
  static func rows(
    of function: VerdictFunction, mostRows: Int, limits: Limits
  ) throws(LimitReached) -> [(finding: Finding, rows: [Row])]? {
    var covering = PrimeCover(
      variableCount: function.order.count, mostRows: mostRows, limits: limits)
    let root = try covering.diagram(of: function)
    var covers: [(finding: Finding, part: Int)] = []
    var count = 0
    for finding in Finding.all {
      let code = finding.code
      let isFound = try covering.table.mapped(root, number: 16 + UInt32(code)) {
        $0 == code ? 1 : 0
      }
      guard let cover = try covering.cover(Interval(least: isFound, most: isFound)) else {
        return nil
      }
      covers.append((finding, cover.part))
      count += covering.parts[cover.part].count
      guard count <= mostRows else { return nil }
    }
    return covers.map { ($0.finding, covering.rows(of: $0.part)) }
  }

  /// The diagram of a function, with the codes of findings at its leaves.
  private func diagram(of function: VerdictFunction) throws(LimitReached) -> Diagram {
    var diagrams: [Diagram] = []
    diagrams.reserveCapacity(function.nodes.count)
    func diagram(_ branch: VerdictFunction.Branch) -> Diagram {
      switch branch {
      case .finding(let finding): .leaf(finding.code)
      case .node(let index): diagrams[index]
      }
    }
    for node in function.nodes {
      diagrams.append(
        try table.decision(
          on: node.level, whenTrue: diagram(node.whenTrue), whenFalse: diagram(node.whenFalse)))
    }
    return diagram(function.root)
  }

  /// An irredundant cover by rows that are prime in what may be covered; `nil` when it has too many rows.
  ///
  /// First come the rows that need the first variable one way or the other, and then those for what is left.
  private mutating func cover(_ interval: Interval) throws(LimitReached) -> Result? {
    if interval.least == .leaf(0) { return Result(part: 0, covered: .leaf(0)) }
    if interval.most == .leaf(1) { return Result(part: 1, covered: .leaf(1)) }
    if let result = known[interval] { return result }
    let level = min(table.variable(of: interval.least), table.variable(of: interval.most))
    let least = table.branches(of: interval.least, on: level)
    let most = table.branches(of: interval.most, on: level)
    guard
      let whenFalse = try cover(
        Interval(least: without(least.whenFalse, most.whenTrue), most: most.whenFalse)),
      let whenTrue = try cover(
        Interval(least: without(least.whenTrue, most.whenFalse), most: most.whenTrue)),
      let either = try cover(
        Interval(
          least: union(
            without(least.whenFalse, whenFalse.covered), without(least.whenTrue, whenTrue.covered)),
          most: intersection(most.whenFalse, most.whenTrue)))
    else { return nil }
    let result = Result(
      part: part(level, whenFalse.part, whenTrue.part, either.part),
      covered: try table.decision(
        on: level, whenTrue: union(whenTrue.covered, either.covered),
        whenFalse: union(whenFalse.covered, either.covered)))
    guard parts[result.part].count <= mostRows else { return nil }
    known[interval] = result
    return result
  }

  /// Puts a cover together; returns its index.
  private mutating func part(_ level: Int, _ whenFalse: Int, _ whenTrue: Int, _ either: Int) -> Int
  {
    if whenFalse == 0, whenTrue == 0 { return either }
    let count = parts[whenFalse].count + parts[whenTrue].count + parts[either].count
    parts.append(
      Part(level: level, whenFalse: whenFalse, whenTrue: whenTrue, either: either, count: count))
    return parts.count - 1
  }

  /// The rows of a cover.
  private func rows(of part: Int) -> [Row] {
    var rows: [Row] = []
    var row: Row = Array(repeating: nil, count: table.variableCount)
    func add(_ index: Int) {
      let part = parts[index]
      guard part.level < table.variableCount else {
        if part.count > 0 { rows.append(row) }
        return
      }
      row[part.level] = true
      add(part.whenTrue)
      row[part.level] = false
      add(part.whenFalse)
      row[part.level] = nil
      add(part.either)
    }
    add(part)
    return rows
  }

  private func union(_ first: Diagram, _ second: Diagram) throws(LimitReached) -> Diagram {
    try table.combined(first, second, number: 1) { $0 | $1 }
  }

  private func intersection(_ first: Diagram, _ second: Diagram) throws(LimitReached) -> Diagram {
    try table.combined(first, second, number: 2) { $0 & $1 }
  }

  private func without(_ first: Diagram, _ second: Diagram) throws(LimitReached) -> Diagram {
    try table.combined(first, second, number: 3) { $0 & ($1 ^ 1) }
  }
}
