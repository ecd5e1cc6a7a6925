/// The facts of a table, or of one list of a JSON file: one a row, with the arguments in columns.
public struct FactRows: Sendable {
  /// What each row says.
  public let predicate: SignedPredicate
  /// What each row says besides: "may a" where it says "must a", "need not a" where it says "must not a".
  public let companion: SignedPredicate?
  /// The number of rows.
  public let count: Int
  /// The arguments: one column each, of the `ValueID.raw` of each row.
  public let columns: [[UInt32]]
  /// Where the particulars of the rows are in `Program.particulars`.
  public let particulars: Particulars

  /// Where the particulars of rows are.
  public enum Particulars: Sendable {
    /// All rows have the same.
    case shared(UInt32)
    /// The first row has these, and each other row those behind the row before.
    case successive(from: UInt32)
    /// Each row has those that are listed for it.
    case listed([UInt32])
  }

  /// The number of facts: two a row where each row says something besides.
  public var factCount: Int { companion == nil ? count : count * 2 }

  /// The index of the particulars of a row.
  public func particulars(ofRow row: Int) -> UInt32 {
    switch particulars {
    case .shared(let index): index
    case .successive(let first): first + UInt32(row)
    case .listed(let indices): indices[row]
    }
  }

  /// The row a fact is from, by its place among the facts of these rows.
  public func row(ofFact offset: Int) -> Int { companion == nil ? offset : offset / 2 }

  /// A fact, by its place among the facts of these rows; `index` is its place among all facts.
  func fact(_ offset: Int, index: Int) -> Fact {
    let row = row(ofFact: offset)
    guard let companion, offset & 1 == 1 else {
      return Fact(
        predicate: predicate, index: index, particulars: particulars(ofRow: row), isImplied: false)
    }
    return Fact(
      predicate: companion, index: index, particulars: particulars(ofRow: row), isImplied: true)
  }
}
