import MootLanguage
import MootReasoning
import Testing

@testable import MootCommand

/// What `moot format` does to files, on all rule files of the repository.
struct FormatTests {
  private static let shipped =
    Repository.files(in: "Rules", suffixes: [".moot"])
    + Repository.files(in: "Examples", suffixes: [".moot"])
    + Repository.files(in: "Sources/MootBenchmarks", suffixes: [".moot"])
  private static let all = shipped + Repository.files(in: "Tests/Corpus", suffixes: [".moot"])

  @Test(arguments: shipped)
  func `a shipped file has the canonical layout`(path: String) throws {
    let source = try source(path)
    let bytes = try #require(formatted(source).bytes, "\(path) cannot be read")
    if bytes == source.bytes { return }
    if Repository.isUpdating {
      try Repository.write(String(decoding: bytes, as: UTF8.self), to: path)
    } else {
      Issue.record("moot format \(path) mends its layout")
    }
  }

  @Test(arguments: all)
  func `formatting twice is formatting once, and keeps the words of every line`(
    path: String
  ) throws {
    let source = try source(path)
    let result = formatted(source)
    guard let bytes = result.bytes else {
      #expect(result.diagnostics.contains { $0.severity == .error })
      return
    }
    #expect(words(of: bytes) == words(of: source.bytes))
    #expect(formatted(SourceFile(name: path, bytes: bytes)).bytes == bytes)
    #expect(!bytes.contains(UInt8(ascii: "\r")))
    #expect(bytes.isEmpty || bytes.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: shipped.filter { !$0.hasSuffix("/mistakes.moot") })
  func `a file in any layout concludes the same`(path: String) throws {
    let source = try source(path)
    guard self.program(of: source) != nil else { return }
    let bytes = try #require(formatted(source).bytes)
    let disarranged = disarranged(source)
    #expect(formatted(disarranged).bytes == bytes, "\(path)")
    let conclusions = try conclusions(of: source)
    #expect(try self.conclusions(of: disarranged) == conclusions)
    #expect(try self.conclusions(of: SourceFile(name: path, bytes: bytes)) == conclusions)
  }

  private func source(_ path: String) throws -> SourceFile {
    let text = try contents(ofFile: Repository.root + "/" + path)
    return SourceFile(name: path, bytes: text)
  }

  /// The words of each line that has any, and whether it is indented.
  private func words(of bytes: [UInt8]) -> [String] {
    var lexicon = Lexicon()
    let source = tokenize(SourceFile(name: "file", bytes: bytes), file: 0, into: &lexicon)
    return source.lines.map { line in
      let tokens = source.tokens[Int(line.tokens.lower)..<Int(line.tokens.upper)]
      let words = tokens.map { "\($0.kind) \(lexicon.text(of: $0.symbol))" }
      return "\(line.isIndented) \(words.joined(separator: "|"))"
    }
  }

  /// The file with a byte order mark, other line ends, tabs, and more spaces and empty lines.
  private func disarranged(_ source: SourceFile) -> SourceFile {
    let lines = String(decoding: source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let spread = lines.dropLast().map { line in
      var line = line.replacing(/^ +/, with: "\t \t") + " \t"
      if line.hasPrefix("\t") || line.hasPrefix("-- ") { line = "\t" + line }
      return line.hasPrefix("\t -- ") ? line.replacing("\t", with: "") : line
    }
    let text =
      "\u{FEFF}" + spread.joined(separator: "\r\n").replacing("\r\n \t\r\n", with: "\r\n\n\r\n")
    return SourceFile(name: source.name, bytes: Array(text.utf8))
  }

  /// The program of a file and those it uses; `nil` when it is there to be wrong.
  private func program(of source: SourceFile) -> Program? {
    loadProgram(roots: [source]) { path in
      (try? self.source(path)).map { .file($0) } ?? .notFound
    }.program
  }

  /// Every conclusion of a file with its grade.
  private func conclusions(of source: SourceFile) throws -> [String] {
    let program = try #require(self.program(of: source))
    let outcome = evaluate(Scenario(program))
    return outcome.conclusions().map { conclusion in
      let literal = outcome.program.literal(
        of: conclusion.literal.predicate, arguments: conclusion.literal.arguments)
      return "\(literal) \(conclusion.grade.lower) \(conclusion.grade.upper)"
    }
  }
}
