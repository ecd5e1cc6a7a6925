import FoundationEssentials

/// Measurements kept in a file, to be compared with later ones.
struct Record: Codable {
  /// The kind and version of the document.
  var schema = "moot.benchmarks/1"
  /// What was measured.
  let measurements: [Measurement]

  /// How much more time or memory than before is taken for chance.
  static let tolerance = 1.25
  /// Runs shorter than this many seconds are not judged: chance is larger than the tolerance.
  static let shortest = 0.05

  /// Records measurements.
  init(_ measurements: [Measurement]) { self.measurements = measurements }

  /// Reads a record.
  init(reading path: String) throws(Failure) {
    let bytes = try contents(ofFile: path)
    do {
      self = try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch {
      throw .wrongInput("\"\(path)\" is no record of measurements")
    }
  }

  /// Writes the record, keys sorted.
  func write(to path: String) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    do {
      let data = try encoder.encode(self)
      try MootBenchmarks.write(Array(data) + [UInt8(ascii: "\n")], toFile: path)
    } catch {
      throw .unwritable(path)
    }
  }

  /// Lines that say how much later measurements took, each as a multiple of what is recorded; `isSlower`
  /// where one took more than the tolerance allows.
  func comparison(with later: [Measurement]) -> [(line: String, isSlower: Bool)] {
    later.compactMap { now in
      guard
        let before = measurements.first(where: {
          $0.workload == now.workload && $0.size == now.size
        })
      else { return nil }
      let time = now.cpu / max(before.cpu, 1e-9)
      let memory = now.peakMemory / max(before.peakMemory, 1)
      let isSlower =
        max(now.cpu, before.cpu) >= Self.shortest && time > Self.tolerance
        || memory > Self.tolerance
      let size = now.size.map { " \($0)" } ?? ""
      let line =
        "\(now.workload)\(size): \(fixed(time, 2)) times the time, "
        + "\(fixed(memory, 2)) times the memory"
      return (line + (isSlower ? "  MORE THAN BEFORE" : ""), isSlower)
    }
  }
}

/// A number with so many digits after the point.
func fixed(_ number: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
  guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
  let scaled = Int((abs(number) * scale).rounded())
  let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(scale))
  let sign = number < 0 && scaled > 0 ? "-" : ""
  guard digits > 0 else { return "\(sign)\(whole)" }
  let fraction = String(rest)
  return "\(sign)\(whole)." + String(repeating: "0", count: digits - fraction.count) + fraction
}
