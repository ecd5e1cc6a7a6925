/// What one run of a workload took and found.
struct Measurement: Codable {
  /// The workload's name.
  let workload: String
  /// The size of what was made up, or `nil` for a folder of facts.
  let size: Int?
  /// What the stages took, in their order.
  var stages: [Stage] = []
  /// The most memory the process held, in MiB.
  var peakMemory = 0.0
  /// How many facts were read.
  var facts = 0
  /// How many literals were concluded, facts among them.
  var conclusions = 0
  /// What was counted in the answer.
  var counts: [String: Int] = [:]
  /// What was measured besides.
  var figures: [Figure] = []
  /// Seconds from starting the process to its end, by the clock.
  var process = 0.0

  /// A part of a run.
  struct Stage: Codable {
    /// What was done.
    let name: String
    /// Seconds of processor time, of all threads.
    let cpu: Double
    /// Seconds by the clock.
    let wall: Double
  }

  /// A time that is not a stage: how long one of many steps took.
  struct Figure: Codable {
    /// What was done.
    let name: String
    /// Microseconds each, in the middle of all.
    let median: Double
    /// Microseconds for the slowest.
    let worst: Double
    /// How many were done.
    let count: Int
  }

  /// Nothing is measured yet.
  init(of workload: String, size: Int?) {
    self.workload = workload
    self.size = size
  }

  /// Seconds of processor time in all stages.
  var cpu: Double { stages.reduce(0) { $0 + $1.cpu } }

  /// Seconds by the clock in all stages.
  var wall: Double { stages.reduce(0) { $0 + $1.wall } }

  /// Notes how long many steps took.
  mutating func add(_ name: String, microseconds: [Double]) {
    let sorted = microseconds.sorted()
    guard let worst = sorted.last else { return }
    figures.append(
      Figure(name: name, median: sorted[sorted.count / 2], worst: worst, count: sorted.count))
  }
}
