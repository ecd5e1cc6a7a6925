import Testing

@testable import MootCommand

/// Every rule base that ships, every example and every case of the corpus: its conclusions are certified, and the
/// independent checker accepts that.
struct VerificationTests {
  private static let files = ["Rules", "Examples", "Tests/Corpus"].flatMap {
    Repository.files(in: $0, suffixes: [".moot", ".dfl"])
  }

  @Test(arguments: files)
  func `every conclusion of a file is certified and checked`(path: String) {
    let result = Repository.perform(["verify", path], typing: [])
    let isWrong = result.exitCode == .badInput && result.messages.contains("error:")
    let isCircle = result.messages.contains("preferences go round in a circle")
    let isTooLarge = result.exitCode == .limit && result.messages.contains("incomplete: ")
    #expect(
      result.exitCode == .answered || isWrong || isCircle || isTooLarge,
      "\(result.output)\(result.messages)")
    if result.exitCode == .answered { #expect(result.output.hasPrefix("Accepted: ")) }
  }

  @Test func `the checker knows the language and nothing of the engine`() throws {
    for path in Repository.files(in: "Sources/MootProofChecker", suffixes: [".swift"]) {
      let text = try #require(Repository.text(of: path))
      let imports = text.split(separator: "\n").filter {
        $0.contains("import ") && !$0.hasPrefix("  ")
      }
      for line in imports where !line.hasPrefix("///") {
        #expect(line.hasSuffix("MootLanguage") || line.contains("FoundationEssentials"), "\(path)")
      }
    }
  }
}
