import MootLanguage

extension Join {
  /// How far the matching of a block has come: the binding, and the next row for it.
  private struct Cursor {
    var binding = 0
    var row = ColumnIndex.none
    /// The number of rows of the table at the start.
    let end: UInt32
    /// The number of pairs found.
    var found = 0
    /// The number of rows looked at.
    var seen = 0

    /// The most rows looked at before the clock is.
    static let mostSeen = 1 << 18

    /// Whether it is time to hand on what was found.
    @inline(__always)
    var isPausing: Bool { found == Block.capacity || seen >= Self.mostSeen }
  }

  /// Extends the bindings of a block by all rows that match, and hands them on, a block at a time.
  func match(
    _ matching: Matching, _ input: Block, into output: Block, upTo end: Int,
    _ emit: (Block) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    let table = matching.match.predicate
    var cursor = Cursor(end: UInt32(evaluation.tables[table].count))
    let gradeOfAll = input.gradeOfAll
    repeat {
      cursor.found = 0
      cursor.seen = 0
      findRows(matching, input, &cursor)
      try evaluation.budget.work(cursor.seen)
      let kept = compare(matching, input, gradeOfAll, found: cursor.found)
      guard kept > 0 else { continue }
      copy(kept, matching, from: input, into: output)
      try run(matching.next..<end, output, emit)
    } while cursor.binding < input.count
  }

  /// Finds rows for the bindings from the cursor on, until there are enough for a block.
  private func findRows(_ matching: Matching, _ input: Block, _ cursor: inout Cursor) {
    let match = matching.match
    guard let number = match.index else { return scan(matching, input, &cursor) }
    let index = evaluation.tables[match.predicate].current(index: number)
    index.reading { heads, following in
      switch (heads, match.indexKeys[0]) {
      case (let heads?, .register(let register)):
        let values = input.registers[register]
        follow(input, &cursor, following) { binding in
          let value = Int(values[binding])
          return value < heads.count ? heads[value] : ColumnIndex.none
        }
      case (let heads?, .value(let value)):
        let head = Int(value) < heads.count ? heads[Int(value)] : ColumnIndex.none
        follow(input, &cursor, following) { _ in head }
      case (nil, _):
        let columns = evaluation.tables[match.predicate].columns
        var tuple = [UInt32](repeating: 0, count: match.indexKeys.count)
        follow(input, &cursor, following) { binding in
          for (place, key) in match.indexKeys.enumerated() {
            tuple[place] = value(key, input, binding)
          }
          return index.first(tuple, in: columns)
        }
      }
    }
  }

  /// Follows the chains of an index.
  @inline(__always)
  private func follow(
    _ input: Block, _ cursor: inout Cursor, _ following: UnsafeBufferPointer<UInt32>,
    first: (Int) -> UInt32
  ) {
    let (bindings, rows) = (evaluation.scratch.room.bindings, evaluation.scratch.room.rows)
    var place = cursor
    defer { cursor = place }
    while place.binding < input.count {
      if place.row == ColumnIndex.none { place.row = first(place.binding) }
      while place.row != ColumnIndex.none {
        if place.isPausing { return }
        bindings[place.found] = UInt32(truncatingIfNeeded: place.binding)
        rows[place.found] = place.row
        place.found &+= 1
        place.seen &+= 1
        place.row = following[Int(place.row)]
      }
      place.binding &+= 1
    }
  }

  /// Takes all rows of a table for each binding.
  private func scan(_ matching: Matching, _ input: Block, _ cursor: inout Cursor) {
    let (bindings, rows) = (evaluation.scratch.room.bindings, evaluation.scratch.room.rows)
    while cursor.binding < input.count {
      if cursor.row == ColumnIndex.none { cursor.row = 0 }
      let room = min(Block.capacity - cursor.found, Int(cursor.end - cursor.row))
      for step in 0..<room {
        bindings[cursor.found + step] = UInt32(truncatingIfNeeded: cursor.binding)
        rows[cursor.found + step] = cursor.row + UInt32(truncatingIfNeeded: step)
      }
      cursor.found += room
      cursor.seen += room
      cursor.row += UInt32(room)
      guard cursor.row == cursor.end else { return }
      cursor.row = ColumnIndex.none
      cursor.binding += 1
      if cursor.isPausing { return }
    }
  }

  /// Works out the grades of the pairs found and keeps those that count and whose comparisons hold; the
  /// number kept.
  private func compare(
    _ matching: Matching, _ input: Block, _ gradeOfAll: Block.GradeOfAll?, found: Int
  ) -> Int {
    let scratch = evaluation.scratch.room
    let table = evaluation.tables[matching.match.predicate]
    var kept = grade(matching, input, gradeOfAll, found: found, table)
    for (first, second) in matching.equalColumns {
      let (one, other) = (table.columns[first], table.columns[second])
      kept = scratch.keep(kept) { _, row in one[row] == other[row] }
    }
    for check in matching.keyChecks where kept > 0 {
      let column = table.columns[check.column]
      switch check.key {
      case .register(let register):
        let values = input.registers[register]
        kept = scratch.keep(kept) { binding, row in values[binding] == column[row] }
      case .value(let value): kept = scratch.keep(kept) { _, row in column[row] == value }
      }
    }
    for comparing in matching.comparisons where kept > 0 {
      kept = keep(kept, comparing, input, table)
    }
    return kept
  }

