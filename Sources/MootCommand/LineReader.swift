import Glibc

/// Reads the lines of a file descriptor one by one, as they come.
///
/// A class because a session keeps reading where it stopped, through closures that share it.
final class LineReader {
  private let file: Int32
  private var bytes: [UInt8] = []
  /// Where the next line begins.
  private var start = 0
  private var isAtEnd = false

  /// The longest line that is read.
  private static let longestLine = 1 << 20

  /// Creates a reader of what a file descriptor still gives.
  init(of file: Int32) { self.file = file }

  /// The next line without its end; `nil` after the last one.
  func next() throws(FileFailure) -> String? {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self).withoutReturn
      }
      searched = bytes.count
      guard !isAtEnd else { return last() }
      guard bytes.count - start <= Self.longestLine else {
        throw FileFailure(
          reason: "a line has more than 1 MiB", isMissing: false, isTooLarge: true)
      }
      searched -= start
      bytes.removeFirst(start)
      start = 0
      let count = append(from: file, atMost: 1 << 16, to: &bytes)
      guard count >= 0 else { throw .ofSystem() }
      isAtEnd = count == 0
    }
  }

  /// What follows the last line feed, once.
  private func last() -> String? {
    guard start < bytes.count else { return nil }
    defer { start = bytes.count }
    return String(decoding: bytes[start...], as: UTF8.self).withoutReturn
  }
}

extension String {
  /// Without the carriage return that ends lines of some systems.
  fileprivate var withoutReturn: String {
    unicodeScalars.last == "\r" ? String(unicodeScalars.dropLast()) : self
  }
}
