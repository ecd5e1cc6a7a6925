/// The way from some bindings to pairs: each binding gives one value, and an index finds the others by its key.
struct PairWay {
  /// The value that each binding gives.
  let bound: UnsafePointer<UInt32>
  /// The key by which each binding finds rows.
  let keys: UnsafePointer<UInt32>
  /// The number of bindings.
  let count: Int
  /// The index that finds them, by value.
  let index: ColumnIndex
  /// The column that the other value is in.
  let column: [UInt32]
  /// Whether the value bound is the second of the pair.
  let isReversed: Bool

  /// How far the way has been gone: the binding, and the next row for it.
  struct Cursor {
    var binding = 0
    var row = ColumnIndex.none
    /// The rows seen since the last pause.
    var seen = 0
    /// The pairs found since the last pause that are new.
    var new = 0

    /// The most rows seen before there is a pause.
    static let mostSeen = 1 << 18
  }
}

extension PairSet {
  /// Goes a way on from a cursor until there are enough new pairs, which `room` then has: the value bound of each
  /// among the bindings, the other among the rows.
  ///
  /// - Returns: `false` where the set would take too much room; what was found before is in it.
  mutating func follow(
    _ way: PairWay, _ cursor: inout PairWay.Cursor, _ room: Scratch.Room, rowCount: Int
  ) -> Bool {
    (cursor.seen, cursor.new) = (0, 0)
    var greatest: UInt32 = 0
    for binding in 0..<way.count { greatest = max(greatest, way.bound[binding]) }
    guard makeRoom(for: Int(greatest) + 1, rowCount: rowCount) else { return false }
    while true {
      guard let tooLarge = goOn(way, &cursor, room) else { return true }
      guard makeRoom(for: Int(tooLarge) + 1, rowCount: rowCount) else { return false }
    }
  }

  /// Goes on to the next pause; the value that there is no room for, if one is met.
  private mutating func goOn(
    _ way: PairWay, _ cursor: inout PairWay.Cursor, _ room: Scratch.Room
  ) -> UInt32? {
    var place = cursor
    var tooLarge: UInt32?
    let known = place.new
    way.index.reading { heads, following in
      guard let heads else { return }
      way.column.withUnsafeBufferPointer { column in
        tooLarge = goOn(way, &place, room, heads, following, column)
      }
    }
    add(count: place.new - known)
    cursor = place
    return tooLarge
  }

  @inline(__always)
  private mutating func goOn(
    _ way: PairWay, _ place: inout PairWay.Cursor, _ room: Scratch.Room,
    _ heads: UnsafeBufferPointer<UInt32>, _ following: UnsafeBufferPointer<UInt32>,
    _ column: UnsafeBufferPointer<UInt32>
  ) -> UInt32? {
    withWords { words, stride in
      while place.binding < way.count {
        if place.row == ColumnIndex.none {
          let key = Int(way.keys[place.binding])
          if key < heads.count { place.row = heads[key] }
        }
        let value = way.bound[place.binding]
        let start = Int(value) &* stride
        while place.row != ColumnIndex.none {
          if place.new == Block.capacity || place.seen == PairWay.Cursor.mostSeen { return nil }
          let other = column[Int(place.row)]
          let word = Int(other >> 6)
          guard word < stride else { return other }
          let known = words[start &+ word]
          words[start &+ word] = known | 1 << UInt64(other & 63)
          room.bindings[place.new] = value
          room.rows[place.new] = other
          place.new &+= Int(~known >> UInt64(other & 63) & 1)
          place.seen &+= 1
          place.row = following[Int(place.row)]
        }
        place.binding &+= 1
      }
      return nil
    }
  }
}
