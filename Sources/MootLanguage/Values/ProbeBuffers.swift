/// What is known of the values of a batch before they are looked up for good.
///
/// A class because it owns buffers that are used again and again.
final class ProbeBuffers {
  /// The word of each value, that of a longer name without its place.
  let words: UnsafeMutablePointer<UInt64>
  /// The first slot each value may be in.
  let slots: UnsafeMutablePointer<UInt32>
  /// What is in that slot: an id plus 1.
  let contents: UnsafeMutablePointer<UInt32>
  /// The word of the value with that id.
  let found: UnsafeMutablePointer<UInt64>

  /// Creates the buffers.
  init() {
    words = .allocate(capacity: CellColumn.capacity)
    slots = .allocate(capacity: CellColumn.capacity)
    contents = .allocate(capacity: CellColumn.capacity)
    found = .allocate(capacity: CellColumn.capacity)
    words.initialize(repeating: 0, count: CellColumn.capacity)
    slots.initialize(repeating: 0, count: CellColumn.capacity)
    contents.initialize(repeating: 0, count: CellColumn.capacity)
    found.initialize(repeating: 0, count: CellColumn.capacity)
  }

  deinit {
    words.deallocate()
    slots.deallocate()
    contents.deallocate()
    found.deallocate()
  }
}
