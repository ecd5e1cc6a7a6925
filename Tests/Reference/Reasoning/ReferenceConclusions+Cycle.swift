extension ReferenceConclusions {
  /// Whether "prevails over" certainly cycles between rules with conflicting heads.
  ///
  /// A superset of the error of semantics, section 2: cycles through defeaters and through three mutually incompatible
  /// heads are included.
  var hasPreferenceCycle: Bool {
    var inferiors: [[Int]] = Array(repeating: [], count: theory.rules.count)
    for pair in theory.spokenPairs where certain[pair.literal].contains(2) {
      if theory.haveConflictingHeads(pair.superior, pair.inferior) {
        inferiors[pair.superior].append(pair.inferior)
      }
    }
    for (inferior, rule) in theory.rules.enumerated() where rule.force == .presumption {
      for (superior, other) in theory.rules.enumerated() where other.force != .presumption {
        if theory.haveConflictingHeads(superior, inferior) { inferiors[superior].append(inferior) }
      }
    }
    return Self.hasCycle(inferiors)
  }

  /// Whether a graph has a cycle: what is left when nodes without successors are taken away again and again.
  private static func hasCycle(_ successors: [[Int]]) -> Bool {
    var remaining = Set(successors.indices.filter { !successors[$0].isEmpty })
    while true {
      let kept = remaining.filter { node in successors[node].contains { remaining.contains($0) } }
      if kept.count == remaining.count { return !kept.isEmpty }
      remaining = kept
    }
  }
}
