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

  /// Begins with a program's values, whose order is known.
  init(_ table: ValueTable, _ order: ValueOrder) {
    self.table = table
    self.order = order
  }

  /// Gives the order away; the values must not be used any more.
  mutating func takeOrder() -> ValueOrder {
    defer { order = ValueOrder(ValueTable()) }
    return order
  }

  /// The id of a value, which is added if it is new.
  mutating func intern(_ value: Value) -> UInt32 {
    let id = table.intern(value)
    if Int(id.raw) == order.count { order.append(value) }
    return id.raw
  }
}
