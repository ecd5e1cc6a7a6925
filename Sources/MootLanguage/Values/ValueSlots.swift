/// A hash table of value ids with linear probing, at most half full: an id plus 1, or 0 where there is none.
///
/// Where many values come together they may have been made to collide; then the table is filled anew with a
/// random multiplier. Nothing but time depends on it.
struct ValueSlots: Sendable {
  /// The ids, plus 1.
  var contents: [UInt32] = Array(repeating: 0, count: 64)
  /// What a word is multiplied with; odd.
  private(set) var multiplier = Self.usualMultiplier
  /// By how much a hash is shifted to give a slot.
  private(set) var shift: UInt64 = 58
  /// How many slots may be looked at for one value.
  private(set) var patience = 128

  /// The multiplier that tables begin with.
  static var usualMultiplier: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  /// The hash of a word, or of the hash of a longer name's text.
  @inline(__always)
  func hash(_ word: UInt64) -> UInt64 { Self.hash(word, multiplier) }

  /// The hash of a word with a multiplier.
  @inline(__always)
  static func hash(_ word: UInt64, _ multiplier: UInt64) -> UInt64 {
    (word ^ word >> 32) &* multiplier
  }

  /// Whether so many values fit in.
  func hasRoom(for count: Int) -> Bool { count * 2 <= contents.count }

  /// Empties the table, which is to have room for so many values.
  mutating func clear(for count: Int) {
    var size = contents.count
    while count * 2 > size {
      size *= 2
      shift -= 1
    }
    contents = []
    contents = Array(repeating: 0, count: size)
  }

  /// Puts an id into the first empty slot for a hash; whether that was near enough.
  mutating func insert(_ id: UInt32, hash: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: hash >> shift)
    var steps = 0
    while contents[slot] != 0 {
      slot = (slot + 1) & (contents.count - 1)
      steps += 1
    }
    contents[slot] = id + 1
    return steps <= patience
  }

  /// Takes out the id that was put in last.
  mutating func remove(_ id: UInt32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while contents[slot] != id + 1 { slot = (slot + 1) & (contents.count - 1) }
    contents[slot] = 0
  }

  /// Chooses another multiplier, and more patience, so that this comes to an end.
  mutating func reseed() {
    multiplier = UInt64.random(in: 0...UInt64.max) | 1
    patience *= 2
  }
}
