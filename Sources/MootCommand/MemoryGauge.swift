import Glibc

/// Measures the memory that this process has, as the system counts it.
struct MemoryGauge: Sendable {
  /// A file of the system that begins with the pages mapped and those in memory.
  private let file: Int32
  private let pageSize: Int

  /// Opens the gauge; `nil` where the system has none.
  init?() {
    file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    pageSize = sysconf(Int32(_SC_PAGESIZE))
    guard file >= 0, bytesInUse > 0 else { return nil }
  }

  /// Reads the gauge.
  var reading: @Sendable () -> Int { { self.bytesInUse } }

  /// The bytes in memory now; 0 where they cannot be told.
  private var bytesInUse: Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { text in
      let count = pread(file, text.baseAddress, text.count, 0)
      var (field, pages) = (0, 0)
      for byte in text.prefix(max(0, count)) {
        if byte == UInt8(ascii: " ") {
          field += 1
        } else if field == 1 {
          pages = pages &* 10 &+ Int(byte &- UInt8(ascii: "0"))
        }
      }
      return pages &* pageSize
    }
  }
}
