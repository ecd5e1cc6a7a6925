import MootLanguage

/// The atoms whose literals rose in one round, by signed predicate; one can be named twice.
struct RisenRows {
  private var lists: [Int: [UInt32]] = [:]

  /// Whether nothing rose.
  var isEmpty: Bool { lists.isEmpty }

  /// The rows of each signed predicate, by `Theory.index(of:)`, in a fixed order.
  var inOrder: [(predicate: Int, rows: [UInt32])] {
    lists.keys.sorted().map { ($0, lists[$0] ?? []) }
  }

  /// Notes a literal.
  mutating func note(_ predicate: SignedPredicate, _ row: UInt32) {
    lists[Theory.index(of: predicate), default: []].append(row)
  }

  /// Takes the list of a signed predicate out, to add to it.
  mutating func take(_ predicate: SignedPredicate) -> [UInt32] {
    lists.removeValue(forKey: Theory.index(of: predicate)) ?? []
  }

  /// Puts a list back.
  mutating func put(_ rows: [UInt32], _ predicate: SignedPredicate) {
    lists[Theory.index(of: predicate)] = rows.isEmpty ? nil : rows
  }
}
