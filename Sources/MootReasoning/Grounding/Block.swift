import MootLanguage

/// Bindings of a rule's variables, in columns.
///
/// A class because a join hands the same buffers down its steps again and again, and because it owns their
/// memory: all pointers into a block are good until it grows.
final class Block {
  /// The most rows that a step of a join hands on at once.
  static let capacity = 1024

  /// The number of rows.
  private(set) var count = 0
  /// The values of each register.
  private(set) var registers: Registers
  /// The running grade from below: firing grade of premises, or what an exception allows.
  private(set) var lower: UnsafeMutablePointer<UInt8>
  /// The same from above.
  private(set) var upper: UnsafeMutablePointer<UInt8>
  /// The row of the block (or the demanded atom) a binding goes back to.
  private(set) var origin: UnsafeMutablePointer<UInt32>
  /// The number of registers.
  let registerCount: Int
  private var room: Int

  /// The value of a variable that is not bound.
  static let unbound = ValueID.none.raw

  /// The columns of a block, by register.
  struct Registers {
    fileprivate let base: UnsafeMutablePointer<UInt32>
    fileprivate let room: Int

    /// The values of a register.
    subscript(register: Int) -> UnsafeMutablePointer<UInt32> { base + register &* room }
  }

  /// Creates an empty block.
  init(registerCount: Int) {
    self.registerCount = registerCount
    room = 4
    (registers, lower, upper, origin) = Self.memory(registerCount, room)
  }

  deinit { Self.free(registers, lower, upper, origin) }

  /// Removes all rows.
  func clear() { count = 0 }

  /// Makes room for `rows` rows, and takes them for filled; what is not written then is arbitrary in the
  /// columns of grades and origins, and unbound or left over in registers.
  func resize(to rows: Int) {
    reserve(rows)
    count = rows
  }

  /// Adds a row with nothing bound.
  func appendUnbound(lower: UInt8, upper: UInt8, origin: UInt32) {
    resize(to: count + 1)
    for register in 0..<registerCount { registers[register][count - 1] = Self.unbound }
    note(lower, upper, origin)
  }

  /// Adds a copy of a row of another block of the same rule.
  func append(copying row: Int, of other: Block, lower: UInt8, upper: UInt8) {
    append(copying: row, of: other, lower: lower, upper: upper, origin: other.origin[row])
  }

  /// Adds a copy of a row of another block of the same rule, with an origin of its own.
  func append(copying row: Int, of other: Block, lower: UInt8, upper: UInt8, origin: UInt32) {
    resize(to: count + 1)
    for register in 0..<registerCount {
      registers[register][count - 1] = other.registers[register][row]
    }
    note(lower, upper, origin)
  }

  /// A running grade that all rows have.
  typealias GradeOfAll = (lower: UInt8, upper: UInt8)

  /// The running grade of all rows, where it is the same for all.
  var gradeOfAll: GradeOfAll? {
    guard count > 0 else { return nil }
    let (firstLower, firstUpper) = (lower[0], upper[0])
    var difference: UInt8 = 0
    for row in 0..<count { difference |= (lower[row] ^ firstLower) | (upper[row] ^ firstUpper) }
    return difference == 0 ? (firstLower, firstUpper) : nil
  }

  /// What the rows go back to.
  var origins: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: origin, count: count) }

  /// The values of all registers in a row.
  func binding(_ row: Int) -> [UInt32] { (0..<registerCount).map { registers[$0][row] } }

  /// Removes the last row.
  func removeLast() { count -= 1 }

  /// Makes room for `rows` rows, keeping what is there.
  private func reserve(_ rows: Int) {
    guard rows > room else { return }
    let wider = max(rows, room * 4)
    let (grown, grownLower, grownUpper, grownOrigin) = Self.memory(registerCount, wider)
    let larger = grown
    for register in 0..<registerCount {
      larger[register].update(from: registers[register], count: count)
    }
    grownLower.update(from: lower, count: count)
    grownUpper.update(from: upper, count: count)
    grownOrigin.update(from: origin, count: count)
    Self.free(registers, lower, upper, origin)
    (registers, lower, upper, origin) = (grown, grownLower, grownUpper, grownOrigin)
    room = wider
  }

  private func note(_ lower: UInt8, _ upper: UInt8, _ origin: UInt32) {
    self.lower[count - 1] = lower
    self.upper[count - 1] = upper
    self.origin[count - 1] = origin
  }

  private typealias Memory = (
    Registers, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt8>,
    UnsafeMutablePointer<UInt32>
  )

  private static func memory(_ registerCount: Int, _ room: Int) -> Memory {
    let base = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, registerCount * room))
    base.initialize(repeating: unbound, count: registerCount * room)
    let lower = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    lower.initialize(repeating: 0, count: room)
    let upper = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    upper.initialize(repeating: 0, count: room)
    let origin = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
    origin.initialize(repeating: 0, count: room)
    return (Registers(base: base, room: room), lower, upper, origin)
  }

  private static func free(
    _ registers: Registers, _ lower: UnsafeMutablePointer<UInt8>,
    _ upper: UnsafeMutablePointer<UInt8>, _ origin: UnsafeMutablePointer<UInt32>
  ) {
    registers.base.deallocate()
    lower.deallocate()
    upper.deallocate()
    origin.deallocate()
  }
}
