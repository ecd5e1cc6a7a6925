import Foundation
import MootReference

/// The comparison of the engine with the reference on as many theories as wanted.
@main
struct Comparison {
  /// What is to be done.
  private let arguments: Arguments

  /// What was done in earlier sittings.
  private var ledger: Ledger?

  /// What this sitting came to.
  private var tally = ComparisonTally()

  /// When the sitting began.
  private let start = ContinuousClock.now

  /// No segment has more theories.
  private static let segmentLength = 5000

  /// Runs the comparison and exits: with 1 when something differs, with 2 when the command line is wrong.
  static func main() async throws {
    guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
      say(Arguments.usage)
      exit(2)
    }
    let ledger = try arguments.ledger.map { try Ledger(path: $0) }
    var comparison = Comparison(arguments: arguments, ledger: ledger)
    try await comparison.run()
    exit(comparison.tally.differences.isEmpty ? 0 : 1)
  }

  private init(arguments: Arguments, ledger: Ledger?) {
    self.arguments = arguments
    self.ledger = ledger
  }

  /// Compares segment after segment, so many at once, and prints what came of it.
  private mutating func run() async throws {
    var waiting = segments[...]
    try await withThrowingTaskGroup(of: (ComparisonSegment, ComparisonTally).self) { group in
      for segment in waiting.prefix(arguments.threadCount) {
        group.addTask { (segment, segment.compared()) }
      }
      waiting = waiting.dropFirst(arguments.threadCount)
      while let (segment, found) = try await group.next() {
        if let next = waiting.popFirst() { group.addTask { (next, next.compared()) } }
        tally.add(found)
        try ledger?.add(segment, found)
        tell(found.differences)
      }
    }
    print(tally.summary)
    print("differences \(tally.differences.count)")
    if let ledger { print(ledger.summary) }
  }

  /// The segments that are asked for and have not been run.
  private var segments: [ComparisonSegment] {
    let asked =
      ComparisonSegment.row(
        of: .ground, from: arguments.seed, count: arguments.groundCount, length: Self.segmentLength)
      + ComparisonSegment.row(
        of: .firstOrder, from: arguments.seed, count: arguments.firstOrderCount,
        length: Self.segmentLength)
    return asked.filter { !(ledger?.segments.contains($0) ?? false) }
  }

  /// Prints differences, and how far the sitting is on standard error.
  private func tell(_ differences: [String]) {
    for difference in differences { print(difference) }
    let seconds = max((ContinuousClock.now - start) / .seconds(1), 0.001)
    let rate = Int(Double(tally.theoryCount) / seconds)
    Self.say(
      "\(tally.theoryCount) theories, \(rate) a second, \(tally.differences.count) differences")
  }

  /// Writes a line to standard error.
  private static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
