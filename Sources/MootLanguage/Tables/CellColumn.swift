/// The cells of one column in a batch of rows, while they are made into ids.
///
/// A class because it owns buffers that are used again and again.
final class CellColumn {
  /// How many rows are in a batch at most: few enough that its cells stay in the nearest memory, enough that looking
  /// them up side by side hides how far away the table of values is.
  static let mostRows = 1024

  /// The word of each cell's value; of longer names only what kind of word it is.
  let words: UnsafeMutablePointer<UInt64>
  /// Where the texts of longer names begin.
  let starts: UnsafeMutablePointer<UInt32>
  /// The lengths of these texts.
  let lengths: UnsafeMutablePointer<UInt32>
  /// The id of each cell's value.
  let ids: UnsafeMutablePointer<UInt32>

  /// Creates the buffers for a batch of so many rows.
  init(capacity: Int) {
    words = .allocate(capacity: capacity)
    starts = .allocate(capacity: capacity)
    lengths = .allocate(capacity: capacity)
    ids = .allocate(capacity: capacity)
    words.initialize(repeating: 0, count: capacity)
    starts.initialize(repeating: 0, count: capacity)
    lengths.initialize(repeating: 0, count: capacity)
    ids.initialize(repeating: 0, count: capacity)
  }

  deinit {
    words.deallocate()
    starts.deallocate()
    lengths.deallocate()
    ids.deallocate()
  }

  /// The text of a longer name.
  func text(_ row: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range(row)])
  }

  /// Where the text of a longer name is.
  @inline(__always)
  func range(_ row: Int) -> Range<Int> {
    Int(starts[row])..<Int(starts[row]) + Int(lengths[row])
  }
}
