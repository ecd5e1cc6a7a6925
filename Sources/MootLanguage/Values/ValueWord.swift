/// How a value is written as one 64-bit word: what it is in the highest byte, and below that the value itself or
/// where it is kept.
///
/// | Highest byte | Value | The other 56 bits |
/// | --- | --- | --- |
/// | 0 to 7 | a name of so many bytes | its bytes, the first one lowest |
/// | `eight` | a name of eight bytes, all of them ASCII | seven bits of each, the first one lowest |
/// | `longName` | a longer name | where its text is kept |
/// | `whole` | a whole number from -2⁵⁵ to 2⁵⁵ - 1 | the number plus 2⁵⁵ |
/// | `fraction` | a number with up to 14 digits and a fraction | its digits, and how many are behind the point |
/// | `large` | any other number | the place of the number |
/// | `day` | a date to the day | its first day, then year, month and day |
/// | `span` | a month or a year | the same, with zero for what is not known |
///
/// Two whole numbers, and two days, compare as their words do. One value has one word in a table, and different
/// values have different ones.
public enum ValueWord {
  /// The number of bits below the highest byte.
  @inlinable public static var tagShift: UInt64 { 56 }
  /// The highest byte of a name of eight bytes, all of them ASCII.
  @inlinable public static var eight: UInt64 { 0x08 }
  /// The highest byte of a longer name, whose text is kept elsewhere; those of all other names are less.
  @inlinable public static var longName: UInt64 { 0x09 }
  /// The highest byte of a whole number that is in the word.
  @inlinable public static var whole: UInt64 { 0x40 }
  /// The highest byte of a number with a fraction that is in the word.
  @inlinable public static var fraction: UInt64 { 0x41 }
  /// The highest byte of a number that is kept elsewhere.
  @inlinable public static var large: UInt64 { 0x42 }
  /// The highest byte of a date to the day.
  @inlinable public static var day: UInt64 { 0x50 }
  /// The highest byte of a month or a year.
  @inlinable public static var span: UInt64 { 0x51 }
  /// What is added to a whole number.
  @inlinable public static var bias: Int64 { 1 << 55 }

  /// The highest byte of a word.
  @inlinable @inline(__always)
  public static func tag(_ word: UInt64) -> UInt64 { word >> tagShift }

  /// Whether two values are both whole numbers or both days in their words, so that these compare as they do.
  @inlinable @inline(__always)
  public static func areOrdered(_ first: UInt64, _ second: UInt64) -> Bool {
    (first ^ second) >> tagShift == 0 && tag(first) & 0x4F == 0x40
  }

  /// The sort of a value.
  public enum Sort: Sendable {
    case name, number, date
  }

  /// The sort of the value of a word.
  @inlinable @inline(__always)
  public static func sort(_ word: UInt64) -> Sort {
    let tag = tag(word)
    return tag < whole ? .name : tag < day ? .number : .date
  }
}

extension ValueWord {
  /// The word of a whole number, where it fits.
  @inline(__always)
  static func number(_ value: Int64) -> UInt64? {
    guard value >= -bias, value < bias else { return nil }
    return whole << tagShift | UInt64(truncatingIfNeeded: value &+ bias)
  }

  /// The whole number of a word that is one.
  static func number(of word: UInt64) -> Int64 {
    Int64(truncatingIfNeeded: word & payload) &- bias
  }

  /// The word of a number with so many digits behind its point, the last of which is not zero, where it fits.
  static func fraction(_ digits: Int64, places: Int) -> UInt64? {
    guard digits.magnitude < 1 << 49, places < 64 else { return nil }
    let lifted = UInt64(truncatingIfNeeded: digits &+ 1 << 49)
    return fraction << tagShift | lifted << 6 | UInt64(places)
  }

  /// The digits of a number with a fraction, and how many are behind its point.
  static func fraction(of word: UInt64) -> (digits: Int64, places: Int) {
    (Int64(truncatingIfNeeded: (word & payload) >> 6) &- 1 << 49, Int(word & 63))
  }

  /// The word of a date.
  static func date(_ date: CalendarDate) -> UInt64 {
    let tag = date.day == nil ? span : day
    let parts = UInt64(date.year) << 9 | UInt64(date.month ?? 0) << 5 | UInt64(date.day ?? 0)
    return tag << tagShift | UInt64(date.firstDay) << 24 | parts
  }

  /// The date of a word that is one.
  static func date(of word: UInt64) -> CalendarDate {
    let month = Int(word >> 5 & 15)
    let day = Int(word & 31)
    return CalendarDate(
      known: Int(word >> 9 & 0x7FFF), month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  /// The bits below the highest byte.
  static var payload: UInt64 { 1 << tagShift - 1 }
}
