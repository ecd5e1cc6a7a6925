import Testing

@testable import MootCommand

/// `moot help CODE` knows every message.
struct DiagnosticHelpTests {
  @Test func `every code of a message has its help, and no other has`() throws {
    var codes: Set<String> = []
    for path in Repository.files(in: "Sources/MootLanguage", suffixes: [".swift"])
      + Repository.files(in: "Sources/MootReasoning", suffixes: [".swift"])
    {
      let text = try #require(Repository.text(of: path))
      let isWording = path.hasSuffix("Diagnostics.swift")
      for line in text.split(separator: "\n") {
        let words = line.trimmingPrefix { $0 == " " }
        let code = words.firstMatch(of: /code: "([a-z0-9-]+)"/)
        let leading = isWording ? words.prefixMatch(of: /"([a-z0-9]+(?:-[a-z0-9]+)+)",/) : nil
        if let found = code ?? leading { codes.insert(String(found.1)) }
      }
    }
    // What only follows from another mistake is never shown; the names have one wording in common.
    codes.remove("consequence")
    let composed = ["question", "rule", "source", "speaker", "scenario", "verdict", "grade"]
    codes.formUnion(composed.map { "unknown-\($0)" })
    #expect(codes.count > 50)
    #expect(Set(diagnosticCodes).symmetricDifference(codes).sorted() == [])
  }
}
