import Glibc

/// Reads processor time and the clock.
struct Stopwatch {
  private var cpu = Stopwatch.cpu
  private var wall = ContinuousClock.now

  /// Seconds of processor time that the process has taken so far, in all threads.
  static var cpu: Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

  /// Seconds by the clock since the start, or since the last stage ended.
  var seconds: Double { (ContinuousClock.now - wall) / .seconds(1) }

  /// Ends a stage, and starts the next.
  mutating func stage(_ name: String) -> Measurement.Stage {
    let (cpu, wall) = (Self.cpu, ContinuousClock.now)
    defer { (self.cpu, self.wall) = (cpu, wall) }
    return Measurement.Stage(
      name: name, cpu: cpu - self.cpu, wall: (wall - self.wall) / .seconds(1))
  }

  /// Microseconds of processor time that something takes in this thread.
  static func microseconds<Failure>(
    of work: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    let start = threadCPU
    try work()
    return (threadCPU - start) * 1e6
  }

  private static var threadCPU: Double { seconds(of: CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
