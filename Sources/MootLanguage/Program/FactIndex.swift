/// The facts of a program by what they speak of, for many searches.
///
/// Made in little more than time linear in the written facts, which are ordered; a table counts as one.
public struct FactIndex: Sendable {
  private let facts: FactList
  /// The written facts, those of one signed predicate together, each group in source order.
  private var written: [UInt32]
  /// The same groups, each by its first arguments and then in source order.
  private var byFirstArgument: [UInt32] = []
  /// Where the group of each signed predicate begins, and at the end their number.
  private var starts: [Int]
  /// The tables of each signed predicate, in source order.
  private var tables: [SignedPredicate: [Table]] = [:]

  /// The facts of one signed predicate in a table.
  private struct Table {
    let rows: FactRows
    /// The index of the fact in the first row.
    let first: Int
    /// How far the facts of two rows are apart.
    let step: Int
  }

  /// Orders the facts of a program.
  public init(_ program: Program) {
    facts = program.facts
    starts = Array(repeating: 0, count: program.predicates.count * 2 + 1)
    var groups: [UInt32] = []
    for run in facts.runs {
      switch run.content {
      case .written:
        for index in run.range {
          let group = Self.group(of: facts[index].predicate)
          groups.append(UInt32(group))
          starts[group + 1] += 1
        }
      case .rows(let rows):
        let step = rows.companion == nil ? 1 : 2
        let start = run.range.lowerBound
        for (offset, predicate) in [rows.predicate, rows.companion].enumerated() {
          guard let predicate else { continue }
          tables[predicate, default: []].append(
            Table(rows: rows, first: start + offset, step: step))
        }
      }
    }
    for group in starts.indices.dropFirst() { starts[group] += starts[group - 1] }
    written = Array(repeating: 0, count: groups.count)
    var next = starts
    var number = 0
    for run in facts.runs {
      guard case .written = run.content else { continue }
      for index in run.range {
        let group = Int(groups[number])
        written[next[group]] = UInt32(index)
        next[group] += 1
        number += 1
      }
    }
    byFirstArgument = written
    for group in 0..<max(1, starts.count) - 1 where starts[group + 1] - starts[group] > 1 {
      let range = starts[group]..<starts[group + 1]
      let keys = written[range].map { UInt64(firstArgument(of: $0)) << 32 | UInt64($0) }
      byFirstArgument.replaceSubrange(
        range, with: keys.sorted().map { UInt32(truncatingIfNeeded: $0) })
    }
  }

  /// The first argument of a written fact, 0 where it has none.
  private func firstArgument(of fact: UInt32) -> UInt32 {
    facts.arguments(at: Int(fact)).first?.raw ?? 0
  }

  /// The written facts of a group whose first argument is that of a pattern, if it has one; in source order.
  private func candidates(_ group: Int, _ pattern: [ValueID?]) -> ArraySlice<UInt32> {
    let range = starts[group]..<starts[group + 1]
    guard let argument = pattern.first.flatMap({ $0?.raw }), range.count > 1 else {
      return written[range]
    }
    let ordered = byFirstArgument[range]
    let rest = ordered.suffix { firstArgument(of: $0) >= argument }
    return rest[..<rest.suffix { firstArgument(of: $0) > argument }.startIndex]
  }

  /// The facts of a signed predicate whose arguments are those of a pattern.
  ///
  /// `nil` is any value. Ascending.
  public func indices(of predicate: SignedPredicate, matching pattern: [ValueID?]) -> [Int] {
    var found: [Int] = []
    search(predicate, pattern) { index in
      found.append(index)
      return true
    }
    return found.sorted()
  }

  /// The first fact of a signed predicate whose arguments are those of a pattern; `nil` is any value.
  public func firstIndex(of predicate: SignedPredicate, matching pattern: [ValueID?]) -> Int? {
    guard tables[predicate] == nil else { return indices(of: predicate, matching: pattern).first }
    var found: Int?
    search(predicate, pattern) { index in
      found = index
      return false
    }
    return found
  }

  /// Whether there is a fact of a signed predicate whose arguments are those of a pattern.
  public func contains(_ predicate: SignedPredicate, matching pattern: [ValueID?]) -> Bool {
    var isFound = false
    search(predicate, pattern) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  private static func group(of predicate: SignedPredicate) -> Int {
    Int(predicate.predicate.raw) * 2 + (predicate.isPositive ? 0 : 1)
  }

  /// Calls `visit` with the facts that match, until it says no.
  private func search(
    _ predicate: SignedPredicate, _ pattern: [ValueID?], _ visit: (Int) -> Bool
  ) {
    let group = Self.group(of: predicate)
    if group + 1 < starts.count {
      for fact in candidates(group, pattern)
      where facts.arguments(at: Int(fact)).match(pattern) {
        guard visit(Int(fact)) else { return }
      }
    }
    for table in tables[predicate] ?? [] {
      guard table.rows.search(pattern, { visit(table.first + $0 * table.step) }) else { return }
    }
  }
}

extension ArraySlice {
  /// The elements from the first one on that satisfies a condition which all after it satisfy too.
  fileprivate func suffix(fromFirst isPast: (Element) -> Bool) -> ArraySlice {
    var (lower, upper) = (startIndex, endIndex)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if isPast(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return self[lower...]
  }
}

extension FactArguments {
  /// Whether the arguments are those of a pattern; `nil` is any value.
  func match(_ pattern: [ValueID?]) -> Bool {
    zip(self, pattern).allSatisfy { $1 == nil || $0 == $1 }
  }
}
