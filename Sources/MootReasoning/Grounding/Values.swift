import MootLanguage

/// The values of an evaluation: the program's, and those worked out on the way.
struct Values {
  /// Their order, which keeps them.
  private(set) var order: ValueOrder
  /// Of the values that were there to begin with, the dates that were worked out all the same.
  private(set) var datesWorkedOut: Set<UInt32> = []
  private let firstCount: Int

  /// Begins with a program's values.
  init(_ table: ValueTable) {
    order = ValueOrder(table)
    firstCount = table.count
  }

  /// All values with their ids.
  var table: ValueTable { order.table }

  /// The id of a value, which is added if it is new.
  mutating func intern(_ value: Value) -> UInt32 {
    let id = order.intern(value)
    if id < firstCount, case .date = value { datesWorkedOut.insert(id) }
    return id
  }
}
