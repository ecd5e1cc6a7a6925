public import MootLanguage

/// A question as a function of open changes: what comes of it for every choice of those that are made
/// (section 7 of the semantics).
///
/// A decision diagram: each node decides on one change, and the leaves are findings. Two nodes are never
/// alike, and none has the same function on both sides; so the question depends on exactly those changes that
/// have a node.
public struct VerdictFunction: Sendable {
  /// What may be changed or not, as it was given.
  public let changes: [Change]
  /// The indices of `changes` in the order in which they are decided.
  let order: [Int]
  /// The nodes; what a node leads to comes before it.
  let nodes: [Node]
  /// The whole function.
  let root: Branch

  /// A decision on one change.
  struct Node: Hashable, Sendable {
    /// The place in `order` of what is decided.
    let level: Int
    /// What follows where the change is not made.
    let whenFalse: Branch
    /// What follows where it is made.
    let whenTrue: Branch
  }

  /// What a decision leads to.
  enum Branch: Hashable, Sendable {
    /// A further decision, by its index in `nodes`.
    case node(Int)
    /// The finding.
    case finding(Finding)
  }

  /// What comes of the question when exactly the changes that are `true` in `isMade` are made.
  ///
  /// - Parameter isMade: one entry for each of `changes`.
  public func finding(at isMade: [Bool]) -> Finding {
    var branch = root
    while true {
      switch branch {
      case .finding(let finding): return finding
      case .node(let index):
        let node = nodes[index]
        branch = isMade[order[node.level]] ? node.whenTrue : node.whenFalse
      }
    }
  }

  /// Takes a function out of a table of diagrams, whose leaves are codes of findings.
  init(_ diagram: Diagram, of table: DiagramTable, changes: [Change], order: [Int]) {
    self.changes = changes
    self.order = order
    var nodes: [Node] = []
    var places: [Diagram: Int] = [:]
    func branch(_ diagram: Diagram) -> Branch {
      if let value = diagram.leafValue { return .finding(Finding.all[Int(value)]) }
      if let place = places[diagram] { return .node(place) }
      guard let node = table.node(diagram) else { preconditionFailure("a node or a leaf") }
      let whenFalse = branch(node.whenFalse)
      let whenTrue = branch(node.whenTrue)
      let place = nodes.count
      places[diagram] = place
      nodes.append(Node(level: Int(node.variable), whenFalse: whenFalse, whenTrue: whenTrue))
      return .node(place)
    }
    root = branch(diagram)
    self.nodes = nodes
  }
}
