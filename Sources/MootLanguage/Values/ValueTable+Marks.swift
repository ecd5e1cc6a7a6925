extension ValueTable {
  /// How far a table of values was filled at some time.
  struct Mark {
    /// The number of values.
    let count: Int
    /// The number of bytes of longer names.
    let textCount: Int
  }

  /// How far the table is filled.
  var mark: Mark { Mark(count: words.count, textCount: texts.count) }

  /// Forgets the values that were added since; numbers that no word leads to may stay.
  mutating func forget(since mark: Mark) {
    guard mark.count < words.count else { return }
    words.removeLast(words.count - mark.count)
    texts.removeLast(texts.count - mark.textCount)
    unusualSpellings = unusualSpellings.filter { Int($0.value.raw) < mark.count }
    refill(for: words.count)
  }
}
