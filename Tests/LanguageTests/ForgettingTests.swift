import FoundationEssentials
import Testing

@testable import MootLanguage

/// What is taken back leaves no trace: a program that has read a thousand cases is as it was before.
struct ForgettingTests {
  @Test(arguments: 0..<40) func `a table of values forgets what came last`(seed: Int) {
    var random = RepeatableRandom(seed: UInt64(seed) &+ 7)
    var table = ValueTable()
    let kept = (0..<random.below(200)).map { _ in Self.value(&random) }
    for value in kept { _ = table.intern(value) }
    let words = table.words
    let mark = table.mark
    for _ in 0..<5 {
      let added = (0..<random.below(400)).map { _ in Self.value(&random) }
      var fresh = ValueTable()
      for value in kept + added { _ = fresh.intern(value) }
      for value in added { _ = table.intern(value) }
      #expect(table.count == fresh.count)
      for value in kept + added { #expect(table.id(of: value) == fresh.id(of: value)) }
      table.forget(since: mark)
      #expect(table.count == words.count)
      for (index, value) in kept.enumerated() where !kept[..<index].contains(value) {
        #expect(table.id(of: value).map { table[$0] } == value)
      }
      for value in added where !kept.contains(value) { #expect(table.id(of: value) == nil) }
    }
    #expect(table.mark.textCount == mark.textCount)
    #expect(table.mark.numberCount == mark.numberCount)
  }

  /// Names of all lengths, some not in normalisation form C, numbers of all sizes, and dates.
  private static func value(_ random: inout RepeatableRandom) -> Value {
    let number = random.below(300)
    switch random.below(8) {
    case 0: return .entity("n\(number)")
    case 1: return .entity("a name of some length, number \(number)")
    case 2: return .entity(String(repeating: "long", count: 300) + "\(number)")
    case 3: return .entity("cafe\u{301} \(number % 5)")
    case 4: return .number(Decimal(number))
    case 5:
      return Value.number(reading: "\(number)0000000000000000000000.5".utf8).map { .number($0) }
        ?? .entity("none")
    case 6: return Value.number(reading: "\(number).25".utf8).map { .number($0) } ?? .entity("none")
    default:
      return Value.date(reading: "\(1900 + number)-0\(1 + number % 9)".utf8).map { .date($0) }
        ?? .entity("none")
    }
  }

  @Test func `a program holds no more after a thousand cases than before`() throws {
    let source = SourceFile(
      name: "rules.moot",
      bytes: Array(
        """
        relation ?person owes ?sum: number since ?day: date
          as debt
        action ?person trade(s)
        fact Ann owes 5 since 2026
        """.utf8))
    var program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let extent = program.extent
    let before = "\(program.facts.runs) \(program.sources.count) \(program.values.count)"
    for number in 0..<1000 {
      let facts = #"{"debt": [["Bob \#(number)", \#(number), "2026-01"], ["Cid", 1, "2025"]]}"#
      let sentences = #"["Dora-\#(number) owes \#(number)000000000000000000000 since 2026-05"]"#
      let text = #"{"id": \#(number), "facts": \#(number % 2 == 0 ? facts : sentences)}"#
      let reading = program.add(case: SourceFile(name: "case", bytes: Array(text.utf8)))
      #expect(reading.diagnostics.isEmpty)
      #expect(program.facts.count == (number % 2 == 0 ? 3 : 2))
      program.shrink(to: extent)
    }
    #expect(before == "\(program.facts.runs) \(program.sources.count) \(program.values.count)")
    #expect(program.facts.count == 1)
    #expect(program.particulars.count == 2 || program.particulars.count == 1)
    #expect(program.values.mark.numberCount == 0)
    let added = program.add(
      case: SourceFile(name: "case", bytes: Array(#"{"facts": {"must trade": [["Ann"]]}}"#.utf8)))
    #expect(added.diagnostics.isEmpty)
    #expect(program.facts.count == 3)
    program.shrink(to: extent)
    #expect(program.facts.count == 1)
  }
}

/// A small source of the same random numbers every time.
private struct RepeatableRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
