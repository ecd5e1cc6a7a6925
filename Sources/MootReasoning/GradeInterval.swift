public import MootLanguage

/// The result of a literal: its grade from below and from above (section 2, "Circularity").
///
/// Equal ends are the normal case; unequal ones mean that the arguments go round in a circle.
public struct GradeInterval: Hashable, Sendable {
  /// The highest level that certainly holds.
  public let lower: Grade
  /// The highest level that possibly holds.
  public let upper: Grade

  /// Creates an interval.
  public init(lower: Grade, upper: Grade) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of a literal that nothing supports.
  public static let none = GradeInterval(lower: .unsupported, upper: .unsupported)

  /// Whether both ends agree.
  public var isDecided: Bool { lower == upper }
}
