/// Names, numbers and dates, each with one id.
public struct ValueTable: Sendable {
  private var values: [Value] = []
  private var ids: [Value: ValueID] = [:]

  /// Creates an empty table.
  public init() {}

  /// The number of values.
  public var count: Int { values.count }

  /// The value with an id.
  public subscript(id: ValueID) -> Value { values[Int(id.raw)] }

  /// The id of a value that may be in the table.
  public func id(of value: Value) -> ValueID? { ids[value] }

  /// The id of a value, which is added if it is new.
  public mutating func intern(_ value: Value) -> ValueID {
    if let id = ids[value] { return id }
    let id = ValueID(raw: UInt32(values.count))
    values.append(value)
    ids[value] = id
    return id
  }

  /// Forgets the values that were added last, until so many are left.
  mutating func shrink(to count: Int) {
    while values.count > count { ids[values.removeLast()] = nil }
  }
}
