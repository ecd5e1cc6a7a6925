extension VerdictFunction {
  /// Creates a function from nodes of which no two are alike and none decides nothing; what a node leads to
  /// comes before it.
  private init(_ root: Branch, _ nodes: [Node], like function: VerdictFunction) {
    changes = function.changes
    order = function.order
    self.nodes = nodes
    self.root = root
  }

  /// The function that is left once it is known whether one change is made; it does not depend on that change.
  ///
  /// Takes time in proportion to the number of nodes.
  func restricted(_ change: Int, isMade: Bool) -> VerdictFunction {
    var kept: [Node] = []
    var places: [Node: Int] = [:]
    var images: [Branch] = []
    func image(_ branch: Branch) -> Branch {
      switch branch {
      case .finding: branch
      case .node(let index): images[index]
      }
    }
    for node in nodes {
      let whenFalse = image(node.whenFalse)
      let whenTrue = image(node.whenTrue)
      if order[node.level] == change {
        images.append(isMade ? whenTrue : whenFalse)
      } else if whenFalse == whenTrue {
        images.append(whenTrue)
      } else {
        let node = Node(level: node.level, whenFalse: whenFalse, whenTrue: whenTrue)
        let place = places[node] ?? kept.count
        if place == kept.count {
          places[node] = place
          kept.append(node)
        }
        images.append(.node(place))
      }
    }
    return VerdictFunction(image(root), kept, like: self).pruned
  }

  /// The same function without nodes that nothing leads to.
  private var pruned: VerdictFunction {
    var isReached = Array(repeating: false, count: nodes.count)
    func mark(_ branch: Branch) {
      if case .node(let index) = branch { isReached[index] = true }
    }
    mark(root)
    for index in nodes.indices.reversed() where isReached[index] {
      mark(nodes[index].whenFalse)
      mark(nodes[index].whenTrue)
    }
    var kept: [Node] = []
    var places = Array(repeating: 0, count: nodes.count)
    func image(_ branch: Branch) -> Branch {
      switch branch {
      case .finding: branch
      case .node(let index): .node(places[index])
      }
    }
    for (index, node) in nodes.enumerated() where isReached[index] {
      places[index] = kept.count
      kept.append(
        Node(
          level: node.level, whenFalse: image(node.whenFalse), whenTrue: image(node.whenTrue)))
    }
    return VerdictFunction(image(root), kept, like: self)
  }

  /// The changes that the question depends on, by their index in `changes`, in the order they were given.
  ///
  /// No node has the same function on both sides, so for each change that has a node there is a choice of the
  /// others under which it decides.
  var decisiveChanges: [Int] {
    var isDecisive = Array(repeating: false, count: changes.count)
    for node in nodes { isDecisive[order[node.level]] = true }
    return changes.indices.filter { isDecisive[$0] }
  }

  /// The findings that come out for some choice of the changes.
  var possibleFindings: [Finding] {
    let branches = [root] + nodes.flatMap { [$0.whenFalse, $0.whenTrue] }
    var isPossible = Array(repeating: false, count: Finding.all.count)
    for case .finding(let finding) in branches { isPossible[Int(finding.code)] = true }
    return Finding.all.filter { isPossible[Int($0.code)] }
  }

  /// What comes of the question whatever is changed; `nil` where that depends on the changes.
  var constantFinding: Finding? {
    switch root {
    case .finding(let finding): finding
    case .node: nil
    }
  }
}
