/// The word of a name that does not fit in: where its text is kept (36 bits), its length (10), and as much of
/// the hash of the text (10) as tells most others apart.
///
/// Of a name of 1023 bytes and more, the eight bytes before the text are the length.
enum NamePlace {
  /// The bits of the offset.
  static var offset: UInt64 { 1 << 36 - 1 }
  /// The length field of names whose length stands before their text.
  static var longest: Int { 1023 }

  /// The word of a name, but for the place of its text.
  @inline(__always)
  static func word(length: Int, hash: UInt64) -> UInt64 {
    ValueWord.longName << ValueWord.tagShift | (hash & 1023) << 46
      | UInt64(truncatingIfNeeded: min(length, longest)) << 36
  }

  /// The text of a word among all texts.
  static func range(of word: UInt64, in texts: [UInt8]) -> Range<Int> {
    let start = Int(word & offset)
    let length = Int(word >> 36 & 1023)
    guard length == longest else { return start..<start + length }
    let known = texts[start - 8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    return start..<start + known
  }

  /// Keeps a text; returns its offset.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to texts: inout [UInt8]) -> UInt64 {
    // No text begins at 0, so that no word is the same as one whose place is not filled in.
    if texts.isEmpty { texts.append(0) }
    if text.count >= longest {
      texts.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: text.count >> ($0 * 8)) })
    }
    let start = texts.count
    precondition(start <= Int(offset), "the names of a program take more than 64 GiB")
    texts.append(contentsOf: text)
    return UInt64(start)
  }

  /// The hash of a text of at least eight bytes; `seed` is odd.
  @inline(__always)
  static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ seed: UInt64
  ) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: range.count) &* seed
    var place = range.lowerBound
    while place + 8 <= range.upperBound {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), seed)
      place += 8
    }
    guard place < range.upperBound else { return hash }
    // The last eight bytes, some of which are in already.
    return mixed(
      hash, bytes.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self), seed)
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ chunk: UInt64, _ seed: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* seed
    return product ^ product >> 29
  }
}
