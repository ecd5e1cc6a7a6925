import Glibc

/// How the memory of the process is handed out.
public enum ProcessMemory {
  /// Lets the allocator take memory in large stretches with large pages, and keep what is freed for what comes
  /// next, instead of giving it back to the system, which clears each page it hands out again.
  ///
  /// A process whose address space is limited is left as it is, as is one without the C library's `mallopt`.
  public static func prepare() {
    guard isUnlimited(RLIMIT_AS), isUnlimited(RLIMIT_DATA), let symbol = dlsym(nil, "mallopt")
    else { return }
    let setOption = unsafeBitCast(
      symbol, to: (@convention(c) (_ option: Int32, _ value: Int32) -> Int32).self)
    _ = setOption(Option.padding, stretch)
    if setOption(Option.mappingThreshold, .max) == 0 {
      _ = setOption(Option.mappingThreshold, largestThreshold)
    }
    _ = setOption(Option.trimmingThreshold, .max)
    preferLargePages()
  }

  /// The options of `mallopt`, by the numbers that the C library gives them.
  private enum Option {
    /// What is freed at the end of the memory goes back to the system when it is more.
    static let trimmingThreshold: Int32 = -1
    /// How much more than is needed is taken from the system.
    static let padding: Int32 = -2
    /// What is at least as large gets a mapping of its own.
    static let mappingThreshold: Int32 = -3
  }

  /// The bytes of address space taken at a time; only those that are written to take memory.
  private static let stretch: Int32 = 1 << 30

  /// The most that some versions of the C library accept as the size from which a mapping is made.
  private static let largestThreshold: Int32 = 32 << 20

  /// The bytes of a large page.
  private static let largePage = 2 << 20

  private static func isUnlimited(_ resource: __rlimit_resource) -> Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 && limit.rlim_cur == .max
  }

  /// Asks the system for large pages in the first stretch, which allocating more than is there brings about.
  ///
  /// The first few mebibytes keep small pages, so that a short run need not wait for a large one to be cleared.
  private static func preferLargePages() {
    guard let piece = piece(ofSize: largePage), let end = sbrk(0) else { return }
    let start = (UInt(bitPattern: piece) / UInt(largePage) + 3) * UInt(largePage)
    let bound = UInt(bitPattern: end) / UInt(largePage) * UInt(largePage)
    if start < bound, let first = UnsafeMutableRawPointer(bitPattern: start) {
      madvise(first, Int(bound - start), MADV_HUGEPAGE)
    }
    free(piece)
  }

  /// Allocates; not inlined, as an allocation that is only freed would be left out.
  @inline(never)
  private static func piece(ofSize size: Int) -> UnsafeMutableRawPointer? { malloc(size) }
}
