import MootLanguage

/// The atoms of an undisputed circle in one row: those of each predicate together.
struct CircleNumbering {
  /// For each predicate of the circle, the number of its first atom.
  let bases: [Int]
  /// The number of atoms.
  let atomCount: Int

  /// Numbers the atoms that the tables have.
  init(_ circle: UndisputedCircle, in evaluation: Evaluation) {
    var bases: [Int] = []
    var next = 0
    for predicate in circle.predicates {
      bases.append(next)
      next += evaluation.tables[Int(predicate.predicate.raw)].count
    }
    self.bases = bases
    atomCount = next
  }

  /// The atoms of a predicate, by its number in the circle.
  func range(of number: Int) -> Range<Int> {
    bases[number]..<(number + 1 < bases.count ? bases[number + 1] : atomCount)
  }

  /// The most instances that support one atom, or things that one instance needs.
  func mostCounted(_ circle: UndisputedCircle, _ columns: [InstanceColumns]) -> Int {
    var supporters: [UInt32] = Array(repeating: 0, count: atomCount)
    var most = 0
    for (pattern, columns) in zip(circle.patterns, columns) {
      for (head, rows) in zip(pattern.heads, columns.heads) {
        for row in rows { supporters[bases[head.number] + Int(row)] += 1 }
      }
      var needed: [UInt32] = []
      if !columns.exceptions.isEmpty { needed = Array(repeating: 0, count: columns.count) }
      for instance in columns.exceptions.lazy.flatMap(\.instances) { needed[Int(instance)] += 1 }
      let fixed = pattern.premises.count + pattern.plainExceptions.count + 1
      let members = pattern.exceptions.map(\.members.count).max() ?? 0
      most = max(most, fixed + Int(needed.max() ?? 0), members + 1)
    }
    return max(most, Int(supporters.max() ?? 0))
  }
}
