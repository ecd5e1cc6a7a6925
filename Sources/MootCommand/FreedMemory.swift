import Glibc

/// What becomes of memory that is freed.
enum FreedMemory {
  /// Lets the allocator keep freed memory for what comes next, instead of giving it back to the system, which
  /// clears each page it hands out again.
  ///
  /// It keeps pieces no larger than one that was freed before, so one is freed that nobody has touched; 32 MiB
  /// is the most that has this effect.
  static func keep() { free(piece(ofSize: 32 << 20 - 1 << 16)) }

  /// Allocates; not inlined, as an allocation that is only freed would be left out.
  @inline(never)
  private static func piece(ofSize size: Int) -> UnsafeMutableRawPointer? { malloc(size) }
}
