/// Room for what one step of a join finds in one block: pairs of a binding and a row, with their grades.
///
/// A class because it owns the memory; one serves all joins of an evaluation, as it is only used within a step.
final class Scratch {
  /// The memory; good until more is reserved.
  private(set) var room = Room(count: Block.capacity)

  deinit { room.free() }

  /// The memory for a number of pairs.
  struct Room {
    /// The number of pairs there is room for.
    let count: Int
    /// The bindings, by their row in the block.
    let bindings: UnsafeMutablePointer<UInt32>
    /// The rows of the table.
    let rows: UnsafeMutablePointer<UInt32>
    /// The grades from below.
    let lower: UnsafeMutablePointer<UInt8>
    /// The grades from above.
    let upper: UnsafeMutablePointer<UInt8>

    fileprivate init(count: Int) {
      self.count = count
      (bindings, rows) = (.allocate(capacity: count), .allocate(capacity: count))
      (lower, upper) = (.allocate(capacity: count), .allocate(capacity: count))
      bindings.initialize(repeating: 0, count: count)
      rows.initialize(repeating: 0, count: count)
      lower.initialize(repeating: 0, count: count)
      upper.initialize(repeating: 0, count: count)
    }

    fileprivate func free() {
      bindings.deallocate()
      rows.deallocate()
      lower.deallocate()
      upper.deallocate()
    }
  }

  /// Room for at least `count` pairs; what was there is lost.
  func room(for count: Int) -> Room {
    if count > room.count {
      room.free()
      room = Room(count: count)
    }
    return room
  }
}

extension Scratch.Room {
  /// Keeps the pairs of a binding and a row for which `holds` is true, in order; the number kept.
  @inline(__always)
  func keep(_ count: Int, where holds: (Int, Int) -> Bool) -> Int {
    var kept = 0
    for pair in 0..<count {
      let (binding, row) = (bindings[pair], rows[pair])
      let isKept = holds(Int(binding), Int(row))
      bindings[kept] = binding
      rows[kept] = row
      lower[kept] = lower[pair]
      upper[kept] = upper[pair]
      kept &+= Int(unsafeBitCast(isKept, to: UInt8.self))
    }
    return kept
  }
}
