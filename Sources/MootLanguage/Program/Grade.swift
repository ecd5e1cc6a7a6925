/// How far a literal is concluded (section 2 of the semantics: the proof tags +Δ, +δ, +∂, +Σ as one scale).
public enum Grade: UInt8, Sendable, Comparable, CaseIterable {
  /// No argument for it stands.
  case unsupported = 0
  /// There is an argument for it that no stronger one overrides (+Σ).
  case arguable = 1
  /// It wins, although an argument against it rests on something still contested (+∂).
  case prevailing = 2
  /// Every argument against it is answered and nothing open remains (+δ).
  case clear = 3
  /// It follows from facts and strict rules alone (+Δ).
  case established = 4

  /// Whether the first is lower than the second.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

  /// The word users write and read for the grade.
  public var name: String {
    switch self {
    case .unsupported: "unsupported"
    case .arguable: "arguable"
    case .prevailing: "prevailing"
    case .clear: "clear"
    case .established: "established"
    }
  }
}
