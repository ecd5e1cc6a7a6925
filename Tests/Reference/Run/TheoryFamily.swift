/// What the comparison counts together.
package enum TheoryFamily: String, CaseIterable, Sendable {
  /// Without variables.
  case ground

  /// With variables.
  case firstOrder = "first-order"

  /// Without variables, with dates and what-ifs.
  case dated

  /// With variables, dates, numbers, totals and what-ifs.
  case circumstances

  /// The kind of the theory that a seed names in this family.
  func kind(ofSeed seed: UInt64) -> TheoryKind {
    switch self {
    case .dated: .datedGround
    case .circumstances: .circumstances
    case .ground: seed % 3 == 0 ? .arrows : .ground
    case .firstOrder:
      switch seed % 8 {
      case 0, 4: .firstOrderArrows
      case 1: .agreeing
      default: .firstOrder
      }
    }
  }
}
