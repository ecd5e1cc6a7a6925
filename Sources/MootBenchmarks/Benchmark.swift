import Glibc
import MootLanguage

/// Measures one workload at its sizes and prints what it finds.
struct Benchmark {
  /// What is measured.
  let workload: any Workload

  /// How much faster than its conclusions the time may grow, for what is linear.
  static let mostGrowth = 1.2
  /// Growth is not judged where the smaller run took less than this many seconds.
  static let shortest = 0.01

  /// Measures on made-up files of several sizes.
  func run(upTo largest: Int) throws(Failure) -> [Measurement] {
    printHeading()
    var measurements: [Measurement] = []
    for size in workload.sizes(upTo: largest) {
      let files = workload.files(ofSize: size)
      let folder = try makeTemporaryFolder()
      defer { removeFolder(folder) }
      for file in files { try write(file.bytes, toFile: "\(folder)/\(file.name)") }
      let measurement = try measured(folder, size: size)
      try check(measurement, against: workload.expected(from: files, size: size))
      measurements.append(measurement)
    }
    printFigures(measurements)
    try printGrowth(measurements)
    return measurements
  }

  /// Measures on a folder of facts.
  func run(folder: String) throws(Failure) -> [Measurement] {
    printHeading()
    var files: [SourceFile] = []
    for name in try names(inFolder: folder) where name.hasSuffix(".facts") {
      files.append(SourceFile(name: name, bytes: try contents(ofFile: "\(folder)/\(name)")))
    }
    guard !files.isEmpty else { throw .usage("\"\(folder)\" has no KEY.facts tables") }
    let measurement = try measured(folder, size: nil)
    try check(measurement, against: workload.expected(from: files, size: nil))
    printFigures([measurement])
    return [measurement]
  }

  /// Writes made-up files instead of measuring.
  func write(below folder: String, size: Int) throws(Failure) {
    try makeFolder(folder)
    let path = "\(folder)/\(workload.name)-\(size)"
    try makeFolder(path)
    for file in workload.files(ofSize: size) {
      try MootBenchmarks.write(file.bytes, toFile: "\(path)/\(file.name)")
    }
    print("\(path)")
  }

  private func write(_ bytes: [UInt8], toFile path: String) throws(Failure) {
    try MootBenchmarks.write(bytes, toFile: path)
  }

  /// The run in the middle of one, or of three where one takes less than a second.
  private func measured(_ folder: String, size: Int?) throws(Failure) -> Measurement {
    var runs = [try ChildProcess.measure(workload.name, size: size, folder: folder)]
    if runs[0].cpu < 1 {
      for _ in 0..<2 {
        runs.append(try ChildProcess.measure(workload.name, size: size, folder: folder))
      }
    }
    let sorted = runs.sorted { $0.cpu < $1.cpu }
    let measurement = sorted[sorted.count / 2]
    printRow(measurement)
    fflush(nil)
    return measurement
  }

  private func check(_ measurement: Measurement, against expected: [String: Int]) throws(Failure) {
    guard measurement.counts != expected else { return }
    throw .wrongAnswer(
      "\(workload.name) concludes \(Self.words(measurement.counts)); it must be "
        + Self.words(expected))
  }

  private static func words(_ counts: [String: Int]) -> String {
    counts.isEmpty
      ? "nothing"
      : counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
  }

  // The first column is the size; then come the stages, their sum, and what else there is to say.
  private func printHeading() {
    print("\n\(workload.name): \(workload.summary)")
  }

  private func printRow(_ measurement: Measurement) {
    let size = measurement.size.map { "\($0) \(workload.unit)" } ?? "\(measurement.facts) facts"
    let stages = measurement.stages.map { "\($0.name) \(fixed($0.cpu, 3))" }
      .joined(separator: ", ")
    let process =
      measurement.process < 0.1 ? "; whole process \(fixed(measurement.process * 1e3, 1)) ms" : ""
    print(
      "  \(size): \(fixed(measurement.cpu, 3)) s (\(stages)); \(fixed(measurement.wall, 3)) s by the "
        + "clock; \(fixed(measurement.peakMemory, 0)) MiB; "
        + "\(measurement.facts) facts, \(measurement.conclusions) conclusions\(process)")
    for figure in measurement.figures {
      print(
        "    \(figure.name): \(fixed(figure.median, 2)) µs in the middle of \(figure.count), at most "
          + "\(fixed(figure.worst, 2)) µs")
    }
  }

  private func printFigures(_ measurements: [Measurement]) {
    guard let last = measurements.last else { return }
    print("  right: \(Self.words(last.counts))")
  }

  /// Says how much longer the larger runs took, and fails where that is too much.
  private func printGrowth(_ measurements: [Measurement]) throws(Failure) {
    var isTooMuch = false
    for (smaller, larger) in zip(measurements, measurements.dropFirst()) {
      guard smaller.cpu >= Self.shortest, smaller.conclusions > 0, larger.conclusions > 0 else {
        continue
      }
      let time = larger.cpu / smaller.cpu
      let conclusions = Double(larger.conclusions) / Double(smaller.conclusions)
      let isFaster = time > Self.mostGrowth * conclusions
      isTooMuch = isTooMuch || isFaster
      print(
        "  \(fixed(conclusions, 1)) times the conclusions took \(fixed(time, 1)) times the time"
          + (isFaster ? ": MORE THAN LINEAR" : ""))
    }
    if isTooMuch {
      throw .tooMuch("\(workload.name) grows faster than what it concludes")
    }
  }
}
