import MootLanguage

/// How an instance uses an atom of its circle: what the levels of the atom mean for the levels of the instance.
///
/// Levels are sets of four bits, level 1 the lowest.
struct CircleUse: Hashable {
  /// What the atom is there for.
  let role: Role
  /// The standard it must reach, 0 for none.
  let standard: UInt8
  /// The levels at which the rest of the instance certainly holds, where the atom decides alone.
  var certain: UInt8 = 0b1111
  /// The levels at which the rest of the instance possibly holds.
  var possible: UInt8 = 0b1111

  /// What an atom is there for.
  enum Role: UInt8 {
    case premise
    /// The only member of an exception.
    case exception
    /// One of several members of an exception, which are counted together.
    case member
    /// The same where dates leave the atom open, so that it is arguable in any case.
    case openMember
  }

  /// All levels up to a grade.
  static func levels(upTo grade: UInt8) -> UInt8 { 1 << grade - 1 }

  /// For each news of an atom (levels it has in the low bits, levels it cannot have in the high ones), the
  /// levels at which the use is satisfied in the low bits and those at which it fails in the high ones.
  var effects: [UInt8] {
    (UInt8.min...UInt8.max).map { news in
      let (satisfied, failed) = effect(of: news & 15, not: news >> 4)
      return (satisfied & certain) | (failed & possible) << 4
    }
  }

  /// The levels at which an exception counts in any case, because dates leave open whether a member is so.
  static func countedWhereOpen(standard: UInt8) -> UInt8 { counting(1, standard) }

  private func effect(of had: UInt8, not lost: UInt8) -> (UInt8, UInt8) {
    switch role {
    case .premise: (Self.meeting(had, standard), Self.meeting(lost, standard))
    case .exception: (Self.counting(lost, standard), Self.counting(had, standard))
    case .member: (Self.counting(had, standard), Self.counting(lost, standard))
    case .openMember:
      (
        Self.counting(had, standard) & ~Self.countedWhereOpen(standard: standard),
        Self.counting(lost, standard) & ~Self.countedWhereOpen(standard: standard)
      )
    }
  }

  /// The levels that depend on a premise's having `levels` (section 2: with a standard L, at L; at 4, at 4).
  private static func meeting(_ levels: UInt8, _ standard: UInt8) -> UInt8 {
    guard standard != 0 else { return levels }
    return (levels & 1 << (standard - 1) != 0 ? 0b0111 : 0) | levels & 0b1000
  }

  /// The levels v that depend on a member of an exception having `levels`: b(v) of section 2, or its standard,
  /// and 1 for level 4.
  private static func counting(_ levels: UInt8, _ standard: UInt8) -> UInt8 {
    (1...4).reduce(0) { (found: UInt8, level: UInt8) in
      let needed = standard == 0 ? blockingLevel(of: level) : level == 4 ? 1 : standard
      return levels & 1 << (needed - 1) != 0 ? found | 1 << (level - 1) : found
    }
  }
}
