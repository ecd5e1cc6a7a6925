/// What section 2 of the semantics does to the levels at which something holds.
///
/// Levels are bits of a byte: bit v - 1 for level v. Grades 0 to 4 are 0, 1, 3, 7 and 15.
enum LevelMap: UInt8 {
  /// The levels a premise with no standard is met at.
  case premise = 0
  /// The levels a premise that must be arguable is met at.
  case arguablePremise
  /// The levels a premise that must be prevailing is met at.
  case prevailingPremise
  /// The levels a premise that must be clear is met at.
  case clearPremise
  /// The levels at which a member of an exception with no standard does not count.
  case allowance
  /// The levels at which a member that must be arguable does not count.
  case arguableAllowance
  /// The levels at which a member that must be prevailing does not count.
  case prevailingAllowance
  /// The levels at which a member that must be clear does not count.
  case clearAllowance
  /// The levels below established at which a rule that fires attacks.
  case attack
  /// The levels below established at which it does not matter.
  case unless
  /// The levels left by a conflicting literal: none below established where it is established.
  case unestablished
  /// The levels with those that follow: 3 and 2 from 4, 1 from 2.
  case closed
  /// Where it is arguable, that alone.
  case arguable
  /// Where it is prevailing, that alone.
  case prevailing
  /// Where it is established, that alone.
  case established

  /// The map for a premise with a standard, 0 for none.
  static func premise(standard: UInt8) -> LevelMap {
    LevelMap(rawValue: standard) ?? .premise
  }

  /// The map for a member of an exception with a standard, 0 for none.
  static func allowance(standard: UInt8) -> LevelMap {
    LevelMap(rawValue: allowance.rawValue + standard) ?? .allowance
  }

  /// What becomes of some levels.
  @inline(__always)
  func callAsFunction(_ levels: UInt8) -> UInt8 {
    switch self {
    case .premise: levels
    case .arguablePremise: levels & 8 | (levels & 1 == 0 ? 0 : 7)
    case .prevailingPremise: levels & 8 | (levels & 2 == 0 ? 0 : 7)
    case .clearPremise: levels & 8 | (levels & 4 == 0 ? 0 : 7)
    case .allowance:
      (levels & 1 == 0 ? 12 : 0) | (levels & 2 == 0 ? 2 : 0) | (levels & 4 == 0 ? 1 : 0)
    case .arguableAllowance: (levels & 1 == 0 ? 8 : 0) | (levels & 1 == 0 ? 7 : 0)
    case .prevailingAllowance: (levels & 1 == 0 ? 8 : 0) | (levels & 2 == 0 ? 7 : 0)
    case .clearAllowance: (levels & 1 == 0 ? 8 : 0) | (levels & 4 == 0 ? 7 : 0)
    case .attack: (levels & 1 == 0 ? 0 : 4) | levels & 2 | (levels & 4 == 0 ? 0 : 1)
    case .unless: ~levels & 7
    case .unestablished: levels & 8 == 0 ? 7 : 0
    case .closed: levels | (levels & 8 == 0 ? 0 : 7) | (levels & 2 == 0 ? 0 : 1)
    case .arguable: levels & 1
    case .prevailing: levels & 2
    case .established: levels & 8
    }
  }

  /// The levels up to a grade.
  static func levels(upTo grade: UInt8) -> UInt8 { (1 << grade) - 1 }

  /// The highest level among some.
  static func grade(of levels: UInt8) -> UInt8 { 8 - UInt8(levels.leadingZeroBitCount) }
}
