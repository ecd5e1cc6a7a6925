/// Reduced ordered decision diagrams with bytes at the leaves (Bryant 1986; Bahar et al., *Algebraic decision
/// diagrams and their applications*, 1993), each node kept once.
///
/// Variables are numbered from 0, which is decided first. A class because the diagrams of one computation
/// share their nodes.
final class DiagramTable {
  /// The number of variables.
  let variableCount: Int
  /// The number of nodes so far; leaves are none.
  var count: Int { nodes.count }
  private var nodes: [Node] = []
  private var buckets: [Int32]
  private var cache: [CacheEntry]
  private var budget: Budget
  private let limit: Int

  /// A decision on one variable.
  struct Node {
    /// What is decided.
    let variable: Int32
    /// The function where it is not so.
    let whenFalse: Diagram
    /// The function where it is so.
    let whenTrue: Diagram
  }

  /// What was applied to what, with the result.
  private struct CacheEntry {
    var operation: UInt32 = 0
    var first: Int32 = 0
    var second: Int32 = 0
    var result: Int32 = 0
  }

  /// Creates an empty table for so many variables.
  ///
  /// - Parameter budget: what its steps are taken from; its limit on nodes is `Limits.diagram`.
  init(variableCount: Int, budget: Budget) {
    self.variableCount = variableCount
    self.budget = budget
    limit = budget.limits.diagram
    buckets = Array(repeating: -1, count: 1 << 10)
    cache = Array(repeating: CacheEntry(), count: 1 << 14)
  }

  /// The node of a diagram; `nil` for a leaf.
  func node(_ diagram: Diagram) -> Node? {
    diagram.raw < 0 ? nil : nodes[Int(diagram.raw)]
  }

  /// The value at an assignment.
  func value(of diagram: Diagram, at assignment: (Int) -> Bool) -> UInt8 {
    var diagram = diagram
    while diagram.raw >= 0 {
      let node = nodes[Int(diagram.raw)]
      diagram = assignment(Int(node.variable)) ? node.whenTrue : node.whenFalse
    }
    return UInt8(truncatingIfNeeded: ~diagram.raw)
  }

  /// The function that is one thing where a variable is so and another where it is not; both must decide on
  /// later variables only.
  func decision(on variable: Int, whenTrue: Diagram, whenFalse: Diagram)
    throws(LimitReached) -> Diagram
  {
    guard whenTrue != whenFalse else { return whenTrue }
    let node = Node(variable: Int32(variable), whenFalse: whenFalse, whenTrue: whenTrue)
    var bucket = Self.hash(UInt32(variable), whenFalse.raw, whenTrue.raw) & (buckets.count - 1)
    while buckets[bucket] >= 0 {
      let known = nodes[Int(buckets[bucket])]
      if known.variable == node.variable, known.whenFalse == whenFalse, known.whenTrue == whenTrue {
        return Diagram(raw: buckets[bucket])
      }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    guard nodes.count < limit else { throw LimitReached(kind: .diagram) }
    let diagram = Diagram(raw: Int32(nodes.count))
    buckets[bucket] = diagram.raw
    nodes.append(node)
    if nodes.count * 2 > buckets.count { grow() }
    return diagram
  }

  /// A function with each of its values changed.
  ///
  /// - Parameter number: tells the operation from all others; below 2³¹.
  func mapped(_ diagram: Diagram, number: UInt32, by operation: (UInt8) -> UInt8)
    throws(LimitReached) -> Diagram
  {
    if let value = diagram.leafValue { return .leaf(operation(value)) }
    let key = number | 0x8000_0000
    if let known = cached(key, diagram.raw, 0) { return known }
    try budget.spend(1)
    let node = nodes[Int(diagram.raw)]
    let result = try decision(
      on: Int(node.variable), whenTrue: mapped(node.whenTrue, number: number, by: operation),
      whenFalse: mapped(node.whenFalse, number: number, by: operation))
    keep(key, diagram.raw, 0, result)
    return result
  }

  /// Two functions put together, value by value.
  ///
  /// - Parameter number: tells the operation from all others; 1 to 2³¹ - 1.
  func combined(
    _ first: Diagram, _ second: Diagram, number: UInt32, by operation: (UInt8, UInt8) -> UInt8
  ) throws(LimitReached) -> Diagram {
    if let left = first.leafValue, let right = second.leafValue {
      return .leaf(operation(left, right))
    }
    if let known = cached(number, first.raw, second.raw) { return known }
    try budget.spend(1)
    let variable = min(self.variable(of: first), self.variable(of: second))
    let (left, right) = (branches(of: first, on: variable), branches(of: second, on: variable))
    let result = try decision(
      on: variable,
      whenTrue: combined(left.whenTrue, right.whenTrue, number: number, by: operation),
      whenFalse: combined(left.whenFalse, right.whenFalse, number: number, by: operation))
    keep(number, first.raw, second.raw, result)
    return result
  }

  /// The variable decided first; the number of variables for a leaf.
  func variable(of diagram: Diagram) -> Int {
    diagram.raw < 0 ? variableCount : Int(nodes[Int(diagram.raw)].variable)
  }

  /// The functions on either side of a variable, none earlier than which is decided.
  func branches(of diagram: Diagram, on variable: Int) -> (whenTrue: Diagram, whenFalse: Diagram) {
    guard diagram.raw >= 0 else { return (diagram, diagram) }
    let node = nodes[Int(diagram.raw)]
    guard Int(node.variable) == variable else { return (diagram, diagram) }
    return (node.whenTrue, node.whenFalse)
  }

  private func cached(_ operation: UInt32, _ first: Int32, _ second: Int32) -> Diagram? {
    let entry = cache[Self.hash(operation, first, second) & (cache.count - 1)]
    guard entry.operation == operation, entry.first == first, entry.second == second else {
      return nil
    }
    return Diagram(raw: entry.result)
  }

  private func keep(_ operation: UInt32, _ first: Int32, _ second: Int32, _ result: Diagram) {
    cache[Self.hash(operation, first, second) & (cache.count - 1)] = CacheEntry(
      operation: operation, first: first, second: second, result: result.raw)
  }

  private func grow() {
    buckets = Array(repeating: -1, count: buckets.count * 2)
    for (index, node) in nodes.enumerated() {
      let hash = Self.hash(UInt32(node.variable), node.whenFalse.raw, node.whenTrue.raw)
      var bucket = hash & (buckets.count - 1)
      while buckets[bucket] >= 0 { bucket = (bucket + 1) & (buckets.count - 1) }
      buckets[bucket] = Int32(index)
    }
    if cache.count < buckets.count, cache.count < 1 << 20 {
      cache = Array(repeating: CacheEntry(), count: cache.count * 2)
    }
  }

  private static func hash(_ first: UInt32, _ second: Int32, _ third: Int32) -> Int {
    var hash = UInt64(first) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ UInt64(UInt32(bitPattern: second))) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 29 ^ UInt64(UInt32(bitPattern: third))) &* 0x94D0_49BB_1331_11EB
    return Int(truncatingIfNeeded: (hash ^ hash >> 31) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
