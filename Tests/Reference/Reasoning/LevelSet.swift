/// The levels 1 to 4 at which something holds, one bit each.
struct LevelSet: Equatable, Sendable {
  /// Bit `v` stands for level `v`; bit 0 is unused.
  private(set) var bits: UInt8

  /// No level.
  static let none = LevelSet(bits: 0)

  /// Every level.
  static let all = LevelSet(bits: 0b11110)

  /// The levels a rule capped at `cap` can fire with.
  static func upTo(_ cap: Int) -> LevelSet { LevelSet(bits: (2 << UInt8(cap)) - 2) }

  /// The highest level, 0 when there is none.
  var highest: Int { bits == 0 ? 0 : 7 - bits.leadingZeroBitCount }

  /// Whether the levels grow downwards without a gap: 4 within 3 within 2 within 1.
  var isNested: Bool { self == .upTo(highest) }

  /// Whether `level` is among them.
  func contains(_ level: Int) -> Bool { bits & (1 << UInt8(level)) != 0 }

  /// Adds `level`.
  mutating func insert(_ level: Int) { bits |= 1 << UInt8(level) }

  /// The levels in both.
  func intersection(_ other: LevelSet) -> LevelSet { LevelSet(bits: bits & other.bits) }

  /// The levels in either.
  func union(_ other: LevelSet) -> LevelSet { LevelSet(bits: bits | other.bits) }

  /// The levels of this set that are not in `other`.
  func subtracting(_ other: LevelSet) -> LevelSet { LevelSet(bits: bits & ~other.bits) }

  /// The levels `v` whose blocker `b(v)` is here (semantics, section 2: b(4) = 1, b(3) = 1, b(2) = 2, b(1) = 3).
  var atBlockers: LevelSet {
    let one = (bits & 0b00010) << 2 | (bits & 0b00010) << 3
    let two = bits & 0b00100
    let three = (bits & 0b01000) >> 2
    return LevelSet(bits: one | two | three)
  }

  /// The levels at which a premise with this literal holds when it must reach `standard`; at 4, it must hold at 4.
  func asPremise(reaching standard: Int) -> LevelSet {
    LevelSet(bits: (contains(standard) ? 0b01110 : 0) | bits & 0b10000)
  }

  /// The levels at which an exception with this literal counts when it must reach `standard`; at 4, 1 is enough.
  func asException(reaching standard: Int) -> LevelSet {
    LevelSet(bits: (contains(standard) ? 0b01110 : 0) | (contains(1) ? 0b10000 : 0))
  }
}
