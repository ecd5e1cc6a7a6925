import Glibc

/// The memory a process holds.
enum Memory {
  /// The most this process has held since its program was started, in MiB.
  ///
  /// Where the system tells it of the program, not of the process: what a parent held before starting the
  /// program would be counted in.
  static var peak: Double {
    if let status = try? contents(ofFile: "/proc/self/status"),
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
        .first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    {
      return kibibytes / 1024
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
