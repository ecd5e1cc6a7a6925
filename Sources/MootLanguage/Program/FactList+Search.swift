extension FactList {
  /// The facts of a signed predicate whose arguments are those of a pattern.
  ///
  /// `nil` is any value. Ascending.
  ///
  /// Goes through all written facts and the tables of the predicate; a `FactIndex` is for many searches.
  public func indices(of predicate: SignedPredicate, matching pattern: [ValueID?]) -> [Int] {
    var found: [Int] = []
    search(predicate, pattern) { index in
      found.append(index)
      return true
    }
    return found
  }

  /// The first fact of a signed predicate whose arguments are those of a pattern; `nil` is any value.
  public func firstIndex(
    of predicate: SignedPredicate, matching pattern: [ValueID?],
    where isMeant: (Int) -> Bool = { _ in true }
  ) -> Int? {
    var found: Int?
    search(predicate, pattern) { index in
      guard isMeant(index) else { return true }
      found = index
      return false
    }
    return found
  }

  /// Calls `body` with signed predicates and the indices of facts of theirs, until it has seen all facts: the
  /// facts of a table together, those that were written one by one.
  public func forEachGroup(_ body: (SignedPredicate, StrideTo<Int>) -> Void) {
    for run in runs {
      switch run.content {
      case .written:
        for index in run.range {
          body(self[index].predicate, stride(from: index, to: index + 1, by: 1))
        }
      case .rows(let rows):
        let (start, end) = (run.range.lowerBound, run.range.upperBound)
        let step = rows.companion == nil ? 1 : 2
        body(rows.predicate, stride(from: start, to: end, by: step))
        if let companion = rows.companion {
          body(companion, stride(from: start + 1, to: end, by: step))
        }
      }
    }
  }

  /// Calls `visit` with the facts that match, until it says no.
  private func search(
    _ predicate: SignedPredicate, _ pattern: [ValueID?], _ visit: (Int) -> Bool
  ) {
    for run in runs {
      switch run.content {
      case .written:
        for index in run.range where isWritten(index, predicate, matching: pattern) {
          guard visit(index) else { return }
        }
      case .rows(let rows):
        let step = rows.companion == nil ? 1 : 2
        for (offset, stated) in [rows.predicate, rows.companion].enumerated()
        where stated == predicate {
          let start = run.range.lowerBound + offset
          guard rows.search(pattern, { visit(start + $0 * step) }) else { return }
        }
      }
    }
  }

  private func isWritten(
    _ index: Int, _ predicate: SignedPredicate, matching pattern: [ValueID?]
  ) -> Bool {
    guard self[index].predicate == predicate else { return false }
    return arguments(at: index).match(pattern)
  }
}

extension FactRows {
  /// Calls `visit` with the rows that match until it says no; whether it never did.
  func search(_ pattern: [ValueID?], _ visit: (Int) -> Bool) -> Bool {
    let demands = pattern.indices.compactMap { column in
      pattern[column].map { (column: columns[column], value: $0.raw) }
    }
    guard let first = demands.first else { return (0..<count).allSatisfy(visit) }
    let others = demands.dropFirst()
    return first.column.withUnsafeBufferPointer { column in
      for row in 0..<count where column[row] == first.value {
        if others.allSatisfy({ $0.column[row] == $0.value }), !visit(row) { return false }
      }
      return true
    }
  }
}
