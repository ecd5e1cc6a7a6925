import Testing

@testable import MootLanguage

/// Tables that are in order are read many rows at a time, others cell by cell: both ways find the same.
@Suite struct TableReadingTests {
  static let rules = """
    source code "a code"
    source ruling "a ruling"
    relation ?who paid ?amount: number on ?day: date for ?note
      as paid(who, amount, day, note)
    fact p1 paid 5 on 2006-01-01 for cafe\u{301}

    """

  /// The program; the last hole takes anything, as those of theories do.
  private static func program() throws -> Program {
    let source = SourceFile(name: "rules.moot", bytes: Array(Self.rules.utf8))
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    var program = try #require(loaded.program, "\(loaded.diagnostics)")
    let paid = program.relations[0]
    program.relations[0] = Relation(
      key: paid.key, holes: paid.holes.dropLast() + [Relation.Hole(name: "note", sort: .any)],
      wording: paid.wording, span: paid.span)
    return program
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `both ways of reading find the same facts and the same mistakes`(seed: UInt64) throws {
    let base = try Self.program()
    var tables = TableText(seed: seed)
    var (inOrder, wrong) = (0, 0)
    for _ in 0..<60 {
      let (suffix, text) = tables.next()
      let file = SourceFile(name: "paid.\(suffix)", bytes: Array(text.utf8))
      let table = FactTable(reading: file)
      var first = base
      let found = first.appendFacts(from: table, file: file)
      var second = base
      second.sources.append(file)
      let (target, errors) = second.target(of: table, file: 1)
      let other = second.appendFactsCellByCell(from: table, file: file, target, errors)
      #expect(found.map { "\($0)" } == other.map { "\($0)" }, "\(text)")
      #expect(Self.facts(of: first) == Self.facts(of: second), "\(text)")
      if found.isEmpty { inOrder += 1 } else { wrong += 1 }
      if !found.isEmpty { #expect(first.values.count == base.values.count) }
    }
    #expect(inOrder > 15 && wrong > 5)
  }

  /// What each fact says, and what is stated along with it.
  private static func facts(of program: Program) -> [String] {
    program.facts.map { fact in
      let particulars = program.particulars[Int(fact.particulars)]
      let span = particulars.span
      return program.arguments(of: fact).map { "\(program[$0].text) " }.joined()
        + "\(particulars.period) \(particulars.cites) \(span.file) \(span.lower) \(span.upper)"
    }
  }

  @Test func `the last row may end with the file`() throws {
    for tail in ["x", "12345678", "123456789", "a name that is long", "1"] {
      var program = try Self.program()
      let file = SourceFile(name: "paid.facts", bytes: Array("p\t1\t2006\t\(tail)".utf8))
      #expect(program.appendFacts(from: FactTable(reading: file), file: file).isEmpty)
      let last = try #require(program.facts.last)
      #expect(
        program.arguments(of: last).last.map { program[$0].reading.filter { $0 != "," } } == tail)
    }
  }

  @Test func `names made to collide are read in good time`() throws {
    var program = try Self.program()
    var rows: [String] = []
    var number = 0
    while rows.count < 3000 {
      var name = "n\(number)"
      let word = name.withUTF8 { ValueWord.name($0) } ?? 0
      if ValueSlots.hash(word, ValueSlots.usualMultiplier) >> 55 == 0 {
        rows.append("\(name)\t1\t2006\t\(name)")
      }
      number += 1
    }
    let file = SourceFile(name: "paid.facts", bytes: Array(rows.joined(separator: "\n").utf8))
    #expect(program.appendFacts(from: FactTable(reading: file), file: file).isEmpty)
    #expect(program.values.slots.multiplier != ValueSlots.usualMultiplier)
    for (fact, row) in zip(program.facts.dropFirst(), rows) {
      let name = row.prefix { $0 != "\t" }
      #expect(
        program.arguments(of: fact).map { program[$0].text } == [
          String(name), "1", "2006", String(name),
        ])
    }
  }
}
