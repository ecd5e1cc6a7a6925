/// Names read from files, each with one number, counted from 0 in the order of appearance.
///
/// It is looked up by bytes, so that no `String` is made for a name already known. A tag keeps apart names
/// that are spelt the same. Names outside ASCII are the same when they are canonically equivalent.
struct NameTable {
  private var entries: [Entry] = []
  private var characters: [UInt8] = []
  /// A hash table with linear probing: the number of a name, plus 1, with its hash above it; 0 where empty.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var shift: UInt64 = 58
  private var beyondASCII: [Normalized: UInt32] = [:]
  /// A random odd number, so that nobody can write a file whose names all collide.
  ///
  /// Nothing depends on it but time.
  private let multiplier = UInt64.random(in: 0...UInt64.max) | 1

  private struct Entry {
    let offset: UInt32
    let length: UInt32
    let tag: UInt32
  }

  private struct Normalized: Hashable {
    let name: String
    let tag: UInt32
  }

  /// The number of names.
  var count: Int { entries.count }

  /// The number of a name, which is added if it is new.
  mutating func intern(_ bytes: [UInt8], in range: Range<Int>, tag: UInt32 = 0) -> Int {
    let (hash, isASCII) = hash(of: bytes, in: range, tag: tag)
    let slot = slot(of: bytes, in: range, tag: tag, hash: hash)
    if slots[slot] != 0 { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
    let number = UInt32(entries.count)
    if !isASCII {
      let key = Normalized(name: String(decoding: bytes[range], as: UTF8.self), tag: tag)
      if let known = beyondASCII[key] { return Int(known) }
      beyondASCII[key] = number
    }
    slots[slot] = (hash >> 32) << 32 | UInt64(number + 1)
    entries.append(
      Entry(offset: UInt32(characters.count), length: UInt32(range.count), tag: tag))
    characters.append(contentsOf: bytes[range])
    if entries.count * 2 > slots.count { grow() }
    return Int(number)
  }

  /// The number of a name that may be known.
  func number(of bytes: [UInt8], in range: Range<Int>, tag: UInt32 = 0) -> Int? {
    let (hash, isASCII) = hash(of: bytes, in: range, tag: tag)
    let found = slots[slot(of: bytes, in: range, tag: tag, hash: hash)]
    if found != 0 { return Int(found & 0xFFFF_FFFF) - 1 }
    guard !isASCII else { return nil }
    let key = Normalized(name: String(decoding: bytes[range], as: UTF8.self), tag: tag)
    return beyondASCII[key].map(Int.init)
  }

  /// The name with a number.
  subscript(number: Int) -> String {
    let entry = entries[number]
    let start = Int(entry.offset)
    return String(decoding: characters[start..<start + Int(entry.length)], as: UTF8.self)
  }

  private func hash(
    of bytes: [UInt8], in range: Range<Int>, tag: UInt32
  ) -> (hash: UInt64, isASCII: Bool) {
    var hash = (UInt64(tag) &+ 0x9E37_79B9_7F4A_7C15) &* multiplier
    var seen: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      seen |= byte
      hash = (hash ^ UInt64(byte)) &* multiplier
      hash ^= hash >> 29
    }
    return (hash &* multiplier, seen < 0x80)
  }

  /// The slot that holds the name, or the empty one where it belongs.
  private func slot(
    of bytes: [UInt8], in range: Range<Int>, tag: UInt32, hash: UInt64
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash >> shift)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32,
        isName(Int(slots[slot] & 0xFFFF_FFFF) - 1, bytes, in: range, tag: tag)
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isName(
    _ number: Int, _ bytes: [UInt8], in range: Range<Int>, tag: UInt32
  ) -> Bool {
    let entry = entries[number]
    guard entry.tag == tag, Int(entry.length) == range.count else { return false }
    let distance = Int(entry.offset) - range.lowerBound
    for index in range where characters[index + distance] != bytes[index] { return false }
    return true
  }

  private mutating func grow() {
    shift -= 1
    let known = slots
    slots = [UInt64](repeating: 0, count: known.count * 2)
    for content in known where content != 0 {
      var slot = Int(truncatingIfNeeded: (content & 0xFFFF_FFFF_0000_0000) >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = content
    }
  }
}
