import MootLanguage

/// The values of an evaluation: the program's, and those worked out on the way.
struct Values {
  /// Their order, which keeps them.
  private(set) var order: ValueOrder

  /// Begins with a program's values.
  init(_ table: ValueTable) { order = ValueOrder(table) }

  /// All values with their ids.
  var table: ValueTable { order.table }

  /// The id of a value, which is added if it is new.
  mutating func intern(_ value: Value) -> UInt32 { order.intern(value) }
}
