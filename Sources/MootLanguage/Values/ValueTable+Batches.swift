extension ValueTable {
  /// Gives an id to the value of each of `count` cells, whose texts are in `bytes`; new values are added.
  ///
  /// The slots of all cells are read first, then the words these lead to, and only then is anything decided:
  /// the processor fetches many of them at a time, while one after another each would be waited for.
  mutating func intern(
    _ cells: CellColumn, count: Int, of bytes: UnsafeBufferPointer<UInt8>, _ probe: ProbeBuffers
  ) {
    if !slots.hasRoom(for: words.count + count) { refill(for: words.count + count) }
    var next = 0
    var multiplier = slots.multiplier
    prepare(cells, 0..<count, bytes, probe)
    while true {
      next = resolve(cells, next..<count, bytes, probe)
      guard next < count else { return }
      cells.ids[next] = intern(cells, next, bytes).raw
      next += 1
      guard slots.multiplier == multiplier else {
        multiplier = slots.multiplier
        prepare(cells, next..<count, bytes, probe)
        continue
      }
    }
  }

  /// Gives an id to one cell that may be spelt in several ways, or was made to collide with others.
  private mutating func intern(
    _ cells: CellColumn, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> ValueID {
    let word = cells.words[row]
    switch ValueWord.tag(word) {
    case ValueWord.longName: return intern(name: cells.text(row, in: bytes))
    case ..<ValueWord.longName: return ValueWord.withName(of: word) { intern(name: $0) }
    default: return intern(word: word)
    }
  }

  /// Reads for each cell the slot its value may be in, and the word of the value that is there.
  private func prepare(
    _ cells: CellColumn, _ rows: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ probe: ProbeBuffers
  ) {
    let multiplier = slots.multiplier
    let shift = slots.shift
    slots.contents.withUnsafeBufferPointer { slots in
      for row in rows {
        let word = cells.words[row]
        var key = word
        if ValueWord.tag(word) == ValueWord.longName {
          let range = cells.range(row)
          key = NamePlace.hash(bytes, range, multiplier)
          probe.words[row] = NamePlace.word(length: range.count, hash: key)
        } else {
          probe.words[row] = word
        }
        let slot = UInt32(truncatingIfNeeded: ValueSlots.hash(key, multiplier) >> shift)
        probe.slots[row] = slot
        probe.contents[row] = slots[Int(slot)]
      }
    }
    guard !words.isEmpty else {
      for row in rows { probe.contents[row] = 0 }
      return
    }
    words.withUnsafeBufferPointer { words in
      for row in rows {
        // An empty slot leads to the first word, which is then not looked at.
        let content = probe.contents[row]
        probe.found[row] = words[Int(content) &- (content == 0 ? 0 : 1)]
      }
    }
  }

  /// Gives ids to cells, up to the first that needs care; returns the index of that.
  private mutating func resolve(
    _ cells: CellColumn, _ rows: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ probe: ProbeBuffers
  ) -> Int {
    // What grows is taken out of the table meanwhile, so that each is reached by a pointer or a local name.
    var batch = Batch(mostSteps: slots.patience, count: words.count)
    batch.isEverySpellingUsual = unusualSpellings.isEmpty
    var known: [UInt64] = []
    swap(&known, &words)
    swap(&batch.texts, &texts)
    known.append(contentsOf: repeatElement(0, count: rows.count))
    let next = slots.contents.withUnsafeMutableBufferPointer { slots in
      known.withUnsafeMutableBufferPointer { words in
        batch.resolve(cells, rows, bytes, probe, slots, words)
      }
    }
    known.removeLast(known.count - batch.count)
    swap(&known, &words)
    swap(&batch.texts, &texts)
    return next
  }
}

/// The part of a table of values that changes while the cells of a batch are looked up.
private struct Batch {
  /// How many slots may be looked at for one value.
  let mostSteps: Int
  /// The number of values.
  var count: Int
  /// The texts of longer names.
  var texts: [UInt8] = []
  /// Whether no name was written in an unusual way.
  var isEverySpellingUsual = true

  init(mostSteps: Int, count: Int) {
    self.mostSteps = mostSteps
    self.count = count
  }

  mutating func resolve(
    _ cells: CellColumn, _ rows: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ probe: ProbeBuffers, _ slots: UnsafeMutableBufferPointer<UInt32>,
    _ words: UnsafeMutableBufferPointer<UInt64>
  ) -> Int {
    for row in rows {
      let word = probe.words[row]
      if probe.contents[row] != 0, probe.found[row] == word {
        cells.ids[row] = probe.contents[row] - 1
        continue
      }
      let isLong = ValueWord.tag(word) == ValueWord.longName
      var slot = Int(probe.slots[row])
      var steps = 0
      while true {
        let content = slots[slot]
        guard content != 0 else {
          guard steps <= mostSteps, isPlain(cells, row, bytes, isLong: isLong) else { return row }
          let place = isLong ? NamePlace.append(cells.text(row, in: bytes), to: &texts) : 0
          words[count] = word | place
          count += 1
          slots[slot] = UInt32(truncatingIfNeeded: count)
          cells.ids[row] = UInt32(truncatingIfNeeded: count - 1)
          break
        }
        let other = words[Int(content) - 1]
        let isSame =
          isLong
          ? (other ^ word) & ~NamePlace.offset == 0 && isText(of: other, cells.range(row), bytes)
          : other == word
        if isSame {
          cells.ids[row] = content - 1
          break
        }
        slot = (slot + 1) & (slots.count - 1)
        steps += 1
      }
    }
    return rows.upperBound
  }

  /// Whether a name that is not in the table has no other spelling that is.
  @inline(__always)
  private func isPlain(
    _ cells: CellColumn, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>, isLong: Bool
  ) -> Bool {
    let word = cells.words[row]
    if ValueWord.sort(word) != .name { return true }
    guard isEverySpellingUsual else { return false }
    if isLong { return ValueTable.isUsual(cells.text(row, in: bytes)) }
    if ValueWord.tag(word) == ValueWord.eight || word & 0x80_8080_8080_8080 == 0 { return true }
    return ValueWord.withName(of: word) { ValueTable.isUsual($0) }
  }

  private func isText(
    of word: UInt64, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let known = NamePlace.range(of: word, in: texts)
    guard known.count == range.count else { return false }
    return texts.withUnsafeBytes { texts in
      let bytes = UnsafeRawBufferPointer(bytes)
      var place = 0
      while place + 8 <= range.count {
        guard
          texts.loadUnaligned(fromByteOffset: known.lowerBound + place, as: UInt64.self)
            == bytes.loadUnaligned(fromByteOffset: range.lowerBound + place, as: UInt64.self)
        else { return false }
        place += 8
      }
      return texts.loadUnaligned(fromByteOffset: known.upperBound - 8, as: UInt64.self)
        == bytes.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
    }
  }
}
