import Foundation

/// How many large theories the tests make: MOOT_BULK; from the seed of `TestScale`.
enum BulkScale {
  /// The theories of each kind.
  static let count = Int(ProcessInfo.processInfo.environment["MOOT_BULK"] ?? "") ?? 8

  /// The chunks tests run in side by side.
  static let chunks = 0..<4

  /// The seeds of one chunk of `count` theories.
  static func seeds(ofChunk chunk: Int, of count: Int = BulkScale.count) -> [UInt64] {
    (chunk * count / chunks.count..<(chunk + 1) * count / chunks.count).map {
      TestScale.seed &+ UInt64($0)
    }
  }
}
