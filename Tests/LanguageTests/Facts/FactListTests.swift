import Testing

@testable import MootLanguage

/// The list of a program's facts: written facts and tables, in the order of the sources.
@Suite struct FactListTests {
  /// A program with written facts before and behind those of tables.
  static func program(_ tables: [(name: String, text: String)]) throws -> Program {
    let text = """
      relation ?shop sells ?thing
        as sells(shop, thing)
      action ?person close(s) ?shop
        as close(person, shop)
      fact Arbat sells bread
      fact Olga must close Arbat
      """
    let source = SourceFile(name: "rules.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    var program = try #require(loaded.program, "\(loaded.diagnostics)")
    for table in tables {
      let file = SourceFile(name: table.name, bytes: Array(table.text.utf8))
      let wrong =
        table.name.hasSuffix(".json")
        ? program.appendFacts(fromJSON: file)
        : program.appendFacts(from: FactTable(reading: file), file: file)
      #expect(wrong.isEmpty, "\(wrong)")
    }
    return program
  }

  /// The facts as text, those that are implied in brackets.
  static func texts(_ program: Program) -> [String] {
    program.facts.map { fact in
      let text = program.text(of: fact.predicate, arguments: Array(program.arguments(of: fact)))
      return fact.isImplied ? "[\(text)]" : text
    }
  }

  @Test func `facts stand in the order of their sources, each with what it implies behind it`()
    throws
  {
    let program = try Self.program([
      ("sells.csv", "thing,shop\nmilk,Arbat\nsalt,Taganka\n"),
      ("must close.facts", "Olga\tTaganka\nPyotr\tArbat\n"),
      ("more.json", #"{"sells": [["Arbat", "tea"], {"thing": "jam", "shop": "Arbat"}]}"#),
    ])
    #expect(
      Self.texts(program) == [
        "Arbat sells bread", "Olga must close Arbat", "[Olga may close Arbat]",
        "Arbat sells milk", "Taganka sells salt",
        "Olga must close Taganka", "[Olga may close Taganka]", "Pyotr must close Arbat",
        "[Pyotr may close Arbat]", "Arbat sells tea", "Arbat sells jam",
      ])
    #expect(program.facts.indices == 0..<11)
    #expect(program.facts.enumerated().allSatisfy { $0.offset == $0.element.index })
    #expect(program.facts.runs.map(\.range) == [0..<3, 3..<5, 5..<9, 9..<11])
  }

  @Test func `each fact of a small table has the place of its row`() throws {
    let program = try Self.program([
      ("sells.csv", "thing,shop\nmilk, \"Arbat\" \n\n salt ,Taganka\n")
    ])
    let places = program.facts[3...].map { fact in
      let span = program.particulars[Int(fact.particulars)].span
      return String(
        decoding: program.sources[Int(span.file)].bytes[Int(span.lower)..<Int(span.upper)],
        as: UTF8.self)
    }
    #expect(places == ["milk, \"Arbat\"", "salt ,Taganka"])
  }

  @Test func `facts are found by what they speak of`() throws {
    let program = try Self.program([
      ("sells.facts", "Arbat\tmilk\nTaganka\tbread\nArbat\tmilk\n"),
      ("must close.facts", "Olga\tTaganka\nPyotr\tArbat\n"),
    ])
    let index = FactIndex(program)
    for fact in program.facts {
      let arguments = Array(program.arguments(of: fact))
      let patterns: [[ValueID?]] = [
        arguments, [arguments[0], nil], [nil, arguments[1]], [nil, nil],
      ]
      for pattern in patterns {
        let expected = program.facts.indices.filter { other in
          program.facts[other].predicate == fact.predicate
            && zip(program.facts.arguments(at: other), pattern).allSatisfy { $1 == nil || $0 == $1 }
        }
        #expect(program.facts.indices(of: fact.predicate, matching: pattern) == expected)
        #expect(index.indices(of: fact.predicate, matching: pattern) == expected)
        #expect(index.firstIndex(of: fact.predicate, matching: pattern) == expected.first)
        #expect(program.facts.firstIndex(of: fact.predicate, matching: pattern) == expected.first)
      }
    }
    var grouped: [Int] = []
    program.facts.forEachGroup { predicate, indices in
      #expect(indices.allSatisfy { program.facts[$0].predicate == predicate })
      grouped += indices
    }
    #expect(grouped.sorted() == Array(program.facts.indices))
  }

  @Test func `rows of a large table share the place of the header, and their text is let go of`()
    throws
  {
    let rows = (0..<100_001).map { "shop \($0)\tbread" }.joined(separator: "\n")
    var program = try Self.program([("sells.facts", rows)])
    let large = program.facts[3...]
    #expect(large.count == 100_001)
    #expect(Set(large.map(\.particulars)).count == 1)
    program.releaseLastTable { _ in "digest" }
    let kept = try #require(program.sources.last)
    #expect(String(decoding: kept.bytes, as: UTF8.self) == "shop 0\tbread")
    #expect(!kept.isWhole && kept.digest == "digest")
    program.releaseLastTable { _ in "again" }
    #expect(program.sources.last?.digest == "digest")
  }
}
