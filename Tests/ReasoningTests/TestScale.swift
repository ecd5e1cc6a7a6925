import Foundation

/// How many theories the tests make, and from which seed: MOOT_THEORIES, MOOT_SEED.
enum TestScale {
  /// The ground theories.
  static let groundCount = Int(ProcessInfo.processInfo.environment["MOOT_THEORIES"] ?? "") ?? 4_000

  /// The theories with variables: a tenth as many.
  static let firstOrderCount = (groundCount + 9) / 10

  /// The seed of the first theory; the others follow it.
  static let seed = UInt64(ProcessInfo.processInfo.environment["MOOT_SEED"] ?? "") ?? 20_261_123

  /// Whether each seed is printed before its theory, to know which one brought the engine down: MOOT_TRACE.
  static let isTraced = ProcessInfo.processInfo.environment["MOOT_TRACE"] != nil

  /// How long the long rows and large circles are.
  static let chainLength = _isDebugAssertConfiguration() ? 20_000 : 500_000

  /// The chunks tests run in side by side.
  static let chunks = 0..<8

  /// The seeds of one chunk of `count` theories.
  static func seeds(ofChunk chunk: Int, of count: Int) -> [UInt64] {
    (chunk * count / chunks.count..<(chunk + 1) * count / chunks.count).map { seed &+ UInt64($0) }
  }
}
