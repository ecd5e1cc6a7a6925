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

  /// Creates the buffers for a batch of so many rows.
  init(capacity: Int) {
    words = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity)
    contents = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity)
    words.initialize(repeating: 0, count: capacity)
    slots.initialize(repeating: 0, count: capacity)
    contents.initialize(repeating: 0, count: capacity)
    found.initialize(repeating: 0, count: capacity)
  }

  deinit {
    words.deallocate()
    slots.deallocate()
    contents.deallocate()
    found.deallocate()
  }
}
