import MootLanguage

/// Bindings of a rule's variables, up to `capacity` rows, in columns.
///
/// A class because a join hands the same buffers down its steps again and again.
final class Block {
  /// The most rows a block holds.
  static let capacity = 1024

  /// The number of rows.
  private(set) var count = 0
  /// The values of each register.
  var registers: [[UInt32]]
  /// The running grade from below: firing grade of premises, or what an exception allows.
  var lower: [UInt8] = []
  /// The same from above.
  var upper: [UInt8] = []
  /// The row of the block (or the demanded atom) a binding goes back to.
  var origin: [UInt32] = []

  /// The value of a variable that is not bound.
  static let unbound = ValueID.none.raw

  /// Creates an empty block.
  init(registerCount: Int) {
    registers = Array(repeating: [], count: registerCount)
  }

  /// Whether it must be handed on before more is added.
  var isFull: Bool { count == Self.capacity }

  /// Removes all rows.
  func clear() {
    count = 0
    for index in registers.indices { registers[index].removeAll(keepingCapacity: true) }
    lower.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    origin.removeAll(keepingCapacity: true)
  }

  /// Adds a row with nothing bound.
  func appendUnbound(lower: UInt8, upper: UInt8, origin: UInt32) {
    for index in registers.indices { registers[index].append(Self.unbound) }
    append(lower: lower, upper: upper, origin: origin)
  }

  /// Adds a copy of a row of another block of the same rule.
  func append(copying row: Int, of other: Block, lower: UInt8, upper: UInt8) {
    append(copying: row, of: other, lower: lower, upper: upper, origin: other.origin[row])
  }

  /// Adds a copy of a row of another block of the same rule, with an origin of its own.
  func append(copying row: Int, of other: Block, lower: UInt8, upper: UInt8, origin: UInt32) {
    for index in registers.indices { registers[index].append(other.registers[index][row]) }
    append(lower: lower, upper: upper, origin: origin)
  }

  /// Removes the last row.
  func removeLast() {
    for index in registers.indices { registers[index].removeLast() }
    lower.removeLast()
    upper.removeLast()
    origin.removeLast()
    count -= 1
  }

  private func append(lower: UInt8, upper: UInt8, origin: UInt32) {
    self.lower.append(lower)
    self.upper.append(upper)
    self.origin.append(origin)
    count += 1
  }
}
