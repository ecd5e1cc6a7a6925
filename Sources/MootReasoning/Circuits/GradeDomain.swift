/// What the evaluator of a circuit computes with: levels, or levels as a function of open changes (section 7 of
/// the semantics).
protocol GradeDomain {
  /// The levels at which something holds.
  associatedtype Value: Equatable

  /// The same levels whatever the choice.
  func constant(_ levels: UInt8) -> Value
  /// All levels where a condition on one open change is met, and none where it is not.
  func satisfied(_ condition: Opening.Guard) throws(LimitReached) -> Value
  /// The levels in both.
  func meet(_ first: Value, _ second: Value) throws(LimitReached) -> Value
  /// The levels in either.
  func join(_ first: Value, _ second: Value) throws(LimitReached) -> Value
  /// The levels that a map makes of others.
  func mapped(_ value: Value, _ map: LevelMap) throws(LimitReached) -> Value
}

/// The domain for one choice of changes.
struct ChosenChanges: GradeDomain {
  /// For each open change, whether it is made.
  var isMade: [Bool]

  @inline(__always)
  func constant(_ levels: UInt8) -> UInt8 { levels }

  @inline(__always)
  func satisfied(_ condition: Opening.Guard) -> UInt8 {
    isMade[condition.change] == condition.isMade ? 15 : 0
  }

  @inline(__always)
  func meet(_ first: UInt8, _ second: UInt8) -> UInt8 { first & second }

  @inline(__always)
  func join(_ first: UInt8, _ second: UInt8) -> UInt8 { first | second }

  @inline(__always)
  func mapped(_ value: UInt8, _ map: LevelMap) -> UInt8 { map(value) }
}

/// The domain for all choices at once: a decision diagram with levels at the leaves.
struct AllChoices: GradeDomain {
  /// The diagrams.
  let table: DiagramTable
  /// For each open change, the variable that decides it.
  let variables: [Int]

  private static let meetNumber: UInt32 = 1
  private static let joinNumber: UInt32 = 2

  func constant(_ levels: UInt8) -> Diagram { .leaf(levels) }

  func satisfied(_ condition: Opening.Guard) throws(LimitReached) -> Diagram {
    try table.decision(
      on: variables[condition.change], whenTrue: .leaf(condition.isMade ? 15 : 0),
      whenFalse: .leaf(condition.isMade ? 0 : 15))
  }

  func meet(_ first: Diagram, _ second: Diagram) throws(LimitReached) -> Diagram {
    if first == second || second == .leaf(15) { return first }
    if first == .leaf(15) { return second }
    if first == .leaf(0) || second == .leaf(0) { return .leaf(0) }
    let (left, right) = first.raw < second.raw ? (first, second) : (second, first)
    return try table.combined(left, right, number: Self.meetNumber) { $0 & $1 }
  }

  func join(_ first: Diagram, _ second: Diagram) throws(LimitReached) -> Diagram {
    if first == second || second == .leaf(0) { return first }
    if first == .leaf(0) { return second }
    if first == .leaf(15) || second == .leaf(15) { return .leaf(15) }
    let (left, right) = first.raw < second.raw ? (first, second) : (second, first)
    return try table.combined(left, right, number: Self.joinNumber) { $0 | $1 }
  }

  func mapped(_ value: Diagram, _ map: LevelMap) throws(LimitReached) -> Diagram {
    if map == .premise { return value }
    return try table.mapped(value, number: UInt32(map.rawValue) + 1) { map($0) }
  }
}
