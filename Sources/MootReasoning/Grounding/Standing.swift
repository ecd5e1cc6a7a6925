import MootLanguage

/// The interval of grades of one literal in a byte: bits 0 to 2 lower, 3 to 5 upper, bit 6 "left open by dates".
struct Standing: Equatable {
  /// The packed bits.
  var raw: UInt8

  /// Wraps packed bits.
  init(raw: UInt8) { self.raw = raw }

  /// Packs an interval of grades 0 to 4.
  init(lower: UInt8, upper: UInt8) { raw = lower | upper << 3 }

  /// The literal has no argument.
  static let none = Standing(raw: 0)
  /// Follows from facts and strict rules alone.
  static let established = Standing(lower: 4, upper: 4)
  /// What a literal of an unfinished component is taken for: possible, and nothing more known.
  static let possible = Standing(lower: 0, upper: 4)

  /// The grade from below.
  var lower: UInt8 { raw & 7 }
  /// The grade from above.
  var upper: UInt8 { raw >> 3 & 7 }
  /// Whether the precision of a stated date leaves open that it is so (section "Time" of the language).
  var isLeftOpenByDates: Bool { raw & 64 != 0 }
  /// Whether nothing speaks for it, not even an imprecise date.
  var isNothing: Bool { raw & 0b111_1000 == 0 }

  /// The grades at which it counts as a member of an exception: at least arguable where dates leave it open.
  var countingLower: UInt8 { isLeftOpenByDates ? max(lower, 1) : lower }
  /// The upper end of the same.
  var countingUpper: UInt8 { isLeftOpenByDates ? max(upper, 1) : upper }

  /// The interval for readers outside the engine.
  var interval: GradeInterval {
    GradeInterval(
      lower: Grade(rawValue: lower) ?? .unsupported, upper: Grade(rawValue: upper) ?? .unsupported)
  }
}

/// The level at which attackers and exceptions count at `level`: b(v) of section 2.
func blockingLevel(of level: UInt8) -> UInt8 {
  switch level {
  case 4, 3: 1
  case 2: 2
  default: 3
  }
}

/// The firing grade a premise of grade `grade` allows, with the standard it names (0 for none): section 2,
/// "One pass over grades".
func premiseGrade(_ grade: UInt8, standard: UInt8) -> UInt8 {
  standard == 0 || grade == 4 ? grade : grade >= standard ? 3 : 0
}

/// The highest level at which an exception's member of grade `grade` does not count, with the standard it
/// names (0 for none).
func allowedGrade(_ grade: UInt8, standard: UInt8) -> UInt8 {
  guard standard == 0 else { return grade >= standard ? 0 : grade >= 1 ? 3 : 4 }
  switch grade {
  case 0: return 4
  case 1: return 2
  case 2: return 1
  default: return 0
  }
}
