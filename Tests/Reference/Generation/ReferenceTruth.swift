/// What a comparison of dates comes to: the precision of the dates may leave it open.
enum ReferenceTruth: Int, Sendable {
  case fails, open, holds

  /// Both together.
  func and(_ other: ReferenceTruth) -> ReferenceTruth { rawValue < other.rawValue ? self : other }

  /// The contrary.
  var negated: ReferenceTruth {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .open: .open
    }
  }
}
