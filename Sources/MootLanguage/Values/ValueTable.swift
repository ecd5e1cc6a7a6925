public import struct FoundationEssentials.Decimal

/// Names, numbers and dates, each with one id.
///
/// A value takes one word of eight bytes (see `ValueWord`), a longer name its text besides, and
/// the table in which values are looked up four to eight bytes more. Ids are given by first appearance.
public struct ValueTable: Sendable {
  /// The word of each value, by `ValueID.raw`.
  public internal(set) var words: [UInt64] = []
  /// The texts of longer names, one behind the other; see `NamePlace`.
  var texts: [UInt8] = []
  /// The numbers that do not fit into a word.
  var numbers: [Decimal] = []
  /// The places of these numbers.
  private var placeOfNumber: [Decimal: Int] = [:]
  /// Where values are looked up by their words.
  var slots = ValueSlots()
  /// The names that are not in normalisation form C, by that form: texts that are canonically equivalent are one
  /// name, printed as it was first written.
  var unusualSpellings: [String: ValueID] = [:]

  /// Creates an empty table.
  public init() {}

  /// The number of values.
  public var count: Int { words.count }

  /// The value with an id.
  public subscript(id: ValueID) -> Value {
    let word = words[Int(id.raw)]
    switch ValueWord.sort(word) {
    case .name: return .entity(name(of: word))
    case .number: return .number(number(of: word))
    case .date: return .date(ValueWord.date(of: word))
    }
  }

  /// The number of a word that is one.
  public func number(of word: UInt64) -> Decimal {
    switch ValueWord.tag(word) {
    case ValueWord.whole: return Decimal(ValueWord.number(of: word))
    case ValueWord.fraction:
      let (digits, places) = ValueWord.fraction(of: word)
      return Decimal(
        sign: digits < 0 ? .minus : .plus, exponent: -places, significand: Decimal(digits.magnitude)
      )
    default: return numbers[Int(word & ValueWord.payload)]
    }
  }

  /// The date of a word that is one.
  public func date(of word: UInt64) -> CalendarDate { ValueWord.date(of: word) }

  /// The id of a value that may be in the table.
  public func id(of value: Value) -> ValueID? {
    switch value {
    case .entity(var name): return name.withUTF8 { id(ofName: $0) }
    case .number(let number):
      let word =
        ValueWord.number(number)
        ?? placeOfNumber[number].map { ValueWord.large << ValueWord.tagShift | UInt64($0) }
      return word.flatMap { id(ofWord: $0) }
    case .date(let date): return id(ofWord: ValueWord.date(date))
    }
  }

  /// The id of a value, which is added if it is new.
  public mutating func intern(_ value: Value) -> ValueID {
    switch value {
    case .entity(var name): name.withUTF8 { intern(name: $0) }
    case .number(let number): intern(word: word(of: number))
    case .date(let date): intern(word: ValueWord.date(date))
    }
  }

  /// The word of a number, which is kept if it does not fit in there.
  mutating func word(of number: Decimal) -> UInt64 {
    if let word = ValueWord.number(number) { return word }
    let place = placeOfNumber[number] ?? numbers.count
    if place == numbers.count {
      numbers.append(number)
      placeOfNumber[number] = place
    }
    return ValueWord.large << ValueWord.tagShift | UInt64(place)
  }

  /// Forgets the numbers behind the first ones.
  mutating func forgetNumbers(after count: Int) {
    while numbers.count > count { placeOfNumber[numbers.removeLast()] = nil }
  }

  /// The name of a word that is one.
  private func name(of word: UInt64) -> String {
    if ValueWord.tag(word) == ValueWord.longName {
      return String(decoding: texts[NamePlace.range(of: word, in: texts)], as: UTF8.self)
    }
    return ValueWord.withName(of: word) { String(decoding: $0, as: UTF8.self) }
  }
}
