import MootLanguage

/// The atoms whose literals rose in one round, by signed predicate; one can be named twice.
struct RisenRows {
  private var lists: [Int: RowRuns] = [:]

  /// Whether nothing rose.
  var isEmpty: Bool { lists.isEmpty }

  /// The rows of each signed predicate, by `Theory.index(of:)`, in a fixed order.
  var inOrder: [(predicate: Int, rows: RowRuns)] {
    lists.keys.sorted().map { ($0, lists[$0] ?? RowRuns()) }
  }

  /// Notes a literal.
  mutating func note(_ predicate: SignedPredicate, _ row: UInt32) {
    lists[Theory.index(of: predicate), default: RowRuns()].append(row)
  }

  /// Takes the list of a signed predicate out, to add to it.
  mutating func take(_ predicate: SignedPredicate) -> RowRuns {
    lists.removeValue(forKey: Theory.index(of: predicate)) ?? RowRuns()
  }

  /// Puts a list back.
  mutating func put(_ rows: RowRuns, _ predicate: SignedPredicate) {
    lists[Theory.index(of: predicate)] = rows.isEmpty ? nil : rows
  }
}
