/// The literals that rose in one round, each once, in the order in which they rose.
struct RisenLiterals {
  private var lists: [Int: [Int]] = [:]
  private var known: [Int: Set<Int>] = [:]

  /// Whether nothing rose.
  var isEmpty: Bool { lists.isEmpty }

  /// The rows of each signed predicate, by `Theory.index(of:)`, in a fixed order.
  var inOrder: [(predicate: Int, rows: [Int])] {
    lists.keys.sorted().map { ($0, lists[$0] ?? []) }
  }

  /// Notes a literal.
  mutating func note(_ predicate: Int, _ isPositive: Bool, _ row: Int) {
    let index = predicate * 2 + (isPositive ? 0 : 1)
    guard known[index, default: []].insert(row).inserted else { return }
    lists[index, default: []].append(row)
  }
}
