/// Four counters, one for each level, that are changed together; levels are bits, level 1 the lowest.
protocol LevelCounters: BitwiseCopyable, Sendable {
  /// The most a counter counts to.
  static var most: Int { get }
  /// All counters at zero.
  init()
  /// The levels whose counters are zero.
  var zeros: UInt8 { get }
  /// Adds one at each of some levels.
  mutating func add(_ levels: UInt8)
  /// Subtracts one at each of some levels; none of these may be at zero.
  mutating func subtract(_ levels: UInt8)
}

extension LevelCounters {
  /// Subtracts one at each of some levels, and gives those of them that came to zero.
  @inline(__always)
  mutating func subtracting(_ levels: UInt8) -> UInt8 {
    subtract(levels)
    return zeros & levels
  }
}

/// Counters of eight bits in one word of 32.
struct NarrowCounters: LevelCounters {
  private var word: UInt32 = 0

  static let most = 0xFF

  @inline(__always)
  var zeros: UInt8 {
    let isNonzero = ((word & 0x7F7F_7F7F) &+ 0x7F7F_7F7F | word) >> 7
    return UInt8(truncatingIfNeeded: ((~isNonzero & 0x0101_0101) &* 0x0102_0408) >> 24)
  }

  @inline(__always)
  mutating func add(_ levels: UInt8) { word &+= Self.spread(levels) }

  @inline(__always)
  mutating func subtract(_ levels: UInt8) { word &-= Self.spread(levels) }

  @inline(__always)
  private static func spread(_ levels: UInt8) -> UInt32 {
    UInt32(levels) &* 0x0020_4081 & 0x0101_0101
  }
}

/// Counters of sixteen bits in one word of 64.
struct MiddleCounters: LevelCounters {
  private var word: UInt64 = 0

  static let most = 0xFFFF

  @inline(__always)
  var zeros: UInt8 {
    let low: UInt64 = 0x7FFF_7FFF_7FFF_7FFF
    let isNonzero = ((word & low) &+ low | word) >> 15
    let isZero = ~isNonzero & 0x0001_0001_0001_0001
    return UInt8(truncatingIfNeeded: (isZero &* 0x0001_0002_0004_0008) >> 48) & 15
  }

  @inline(__always)
  mutating func add(_ levels: UInt8) { word &+= Self.spread(levels) }

  @inline(__always)
  mutating func subtract(_ levels: UInt8) { word &-= Self.spread(levels) }

  @inline(__always)
  private static func spread(_ levels: UInt8) -> UInt64 {
    UInt64(levels) &* 0x0000_2000_4000_8001 & 0x0001_0001_0001_0001
  }
}

/// Counters of 32 bits.
struct WideCounters: LevelCounters {
  private var counts = SIMD4<UInt32>()

  static let most = Int(UInt32.max)

  var zeros: UInt8 {
    (0..<4).reduce(0) { levels, lane in counts[lane] == 0 ? levels | 1 << UInt8(lane) : levels }
  }

  mutating func add(_ levels: UInt8) { counts &+= Self.spread(levels) }

  mutating func subtract(_ levels: UInt8) { counts &-= Self.spread(levels) }

  private static func spread(_ levels: UInt8) -> SIMD4<UInt32> {
    (SIMD4(repeating: UInt32(levels)) &>> SIMD4(0, 1, 2, 3)) & 1
  }
}
