import Testing

@testable import MootLanguage

/// Reading that is stopped at any point ends without a program, and with the word that it was stopped.
@Suite struct WatchTests {
  /// Statements of every kind, so many times.
  private static func rules(_ count: Int) -> String {
    (0..<count).map { number in
      """
      source s\(number) "a source"
      speaker Speaker\(number)
        for Speaker0
      relation ?x is p\(number) / ?x is not p\(number)
      action ?x [pay|pays] fee \(number)
      unknown Ann is not p\(number)
      fact Ann is p\(number)
        cites s\(number)
      contention c\(number)
        that Ben is not p\(number)
        argued by Speaker\(number)
      rule r\(number)
        if ?x is p\(number)
        and every ?y such that ?y is p0: ?y is p\(number)
        unless ?x must not pay fee \(number)
        then ?x must pay fee \(number)
      prefer r\(number) over c\(number)
      question q\(number)
        ask Ann is p\(number)
      scenario w\(number)
        without r\(number)
      expect q\(number) established in w\(number)

      """
    }.joined().replacing("speaker Speaker0\n  for Speaker0", with: "speaker Speaker0")
  }

  @Test func `a rule base is not half read`() {
    let source = SourceFile(name: "rules.moot", bytes: Array(Self.rules(40).utf8))
    var stops = 0
    while true {
      var looks = 0
      let watch = Watch {
        looks += 1
        return looks <= stops
      }
      let loaded = loadProgram(roots: [source], watch: watch) { _ in .notFound }
      guard watch.isStopped else {
        #expect(loaded.program != nil, "\(loaded.diagnostics)")
        break
      }
      #expect(loaded.program == nil)
      #expect(loaded.diagnostics.map(\.code) == ["reading-stopped"])
      stops += 1
    }
    #expect(stops > 10)
  }

  @Test func `a theory is not half read`() {
    let text = (0..<40_000).map { "r\($0): a\($0) => b\($0)\n" }.joined()
    let source = SourceFile(name: "theory.dfl", bytes: Array(text.utf8))
    let mistaken = SourceFile(name: "other.dfl", bytes: Array("=> a =>\n".utf8))
    for stops in 0...2 {
      var looks = 0
      let watch = Watch {
        looks += 1
        return looks <= stops
      }
      // What was found wrong before is told as well.
      let loaded = loadTheory([mistaken, source], watch: watch)
      #expect(watch.isStopped)
      #expect(loaded.program == nil)
      #expect(loaded.diagnostics.last?.code == "reading-stopped")
      #expect(loaded.diagnostics.count == (stops == 0 ? 1 : 2))
    }
  }

  /// Rows for relations of the rules, with everything that takes steps of its own.
  private static func facts(_ count: Int) -> String {
    let rows = (0..<count).map { #"["Ann\#($0)"], {"x": "Ben", "cites": ["s0", "s1"]}"# }
    return #"{"is-p0": [\#(rows.joined(separator: ", "))], "not is-p1": [["Ann"]]}"#
  }

  @Test func `facts in JSON are added all or not at all`() throws {
    let source = SourceFile(name: "rules.moot", bytes: Array(Self.rules(2).utf8))
    var program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let file = SourceFile(name: "facts.json", bytes: Array(Self.facts(8_000).utf8))
    let before = program.facts.count
    var stops = 0
    while true {
      var looks = 0
      let watch = Watch {
        looks += 1
        return looks <= stops
      }
      let mistakes = program.appendFacts(fromJSON: file, watch: watch)
      guard watch.isStopped else {
        #expect(mistakes.map(\.message) == [])
        #expect(program.facts.count == before + 16_001)
        break
      }
      #expect(mistakes.map(\.code) == ["reading-stopped"])
      #expect(program.facts.count == before)
      program.withdrawLastSource()
      stops += 1
    }
    #expect(stops > 3)
  }

  @Test(arguments: ["rows", "sentences", "changes"])
  func `a case is not half read`(kind: String) throws {
    let text =
      switch kind {
      case "rows": #"{"facts": \#(Self.facts(8_000))}"#
      case "sentences":
        #"{"facts": ["Ann is p0"\#(String(repeating: #", "Ben is p1""#, count: 800))]}"#
      default:
        #"{"suppose": ["without r0"\#(String(repeating: #", "Ben is p1""#, count: 800))]}"#
      }
    let source = SourceFile(name: "rules.moot", bytes: Array(Self.rules(2).utf8))
    let program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let file = SourceFile(name: "case", bytes: Array(text.utf8))
    var stops = 0
    while true {
      var looks = 0
      let watch = Watch {
        looks += 1
        return looks <= stops
      }
      var own = program
      let reading = own.add(case: file, watch: watch)
      #expect(reading.isStopped == watch.isStopped)
      guard watch.isStopped else {
        #expect(reading.diagnostics.map(\.message) == [])
        break
      }
      #expect(reading.diagnostics.map(\.code) == ["reading-stopped"])
      stops += 1
    }
    #expect(stops > 2)
  }

  @Test func `suspicions are sought until they are stopped`() throws {
    let source = SourceFile(name: "rules.moot", bytes: Array(Self.rules(40).utf8))
    let program = try #require(loadProgram(roots: [source]) { _ in .notFound }.program)
    let all = warnings(for: program).map(\.message)
    #expect(all.count > 40)
    var fewest = all.count
    var isComplete = false
    for stops in 0..<50 where !isComplete {
      var looks = 0
      let watch = Watch {
        looks += 1
        return looks <= stops
      }
      let found = warnings(for: program, watch: watch).map(\.message)
      isComplete = !watch.isStopped
      #expect(Set(found).isSubset(of: all))
      fewest = min(fewest, found.count)
      if isComplete { #expect(found == all) }
    }
    #expect(isComplete && fewest < all.count)
  }
}
