import Testing

import struct FoundationEssentials.Decimal

@testable import MootLanguage

/// A table of values: each value comes back as it went in, under one id, and words are ordered as values are.
@Suite struct ValueTableTests {
  /// One value of each kind, with the limits of the kinds.
  static let values: [Value] =
    ["", "a", "sixchr", "seven77", "eight888", "Кваcов", "Ариевич", "日本語", "a b", "ß", "\u{0}"].map
  {
    .entity($0)
  } + [
    .entity(String(repeating: "n", count: 1022)), .entity(String(repeating: "n", count: 1023)),
    .entity(String(repeating: "n", count: 70_000)),
  ]
    + [
      "0", "7", "-7", "10", "100000", "20140410", "9999999999999999", "36028797018963967",
      "36028797018963968", "-36028797018963968", "-36028797018963969", "12345678901234567",
      "99999999999999999999999999999999999999", "0.5", "-0.5", "12.50", "12.05", "99999999999.99",
      "562949953421.311", "5629499534213.12", "0.00000000000000000001",
      "12345678901234567890.123456789", "-1.25",
    ].map { .number(Decimal(string: $0)!) }
    + [
      (1, nil, nil), (2006, nil, nil), (2006, 9, nil), (2006, 9, 1), (2006, 9, 2), (9999, 12, 31),
      (1, 1, 1), (2000, 2, 29),
    ].map { .date(CalendarDate(year: $0.0, month: $0.1, day: $0.2)!) }

  @Test func `every kind of value comes back as it went in`() {
    var table = ValueTable()
    let ids = Self.values.map { table.intern($0) }
    #expect(ids.map(\.raw) == Array(0..<UInt32(Self.values.count)))
    for (id, value) in zip(ids, Self.values) {
      #expect(table[id] == value)
      #expect(table[id].text == value.text)
      #expect(table.id(of: value) == id)
      #expect(table.intern(value) == id)
    }
    #expect(table.count == Self.values.count)
    #expect(table.id(of: .entity("absent")) == nil)
    #expect(table.id(of: .entity("absent and long")) == nil)
    #expect(table.id(of: .number(8)) == nil)
  }

  @Test func `numbers and days in their words compare as the words do`() {
    var table = ValueTable()
    var compared = 0
    let words = Self.values.map { table.words[Int(table.intern($0).raw)] }
    for (first, one) in zip(words, Self.values) {
      for (second, other) in zip(words, Self.values) where ValueWord.areOrdered(first, second) {
        compared += 1
        switch (one, other) {
        case (.number(let one), .number(let other)):
          #expect((first < second) == (one < other))
          #expect((first == second) == (one == other))
        case (.date(let one), .date(let other)):
          #expect((first < second) == (one.lastDay < other.firstDay))
        case (.entity, _), (.number, _), (.date, _): Issue.record("\(one) beside \(other)")
        }
      }
    }
    // Ten whole numbers and five days are in their words.
    #expect(compared == 10 * 10 + 5 * 5)
  }

  @Test func `a number is one value however it is written`() {
    var table = ValueTable()
    let one = table.intern(.number(Decimal(string: "1")!))
    for text in ["1.0", "1.00", "01"] {
      #expect(table.intern(.number(Decimal(string: text)!)) == one)
    }
    #expect(table.intern(.number(Decimal(string: "-0")!)) == table.intern(.number(0)))
    let fraction = table.intern(.number(Decimal(string: "12.50")!))
    #expect(table[fraction].text == "12.5")
  }

  @Test(arguments: [
    ("caf\u{E9}", "cafe\u{301}"),
    ("\u{C5}ngstr\u{F6}m & S\u{F6}hne", "A\u{30A}ngstro\u{308}m & So\u{308}hne"),
    ("K", "\u{212A}"), ("й", "и\u{306}"),
  ])
  func `canonically equivalent names are one, spelt as it came first`(
    composed: String, decomposed: String
  ) throws {
    for names in [[composed, decomposed], [decomposed, composed]] {
      var table = ValueTable()
      let id = table.intern(.entity(names[0]))
      #expect(table.id(of: .entity(names[1])) == id)
      #expect(table.intern(.entity(names[1])) == id)
      #expect(table.count == 1)
      #expect(table[id].reading.utf8.elementsEqual(names[0].utf8))
    }
  }

  @Test func `names of about eight bytes are told apart and read as they were written`() {
    var table = ValueTable()
    let names = [
      "abcdefg", "abcdefgh", "abcdefgi", "bbcdefgh", "abcdefghi", "c1234567", "c1234568",
      "\u{7F}~!@#$%^", "       8", "\u{E9}bcdefg", "abcdef\u{E9}", "zzzzzzzz", "\u{1}\u{2}345678",
    ]
    let ids = names.map { table.intern(.entity($0)) }
    #expect(ids.map(\.raw) == (0..<names.count).map { UInt32($0) })
    #expect(names.map { table.id(of: .entity($0)) } == ids)
    #expect(ids.map { table[$0] } == names.map { .entity($0) })
    for bit in 0..<56 {
      let word = ValueWord.eight << 56 | 1 << UInt64(bit)
      let again = ValueWord.withName(of: word) { ValueWord.name($0) }
      #expect(again == word, "\(bit)")
    }
  }

  @Test func `a name of eight bytes is the same in another spelling`() {
    var table = ValueTable()
    let id = table.intern(.entity("\u{212A}elvin12"))
    #expect(table.intern(.entity("Kelvin12")) == id && table.count == 1)
  }

  @Test func `names made to collide are told apart in good time`() {
    var table = ValueTable()
    var colliding: [String] = []
    var number = 0
    while colliding.count < 400 {
      let name = "n\(number)"
      var text = name
      let word = text.withUTF8 { ValueWord.name($0) } ?? 0
      if ValueSlots.hash(word, ValueSlots.usualMultiplier) >> 52 == 0 { colliding.append(name) }
      number += 1
    }
    let ids = colliding.map { table.intern(.entity($0)) }
    #expect(ids.map(\.raw) == Array(0..<400))
    #expect(table.slots.multiplier != ValueSlots.usualMultiplier)
    #expect(colliding.map { table.id(of: .entity($0)) } == ids)
  }

  @Test func `values are forgotten as if they had never been there`() {
    var table = ValueTable()
    let kept = [Value.entity("a"), .entity("a rather long name"), .entity("e\u{301}"), .number(5)]
    for value in kept { _ = table.intern(value) }
    let mark = table.mark
    let added = [Value.entity("b"), .entity("another long name"), .entity("u\u{308}"), .number(6)]
    for value in added { _ = table.intern(value) }
    table.forget(since: mark)
    #expect(table.count == 4)
    #expect(kept.map { table.id(of: $0)?.raw } == [0, 1, 2, 3])
    #expect(added.allSatisfy { table.id(of: $0) == nil })
    #expect(table.intern(.entity("\u{FC}")).raw == 4)
  }
}
