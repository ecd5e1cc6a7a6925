/// The text of one case, with its place among all.
struct CaseText {
  /// Its number, from 1, over all files.
  let number: Int
  /// The line it begins in, from 1.
  let line: Int
  /// Its bytes without the line end; none of one that is too long.
  let bytes: [UInt8]
  /// Whether it is too long to be read.
  let isTooLong: Bool

  /// The longest case that is read, in bytes.
  static let longest = 64 << 20
}
