import MootLanguage

/// The values of an evaluation: the program's, and those worked out on the way.
struct Values {
  /// All values with their ids.
  private(set) var table: ValueTable
  /// The same in the form comparisons read.
  private(set) var order: ValueOrder

  /// Begins with a program's values.
  init(_ table: ValueTable) {
    self.table = table
    order = ValueOrder(table)
  }

  /// The id of a value, which is added if it is new.
  mutating func intern(_ value: Value) -> UInt32 {
    let id = table.intern(value)
    if Int(id.raw) == order.count { order.append(value) }
    return id.raw
  }
}
