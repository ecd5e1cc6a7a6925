import Foundation
import MootLanguage
import Testing

@testable import MootCommand

/// Every message can be looked up, is tried by a case, and stands in the catalog.
struct DiagnosticTests {
  /// Messages that only the outside world can cause, or that need files too large to keep.
  private static let withoutCase: Set = [
    "file-too-large", "too-many-mistakes", "more-errors", "use-limit", "use-unreadable",
    "reading-stopped",
  ]

  @Test func `the help on every message has an example`() {
    #expect(Set(diagnosticExamples.keys).symmetricDifference(diagnosticCodes).sorted() == [])
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
