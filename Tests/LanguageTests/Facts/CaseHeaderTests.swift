import Testing

@testable import MootLanguage

/// Headers and rows of cases.
struct CaseHeaderTests {
  @Test(arguments: [1_000, 1_001, 300_000])
  func `a header has a thousand columns at most, and more are refused at once`(count: Int) throws {
    let rules = SourceFile(name: "rules.moot", bytes: Array("relation ?person is late".utf8))
    let loaded = loadProgram(roots: [rules]) { _ in .notFound }
    var program = try #require(loaded.program)
    let columns = (0..<count).map { "n\($0) is late" }.joined(separator: ",")
    let (table, diagnostics) = CaseTable.reading(
      header: SourceFile(name: "cases.csv", bytes: Array(columns.utf8)), layout: .commaSeparated,
      in: &program)
    #expect((table == nil) == (count > 1_000))
    #expect(diagnostics.map(\.code) == (count > 1_000 ? ["too-many-columns"] : []))
  }

  @Test(arguments: [
    ("\"\"\"\u{301}\"", "\"\u{301}"), ("\"a\"\"\"\"b\"", "a\"\"b"), ("\"a\"", "a"),
    ("a\u{301}", "a\u{301}"),
  ])
  func `of two quotation marks in a quoted cell one is said`(cell: String, text: String) {
    let file = SourceFile(name: "cases.csv", bytes: Array("1,\(cell)".utf8))
    let said = CaseRow(file, .commaSeparated, file: 0).text(1)
    #expect(Array(said.utf8) == Array(text.utf8))
  }
}
