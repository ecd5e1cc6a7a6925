/// Elements of a fixed number, written in place.
///
/// A class because it owns their memory; loops that write to them need not ask who else has them.
final class Cells<Element: BitwiseCopyable> {
  /// The number of elements.
  let count: Int
  private let base: UnsafeMutablePointer<Element>

  /// Elements that are all the same at first.
  init(repeating element: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: element, count: count)
  }

  /// Elements that are arbitrary until they are written, so that memory is taken only as it is needed.
  init(unwritten count: Int) {
    self.count = count
    base = .allocate(capacity: max(1, count))
  }

  deinit { base.deallocate() }

  /// An element.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return base[index]
    }
    _modify {
      precondition(index >= 0 && index < count)
      yield &base[index]
    }
  }
}
