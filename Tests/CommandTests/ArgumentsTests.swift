import MootLanguage
import MootReasoning
import MootReporting
import Testing

@testable import MootCommand

/// What the words of a command line mean.
struct ArgumentsTests {
  @Test func `files are told from the question by their suffix`() throws {
    let arguments = try Arguments(reading: ["why", "a.moot", "operation", "facts.csv"])
    #expect(arguments.verb == .why)
    #expect(arguments.files == ["a.moot"])
    #expect(arguments.facts == ["facts.csv"])
    #expect(arguments.question == "operation")
  }

  @Test func `a file alone is asked its questions`() throws {
    let arguments = try Arguments(reading: ["a.moot", "--as-of", "2007-09"])
    #expect(arguments.verb == .ask)
    #expect(arguments.question == nil)
    #expect(arguments.asOf?.text == "2007-09")
  }

  @Test func `a value may follow its option after a space or an equals sign`() throws {
    let spaced = try Arguments(reading: ["why", "a.moot", "q", "--side", "for", "--depth", "2"])
    let joined = try Arguments(reading: ["why", "a.moot", "q", "--side=for", "--depth=2"])
    #expect(spaced.trace.side == .for)
    #expect(joined.trace.side == .for)
    #expect(spaced.trace.depth == 2)
    #expect(joined.trace.depth == 2)
  }

  @Test func `limits are set by name`() throws {
    let words = ["a.moot", "--limit", "time=3", "--limit", "instances=1000"]
    let arguments = try Arguments(reading: words)
    #expect(arguments.limits.time == 3)
    #expect(arguments.limits.instances == 1000)
  }

  @Test(arguments: [
    ("answers.json", Format.json), ("folder.json/answers.md", .markdown), ("answers", .text),
    ("folder.json/answers", .text), (".json", .text),
  ])
  func `the suffix of the output stands for the format`(name: String, format: Format) throws {
    #expect(try Arguments(reading: ["ask", "a.moot", "-o", name]).format == format)
  }

  @Test func `after two hyphens nothing is an option`() throws {
    let arguments = try Arguments(reading: ["ask", "a.moot", "--", "--depth"])
    #expect(arguments.question == "--depth")
  }

  @Test(arguments: [
    (["aks", "a.moot"], "did you mean \"ask\"?"),
    (["why", "a.moot", "q", "--dept", "2"], "did you mean --depth?"),
    (["ask", "a.moot", "--limit", "tiem=2"], "did you mean \"time\"?"),
    (["ask", "a.moot", "--format", "jsn"], "did you mean \"json\"?"),
  ])
  func `a slip gets the nearest name`(words: [String], help: String) {
    let failure = #expect(throws: CommandFailure.self) { try Arguments(reading: words) }
    #expect(failure?.exitCode == .usage)
    #expect(failure?.messages.contains(help) == true)
  }

  @Test(arguments: [
    ["ask"], ["why", "a.moot"], ["ask", "a.moot", "one", "two"], ["run", "a.moot", "question"],
    ["ask", "a.moot", "--as-of", "soon"], ["ask", "a.moot", "--as-of"],
    ["check", "a.moot", "--depth", "1"],
    ["run", "a.moot", "--summary=yes"], ["ask", "a.moot", "--format", "github"],
    ["why", "a.moot", "q", "--depth", "-1"], ["run", "a.moot", "-o", "x.svg", "--format", "svg"],
    ["format", "a.moot", "facts.csv"], ["format", "-", "facts.json"],
  ])
  func `wrong usage is refused`(words: [String]) {
    let failure = #expect(throws: CommandFailure.self) { try Arguments(reading: words) }
    #expect(failure?.exitCode == .usage)
    #expect(failure?.messages.hasPrefix("moot: ") == true)
  }
}
