/// A literal's result: the highest grade it certainly has and the highest it possibly has, each 0 to 4.
struct ReferenceInterval: Hashable, Sendable, CustomStringConvertible {
  let lower: Int
  let upper: Int

  /// No argument at all.
  static let unsupported = ReferenceInterval(lower: 0, upper: 0)

  /// Whether both ends are equal: the normal case.
  var isSettled: Bool { lower == upper }

  var description: String { isSettled ? "\(lower)" : "\(lower)…\(upper)" }
}