  /// Keeps the pairs for which a comparison holds; the number kept.
  private func keep(
    _ count: Int, _ comparing: Matching.Comparing, _ input: Block, _ table: Table
  ) -> Int {
    let (order, room) = (evaluation.values.order, evaluation.scratch.room)
    guard let ascending = comparing.ascending else {
      return comparing.left.reading(input, table) { left in
        comparing.right.reading(input, table) { right in
          room.keep(count) { binding, row in
            order.compare(left(binding, row), comparing.relation, right(binding, row)) == .holds
          }
        }
      }
    }
    return order.table.words.withUnsafeBufferPointer { words in
      ascending.lesser.reading(input, table) { lesser in
        ascending.greater.reading(input, table) { greater in
          room.keep(count) { binding, row in
            let (less, more) = (lesser(binding, row), greater(binding, row))
            let (first, second) = (words[Int(less)], words[Int(more)])
            guard ValueWord.areOrdered(first, second) else {
              return order.compare(less, ascending.relation, more) == .holds
            }
            return first < second &+ ascending.slack
          }
        }
      }
    }
  }

  /// The running grades of pairs with one more literal; the number of those that can matter.
  private func grade(
    _ matching: Matching, _ input: Block, _ gradeOfAll: Block.GradeOfAll?, found: Int,
    _ table: Table
  ) -> Int {
    let scratch = evaluation.scratch.room
    let (inputLower, inputUpper) = (input.lower, input.upper)
    let side = matching.match.isPositive ? table.positive : table.negative
    if side.isUniform, !table.isKeyed {
      let raw = Int(side.uniform)
      guard matching.counts[raw] != 0 else { return 0 }
      let (lower, upper) = (matching.lower[raw], matching.upper[raw])
      if let grade = gradeOfAll {
        scratch.lower.update(repeating: matching.combined(grade.lower, lower), count: found)
        scratch.upper.update(repeating: matching.combined(grade.upper, upper), count: found)
        return found
      }
      for pair in 0..<found {
        let binding = Int(scratch.bindings[pair])
        scratch.lower[pair] = matching.combined(inputLower[binding], lower)
        scratch.upper[pair] = matching.combined(inputUpper[binding], upper)
      }
      return found
    }
    let bytes = side.bytes
    let keys = table.isKeyed ? table.columns[0] : []
    var kept = 0
    for pair in 0..<found {
      let row = scratch.rows[pair]
      let place = table.isKeyed ? Int(keys[Int(row)]) : Int(row)
      let raw = place < bytes.count ? Int(bytes[place]) : 0
      let binding = scratch.bindings[pair]
      scratch.bindings[kept] = binding
      scratch.rows[kept] = row
      scratch.lower[kept] = matching.combined(inputLower[Int(binding)], matching.lower[raw])
      scratch.upper[kept] = matching.combined(inputUpper[Int(binding)], matching.upper[raw])
      kept &+= Int(matching.counts[raw])
    }
    return kept
  }

  /// Copies what is read later of the pairs kept.
  private func copy(_ kept: Int, _ matching: Matching, from input: Block, into output: Block) {
    let scratch = evaluation.scratch.room
    output.take(kept, from: input, by: scratch, matching)
    for target in matching.bindings {
      let column = evaluation.tables[matching.match.predicate].columns[target.column]
      let values = output.registers[target.register]
      for pair in 0..<kept { values[pair] = column[Int(scratch.rows[pair])] }
    }
  }
}

extension Matching.Source {
  /// Gives `body` what reads the value for a binding and a row.
  @inline(__always)
  fileprivate func reading<Result>(
    _ input: Block, _ table: Table, _ body: ((Int, Int) -> UInt32) -> Result
  ) -> Result {
    switch self {
    case .binding(let register):
      let values = input.registers[register]
      return body { binding, _ in values[binding] }
    case .column(let column):
      let values = table.columns[column]
      return body { _, row in values[row] }
    case .value(let value): return body { _, _ in value }
    }
  }
}

extension Matching {
  /// The running grade with one more literal.
  @inline(__always)
  func combined(_ running: UInt8, _ grade: UInt8) -> UInt8 {
    isRaising ? max(running, grade) : min(running, grade)
  }
}

extension Block {
  /// Becomes a copy of the rows of another block (or of this one) that `scratch` names, ascending, in the
  /// registers that are read later, with the grades in `scratch`.
  func take(_ kept: Int, from input: Block, by scratch: Scratch.Room, _ matching: Matching) {
    if self !== input { resize(to: kept) }
    let chosen = scratch.bindings
    if self !== input || kept < input.count {
      for register in matching.carried {
        let (values, known) = (registers[register], input.registers[register])
        for row in 0..<kept { values[row] = known[Int(chosen[row])] }
      }
      if matching.carriesOrigins {
        let (values, known) = (origin, input.origin)
        for row in 0..<kept { values[row] = known[Int(chosen[row])] }
      }
    }
    lower.update(from: scratch.lower, count: kept)
    upper.update(from: scratch.upper, count: kept)
    resize(to: kept)
  }
}
