import Foundation
import MootReference

/// The file that lists which segments have been compared, a line each: family, first seed, theories, literals,
/// differences.
struct Ledger {
  /// Where it is.
  private let path: String

  /// The segments it lists.
  private(set) var segments: Set<ComparisonSegment> = []

  /// The theories, literals and differences of each family.
  private(set) var totals: [TheoryFamily: [Int]] = [:]

  /// Reads the file, where there is one; fails on a line that is none of a ledger.
  init(path: String) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { return }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: "\t").map(String.init)
      guard words.count == 5, let family = TheoryFamily(rawValue: words[0]),
        let seed = UInt64(words[1]), case let numbers = words[2...].compactMap(Int.init),
        numbers.count == 3
      else { throw Unreadable(line: String(line)) }
      let segment = ComparisonSegment(family: family, firstSeed: seed, count: numbers[0])
      note(segment, numbers)
    }
  }

  /// A line that is none of a ledger.
  struct Unreadable: Error {
    let line: String
  }

  /// Adds a segment to the file.
  mutating func add(_ segment: ComparisonSegment, _ tally: ComparisonTally) throws {
    let numbers = [segment.count, tally.literalCount, tally.differences.count]
    note(segment, numbers)
    let words = ["\(segment.family.rawValue)", "\(segment.firstSeed)"] + numbers.map(String.init)
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(fileURLWithPath: path))
    }
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data((words.joined(separator: "\t") + "\n").utf8))
    try file.close()
  }

  /// The totals of all sittings, a line for each family.
  var summary: String {
    TheoryFamily.allCases.compactMap { family -> String? in
      guard let total = totals[family] else { return nil }
      return """
        in all     \(family.rawValue): \(total[0]) theories, \(total[1]) literals, \(total[2]) differences
        """
    }.joined(separator: "\n")
  }

  /// Counts a segment in.
  private mutating func note(_ segment: ComparisonSegment, _ numbers: [Int]) {
    segments.insert(segment)
    totals[segment.family] = zip(totals[segment.family] ?? [0, 0, 0], numbers).map(+)
  }
}
