extension VerdictFunction {
  /// How likely each finding is when each change is made with its chance, independently of the others; one
  /// entry for each of `Finding.all`.
  ///
  /// Takes time in proportion to the number of nodes.
  ///
  /// - Parameter chances: the chance that each of `changes` is made, 0 to 1.
  func distribution(chances: [Double]) -> [Double] {
    var distributions: [[Double]] = []
    distributions.reserveCapacity(nodes.count)
    func distribution(_ branch: Branch) -> [Double] {
      switch branch {
      case .finding(let finding):
        var certain = Array(repeating: 0.0, count: Finding.all.count)
        certain[Int(finding.code)] = 1
        return certain
      case .node(let index): return distributions[index]
      }
    }
    for node in nodes {
      let chance = chances[order[node.level]]
      distributions.append(
        zip(distribution(node.whenTrue), distribution(node.whenFalse)).map {
          chance * $0 + (1 - chance) * $1
        })
    }
    return distribution(root)
  }
}
