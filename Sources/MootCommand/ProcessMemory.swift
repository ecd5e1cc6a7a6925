import Glibc

/// How the memory of the process is handed out.
public enum ProcessMemory {
  /// Lets the allocator keep what is freed for what comes next, instead of giving it back to the system, which
  /// clears each page it hands out again.
  ///
  /// A process whose address space is limited is left as it is, as is one without the C library's `mallopt`.
  public static func keepFreed() {
    guard isUnlimited, let symbol = dlsym(nil, "mallopt") else { return }
    let setOption = unsafeBitCast(
      symbol, to: (@convention(c) (_ option: Int32, _ value: Int32) -> Int32).self)
    _ = setOption(Option.mappingThreshold, Option.never)
    _ = setOption(Option.trimmingThreshold, Option.never)
    _ = setOption(Option.padding, 1 << 26)
  }

  /// Asks for large pages, which spare most of the time that looking up tables of facts takes in reaching memory;
  /// from then on.
  ///
  /// Only address space is taken, nearly as much as the machine has memory; memory is what is written to. For
  /// the start of a process: what was allocated by then stays where it is.
  public static func preferLargePages() { _ = stretch }

  /// The options of `mallopt`, by the numbers that the C library gives them.
  private enum Option {
    /// What is freed at the end of the memory goes back to the system when it is more.
    static let trimmingThreshold: Int32 = -1
    /// How much more than is needed is taken from the system.
    static let padding: Int32 = -2
    /// What is at least as large gets a mapping of its own.
    static let mappingThreshold: Int32 = -3
    /// No size is as large.
    static let never: Int32 = -1
  }

  /// The least and the most address space that is asked for at once.
  private static let (leastStretch, mostStretch) = (1 << 30, 64 << 30)
  /// The bytes of a large page.
  private static let largePage = 2 << 20

  private static var isUnlimited: Bool {
    [RLIMIT_AS, RLIMIT_DATA].allSatisfy { resource in
      var limit = rlimit()
      return getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
        && limit.rlim_cur == .max
    }
  }

  /// Has the memory extended, once, and asks the system for large pages there.
  private static let stretch: Void = {
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    var size = isUnlimited ? min(memory / 4 * 3, mostStretch) : 0
    while size >= leastStretch {
      if let piece = piece(ofSize: size) {
        let start = UnsafeMutableRawPointer(
          bitPattern: (UInt(bitPattern: piece) / UInt(largePage) + 1) * UInt(largePage))
        if let start, let end = sbrk(0), start < end {
          madvise(start, start.distance(to: end), MADV_HUGEPAGE)
        }
        return free(piece)
      }
      size /= 2
    }
  }()

  /// Allocates; not inlined, as an allocation that is only freed would be left out.
  @inline(never)
  private static func piece(ofSize size: Int) -> UnsafeMutableRawPointer? { malloc(size) }
}
