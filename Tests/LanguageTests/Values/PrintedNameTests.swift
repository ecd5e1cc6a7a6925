import MootLanguage
import Testing

/// Names as they are printed for files.
struct PrintedNameTests {
  @Test(arguments: [
    "Ann", "Bi\u{200B}ll", "two\nlines", "a \"quoted\" word", "C:\\u{41}", "\u{0}", "\u{202E}dwin",
    "\t",
    "e\u{301}", "not", "2006-09", "?x", "-- no comment", "\u{2028}", "Ann's", "\u{FEFF}",
    // An accent makes another character of what stands before it, and no other byte.
    "?\u{301}x", "--\u{301}x", "-\u{301}-x", "a,\u{301}", "(\u{301}a)", "\"\u{301}",
    "a\"\"\u{301}b",
    "\\\u{301}",
  ])
  func `a sentence about a name is printed so that it is read again`(name: String) throws {
    let rules = SourceFile(name: "rules.moot", bytes: Array("relation ?who is late".utf8))
    var program = try #require(loadProgram(roots: [rules]) { _ in .notFound }.program)
    let facts = SourceFile(name: "is-late.csv", bytes: Array("who\n\"\(doubled(name))\"\n".utf8))
    #expect(program.appendFacts(from: FactTable(reading: facts), file: facts).isEmpty)
    let fact = try #require(program.facts.first)
    let text = program.text(of: fact.predicate, arguments: program.arguments(of: fact))
    let reading = program.sentence(reading: text)
    let sentence = try #require(reading.sentence, "\(text): \(reading.diagnostics.map(\.message))")
    #expect(program.text(of: sentence, variables: []) == text)
    guard case .value(let value) = sentence.terms[0] else { return #expect(Bool(false)) }
    #expect(value == program.arguments(of: fact).first)
  }

  /// A text as it stands in a quoted cell.
  private func doubled(_ text: String) -> String {
    text.replacingScalars { $0 == "\"" ? "\"\"" : nil }
  }
}
