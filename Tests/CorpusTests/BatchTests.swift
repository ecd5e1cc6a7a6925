import Foundation
import Testing

@testable import MootCommand

/// Batches through their streams: the same lines however they are read, shared out and taken up again.
struct BatchTests {
  private static let rules = "Tests/Corpus/command/batch.moot"
  private static let cases =
    (Repository.text(of: "Tests/Corpus/command/cases/stalls.jsonl") ?? "")
    + (Repository.text(of: "Tests/Corpus/command/cases/broken.jsonl") ?? "")

  @Test func `several threads write what one writes, in the order of the cases`() {
    let input = String(repeating: Self.cases, count: 60)
    let alone = Self.run(input)
    let together = Self.run(input, threads: 4)
    #expect(alone.output == together.output)
    #expect(alone.result.messages == together.result.messages)
    #expect(alone.messages == together.messages)
    #expect(alone.output.split(separator: "\n").count == 60 * 22)
    #expect(together.result.exitCode == .findings)
  }

  @Test(arguments: [1, 2, 7, 64, 1000])
  func `it does not matter in what pieces the cases come`(size: Int) {
    #expect(Self.run(Self.cases).output == Self.run(Self.cases, pieces: size).output)
    let table = Repository.text(of: "Tests/Corpus/command/cases/stalls.csv") ?? ""
    #expect(
      Self.run(table, [Self.rules, "ann"]).output.contains("in \\\"arrears\\\", since\\r\\nMay"))
    #expect(
      Self.run(table, [Self.rules, "ann"]).output
        == Self.run(table, [Self.rules, "ann"], pieces: size).output)
  }

  @Test(arguments: [1, 2, 9, 21, 22, 1000])
  func `a run that goes on from a case writes what is left`(first: Int) {
    let all = Self.run(Self.cases).output.split(separator: "\n")
    let rest = Self.run(Self.cases, [Self.rules, "--from", "\(first)"])
    #expect(rest.output.split(separator: "\n") == Array(all.dropFirst(first - 1)))
  }

  @Test func `each line is what ask prints for the files with the facts of the case`() throws {
    let facts = ["Ann holds a licence for Pitch-1", "Ann owes 740 pounds", "Ann has a plan"]
    let list = facts.map { "\"\($0)\"" }.joined(separator: ", ")
    let line = Self.run("{\"id\": \"in arrears\", \"facts\": [\(list)]}").output
    let rules = Repository.text(of: Self.rules) ?? ""
    let file = rules + facts.map { "fact \($0)\n" }.joined()
    var surroundings = Surroundings()
    surroundings.standardInput = { () throws(FileFailure) in Array(file.utf8) }
    let asked = Repository.perform(["ask", "-", "--format", "json"], in: surroundings).output
    let answers = try Self.answers(in: line)
    #expect(try answers == Self.answers(in: asked))
    #expect(answers.count == 2)
  }

  @Test func `a byte order mark, blank lines and other line ends mean nothing`() {
    let plain = Self.run("{\"id\": 1}\n{\"id\": 2}\n").output
    #expect(plain == Self.run("\u{FEFF}\r\n\n{\"id\": 1}\r\n \t\n{\"id\": 2}").output)
    #expect(plain.split(separator: "\n").count == 2)
    #expect(Self.run("").output.isEmpty)
    #expect(Self.run("\n\n").result.exitCode == .answered)
  }

  @Test func `bytes that are no text are a bad case, and nothing more`() {
    var bytes = Array(#"{"id": 1, "facts": {"licence": [[""#.utf8) + [0xFF, 0xC0]
    bytes += Array("\", \"Pitch-1\"]]}}\n{\"id\": 2}\n".utf8)
    let run = Self.run(bytes: bytes)
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.contains("UTF-8"))
    #expect(run.result.exitCode == .findings)
  }

  @Test func `a case that is too long is passed over without being kept`() {
    var splitter = CaseSplitter(longest: 10)
    var pieces: [CaseSplitter.Piece] = []
    for part in ["short\nmuch too", " long, and going", " on\nnext\nagain much too long"] {
      splitter.append(Array(part.utf8))
      while let piece = splitter.next(isAtEnd: false) { pieces.append(piece) }
    }
    while let piece = splitter.next(isAtEnd: true) { pieces.append(piece) }
    #expect(pieces.map(\.isTooLong) == [false, true, false, true])
    #expect(pieces.map(\.line) == [1, 2, 3, 4])
    #expect(String(decoding: pieces[2].bytes, as: UTF8.self) == "next")
  }

  @Test func `nobody reading any more ends a run quietly, and a full disk does not`() {
    let closed = Self.run(
      Self.cases,
      failure: FileFailure(
        reason: "broken pipe", isMissing: false, isTooLarge: false, isBrokenPipe: true))
    #expect(closed.result.exitCode == .answered)
    #expect(closed.result.messages.isEmpty)
    let full = Self.run(
      Self.cases,
      failure: FileFailure(
        reason: "no space left on device", isMissing: false, isTooLarge: false))
    #expect(full.result.exitCode == .file)
    #expect(full.result.messages.contains("no space left on device"))
  }

  @Test func `a run that the user stops says how to go on`() {
    let run = Self.run(String(repeating: Self.cases, count: 20), pieces: 4000, stopsAfterReading: 2)
    #expect(run.result.exitCode == .interrupted)
    let written = run.output.split(separator: "\n").count
    #expect(written > 0)
    #expect(run.result.messages.contains("go on with --from \(written + 1)"))
  }

  /// What a run printed.
  private struct Run {
    var output = ""
    var messages = ""
    var result = CommandResult()
  }

  private static func run(
    _ input: String, _ words: [String] = [rules], pieces: Int = 1 << 16, threads: Int = 1,
    failure: FileFailure? = nil, stopsAfterReading: Int = .max
  ) -> Run {
    run(
      bytes: Array(input.utf8), words, pieces: pieces, threads: threads, failure: failure,
      stopsAfterReading: stopsAfterReading)
  }

  /// Runs `batch` over bytes that come in pieces of a size.
  private static func run(
    bytes: [UInt8], _ words: [String] = [rules], pieces: Int = 1 << 16, threads: Int = 1,
    failure: FileFailure? = nil, stopsAfterReading: Int = .max
  ) -> Run {
    var rest = bytes[...]
    var readings = 0
    var run = Run()
    var surroundings = Surroundings()
    surroundings.threadCount = threads
    surroundings.readBytes = { () throws(FileFailure) in
      readings += 1
      let piece = rest.prefix(pieces)
      rest = rest.dropFirst(pieces)
      return Array(piece)
    }
    surroundings.isInterrupted = { readings > stopsAfterReading }
    surroundings.writeBytes = { (bytes) throws(FileFailure) in
      if let failure { throw failure }
      run.output += String(decoding: bytes, as: UTF8.self)
    }
    surroundings.writeMessage = { run.messages += $0 }
    run.result = Repository.perform(["batch"] + words, in: surroundings)
    return run
  }

  /// The answers of a document, as another reader of JSON has them.
  private static func answers(in json: String) throws -> NSArray {
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary
    return try #require(document?["answers"] as? NSArray)
  }
}
