/// What the comparison counts together: theories without and with variables.
package enum TheoryFamily: String, CaseIterable, Sendable {
  case ground
  case firstOrder = "first-order"

  /// The kind of the theory that a seed names in this family.
  func kind(ofSeed seed: UInt64) -> TheoryKind {
    switch self {
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
