import Foundation
import MootLanguage
import Testing

@testable import MootCommand

/// Every message can be looked up, is tried by a case, and stands in the catalog.
struct DiagnosticTests {
  /// Messages that only the outside world can cause, or files too large to keep, and those of tables, whose
  /// cases are in the tests of `--facts`.
  private static let withoutCase: Set = [
    "file-too-large", "too-many-mistakes", "more-errors", "use-limit", "use-unreadable",
    "bad-number", "missing-column", "no-header", "not-an-action", "text-after-quote",
    "unknown-column", "unknown-key", "wrong-cell-count", "nested-term", "not-in-conclusion",
    "several-conclusions", "unexpected-token", "unknown-name", "preference-of-fact",
    "left-out-of-dfl", "not-in-dfl", "unknown-grade",
  ]

  /// The codes that stand in the sources, with those that are put together.
  private static let codes: [String] = {
    let composed = ["speaker", "source", "rule", "question", "scenario", "verdict", "grade"]
    var codes = Set(composed.map { "unknown-\($0)" })
    for path in Repository.files(in: "Sources/MootLanguage", suffixes: ["Diagnostics.swift"])
      + Repository.files(in: "Sources/MootReasoning", suffixes: ["Diagnostics.swift"])
    {
      let text = Repository.text(of: path) ?? ""
      for match in text.matches(of: /code: "([a-z0-9-]+)"/) { codes.insert(String(match.1)) }
    }
    return codes.sorted()
  }()

  @Test func `every message has help with an example`() {
    #expect(Self.codes.count > 70)
    for code in Self.codes {
      #expect(diagnosticMeaning(of: code) != nil, "moot help \(code) says nothing")
    }
    for code in diagnosticCodes {
      #expect(diagnosticExamples[code] != nil, "moot help \(code) has no example")
    }
    #expect(Set(diagnosticExamples.keys).isSubset(of: diagnosticCodes))
  }

  @Test func `every message is tried by a case of the corpus`() {
    let expectations = Repository.files(in: "Tests/Corpus", suffixes: [".expected"])
    let text = expectations.compactMap { Repository.text(of: $0) }.joined()
    for code in diagnosticCodes where !Self.withoutCase.contains(code) {
      #expect(text.contains("[\(code)]"), "no case prints \(code)")
    }
  }

  @Test func `the catalog lists every message`() throws {
    let path = "Sources/MootLanguage/MootLanguage.docc/Diagnostics.md"
    let catalog = Self.catalog
    if Repository.text(of: path) == catalog { return }
    if Repository.isUpdating {
      try Repository.write(catalog, to: path)
    } else {
      Issue.record("MOOT_UPDATE=1 swift test --filter DiagnosticTests brings \(path) up to date")
    }
  }

  /// The page that lists all messages.
  private static var catalog: String {
    let entries = diagnosticCodes.map { code in
      let meaning = diagnosticMeaning(of: code) ?? ""
      let example = diagnosticExample(of: code).map { "\n```text\n\($0)```\n" }
      return "## \(code)\n\n\(meaning)\n\(example ?? "")"
    }
    return """
      # Diagnostics

      What each message means, by its code, with a mistake and its cure; `moot help CODE` prints the same.

      <!-- Written by DiagnosticTests; MOOT_UPDATE=1 rewrites it. -->


      """ + entries.joined(separator: "\n")
  }
}
