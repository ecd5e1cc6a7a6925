/// Random numbers that are the same everywhere (Steele, Lea and Flood 2014).
struct SplitMix {
  private var state: UInt64

  /// Starts a row of numbers.
  init(seed: UInt64) { state = seed }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }

  /// Whether something happens that does in so many of a hundred cases.
  mutating func happens(in percent: Int) -> Bool { below(100) < percent }
}
