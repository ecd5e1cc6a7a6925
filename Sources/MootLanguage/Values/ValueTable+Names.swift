extension ValueTable {
  /// The id of a name, which is added if it is new; the bytes are UTF-8.
  mutating func intern(name: UnsafeBufferPointer<UInt8>) -> ValueID {
    let key = key(of: name)
    let place = find(key.word, key.hash, name)
    if let id = place.id { return id }
    guard !Self.isUsual(name) || !unusualSpellings.isEmpty else {
      return add(key.word, text: name, at: place)
    }
    let spelling = String(decoding: name, as: UTF8.self)
    if let known = id(ofSpelling: spelling, name) { return known }
    let id = add(key.word, text: name, at: place)
    let normalized = spelling.inNormalisationFormC
    if !normalized.utf8.elementsEqual(name) { unusualSpellings[normalized] = id }
    return id
  }

  /// The id of a name that may be in the table.
  func id(ofName name: UnsafeBufferPointer<UInt8>) -> ValueID? {
    let key = key(of: name)
    if let id = find(key.word, key.hash, name).id { return id }
    guard !Self.isUsual(name) || !unusualSpellings.isEmpty else { return nil }
    return id(ofSpelling: String(decoding: name, as: UTF8.self), name)
  }

  /// The id of any value but a longer name by its word, which is added if it is new.
  mutating func intern(word: UInt64) -> ValueID {
    let place = find(word, slots.hash(word), Self.noText)
    return place.id ?? add(word, text: Self.noText, at: place)
  }

  /// The id of any value but a longer name by its word.
  func id(ofWord word: UInt64) -> ValueID? { find(word, slots.hash(word), Self.noText).id }

  /// Whether a text is certainly in normalisation form C: ASCII, Latin, Cyrillic and most Chinese letters are.
  static func isUsual(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.allSatisfy { byte in
      switch byte {
      case 0...0x7F, 0x80...0xBF, 0xC2...0xCB, 0xD0, 0xD1, 0xE5...0xE8: true
      default: false
      }
    }
  }

  /// Fills the table of slots anew, with room for so many values.
  mutating func refill(for count: Int) {
    var isDone = false
    while !isDone {
      slots.clear(for: count)
      isDone = words.indices.allSatisfy { index in
        let hash: UInt64
        if ValueWord.tag(words[index]) == ValueWord.longName {
          let range = NamePlace.range(of: words[index], in: texts)
          let offset = words[index] & NamePlace.offset
          let text = texts.withUnsafeBufferPointer { NamePlace.hash($0, range, slots.multiplier) }
          words[index] = NamePlace.word(length: range.count, hash: text) | offset
          hash = slots.hash(text)
        } else {
          hash = slots.hash(words[index])
        }
        return slots.insert(UInt32(index), hash: hash)
      }
      if !isDone { slots.reseed() }
    }
  }

  private static var noText: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: nil, count: 0)
  }

  /// Where a value is, or belongs.
  private struct Place {
    /// The slot.
    let slot: Int
    /// The value in it.
    let id: ValueID?
    /// How many slots were looked at.
    let steps: Int
  }

  /// The id of a name that may be in the table under another spelling.
  private func id(
    ofSpelling spelling: String, _ name: UnsafeBufferPointer<UInt8>
  ) -> ValueID? {
    if let known = unusualSpellings[spelling] { return known }
    var normalized = spelling.inNormalisationFormC
    return normalized.withUTF8 { bytes in
      guard !bytes.elementsEqual(name) else { return nil }
      let key = key(of: bytes)
      return find(key.word, key.hash, bytes).id
    }
  }

  /// The word of a name, without the place of a longer text, and its hash.
  private func key(of name: UnsafeBufferPointer<UInt8>) -> (word: UInt64, hash: UInt64) {
    if let word = ValueWord.name(name) { return (word, slots.hash(word)) }
    let hash = NamePlace.hash(name, 0..<name.count, slots.multiplier)
    return (NamePlace.word(length: name.count, hash: hash), slots.hash(hash))
  }

  private func find(
    _ word: UInt64, _ hash: UInt64, _ text: UnsafeBufferPointer<UInt8>
  ) -> Place {
    let isLong = ValueWord.tag(word) == ValueWord.longName
    var slot = Int(truncatingIfNeeded: hash >> slots.shift)
    var steps = 0
    while true {
      let content = slots.contents[slot]
      if content == 0 { return Place(slot: slot, id: nil, steps: steps) }
      let known = words[Int(content - 1)]
      let isSame =
        isLong
        ? (known ^ word) & ~NamePlace.offset == 0
          && texts[NamePlace.range(of: known, in: texts)].elementsEqual(text) : known == word
      if isSame { return Place(slot: slot, id: ValueID(raw: content - 1), steps: steps) }
      slot = (slot + 1) & (slots.contents.count - 1)
      steps += 1
    }
  }

  private mutating func add(
    _ word: UInt64, text: UnsafeBufferPointer<UInt8>, at place: Place
  ) -> ValueID {
    let isLong = ValueWord.tag(word) == ValueWord.longName
    words.append(isLong ? word | NamePlace.append(text, to: &texts) : word)
    slots.contents[place.slot] = UInt32(words.count)
    if !slots.hasRoom(for: words.count) {
      refill(for: words.count)
    } else if place.steps > slots.patience {
      slots.reseed()
      refill(for: words.count)
    }
    return ValueID(raw: UInt32(words.count - 1))
  }
}
