extension ValueTable {
  /// How far a table of values was filled at some time.
  struct Mark: Sendable {
    /// The number of values.
    let count: Int
    /// The number of bytes of longer names.
    let textCount: Int
    /// The number of numbers that do not fit into a word.
    let numberCount: Int
  }

  /// How far the table is filled.
  var mark: Mark {
    Mark(count: words.count, textCount: texts.count, numberCount: numbers.count)
  }

  /// Forgets the values that were added since.
  ///
  /// Takes time in proportion to what is forgotten.
  mutating func forget(since mark: Mark) {
    guard mark.count < words.count else { return }
    // Values lie in the slots in the order in which they came: no earlier one was passed on to the slot that
    // the last one has.
    for index in (mark.count..<words.count).reversed() { empty(slotOf: index) }
    words.removeLast(words.count - mark.count)
    texts.removeLast(texts.count - mark.textCount)
    forgetNumbers(after: mark.numberCount)
    if unusualSpellings.values.contains(where: { Int($0.raw) >= mark.count }) {
      unusualSpellings = unusualSpellings.filter { Int($0.value.raw) < mark.count }
    }
  }

  /// Empties the slot of a value; those behind it are forgotten already.
  private mutating func empty(slotOf index: Int) {
    let word = words[index]
    let hash: UInt64
    if ValueWord.tag(word) == ValueWord.longName {
      let range = NamePlace.range(of: word, in: texts)
      hash = texts.withUnsafeBufferPointer { NamePlace.hash($0, range, slots.multiplier) }
    } else {
      hash = word
    }
    slots.remove(UInt32(index), hash: slots.hash(hash))
  }
}
