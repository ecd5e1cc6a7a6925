extension Program {
  /// For each predicate, the least one it can conflict with, by way of others too: what has the same one is
  /// of one class of conflict (section 2 of the semantics, "One pass over grades").
  public var conflictClasses: [Int] {
    var parents = Array(predicates.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    for incompatibility in incompatibilities {
      let first = root(Int(incompatibility.first.predicate.predicate.raw))
      let second = root(Int(incompatibility.second.predicate.predicate.raw))
      parents[max(first, second)] = min(first, second)
    }
    return parents.indices.map(root)
  }
}
