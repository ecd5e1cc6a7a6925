public import MootLanguage

/// What comes of a question under one choice of changes.
public enum Finding: Hashable, Sendable {
  /// The verdict (section 3 of the semantics).
  case verdict(Verdict)
  /// Preferences certainly go round in a circle, which is an error (section 2, theorems).
  case preferenceCycle

  /// Every finding there is, in a fixed order.
  public static let all: [Finding] = Verdict.allCases.map { .verdict($0) } + [.preferenceCycle]

  /// Its place in `all`.
  var code: UInt8 {
    UInt8(truncatingIfNeeded: Self.all.firstIndex(of: self) ?? Self.all.count - 1)
  }
}
