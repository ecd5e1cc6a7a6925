import Foundation
import MootLanguage
import Testing

@testable import MootCommand

/// Whatever a name, a title or an argument says, no output has it as anything but text.
struct HostileOutputTests {
  /// Command lines with the rule file left out, by the format they print.
  private static let commands: [(format: Format, words: [String])] =
    [Format.text, .markdown, .json].flatMap { format in
      [
        ["ask", "own"], ["ask", "all"], ["ask"], ["why", "own"], ["why", "all"], ["run"], ["test"],
        ["whatif", "own", "--scenario", "other"], ["whatif", "--without", "doubts"],
        ["flip", "own"], ["table", "own"], ["timeline", "own"], ["positions"], ["check"],
      ].map { (format, $0) }
    } + [
      (.csv, ["run"]), (.csv, ["table", "own"]), (.github, ["check"]), (.github, ["test"]),
    ]

  @Test(arguments: HostileTexts.inFiles)
  func `a text of a rule file is a text in every output`(hostile: String) throws {
    let file = HostileTexts.ruleFile(with: hostile)
    for (format, words) in Self.commands {
      let command = [words[0], "-"] + words.dropFirst() + ["--format", format.rawValue]
      let result = perform(command, reading: file)
      #expect(result.exitCode.rawValue < 2, "\(command) ends with \(result.messages)")
      try check(result.output, as: format, "\(command) of \(hostile)")
      try check(result.messages, as: .text, "messages of \(command) of \(hostile)")
    }
    for words in [["convert", "-", "--to", "dfl"], ["run", "-", "--summary"]] {
      try check(perform(words, reading: file).output, as: .text, "\(words) of \(hostile)")
    }
  }

  @Test(arguments: HostileTexts.inFiles + HostileTexts.withControls)
  func `a text of facts or of the command line is a text in every output`(hostile: String) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/moot-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let name = hostile.replacing("/", with: "_").replacing("\0", with: "_")
    let path = folder + "/" + name
    let rules = path + ".moot"
    let facts = path + ".json"
    try write(HostileTexts.ruleFile(with: "Plain"), to: rules)
    try write(
      String(decoding: JSONEncoder().encode(["heir": [[hostile]]]), as: UTF8.self), to: facts)
    for format in [Format.text, .markdown, .json] {
      for words in [["ask", rules], ["why", rules, "all"], ["run", rules]] {
        let command = words + ["--facts", facts, "--format", format.rawValue]
        let result = Repository.perform(command)
        #expect(result.exitCode == .answered, "\(command) ends with \(result.messages)")
        try check(result.output, as: format, "\(command)")
      }
    }
    let table = Repository.perform(["run", rules, "--facts", facts, "--format", "csv"])
    try check(table.output, as: .csv, "a table of \(hostile)")
    for words in [
      ["ask", rules, hostile + " is unread"], ["ask", rules, "own", "--as-of", hostile],
      ["ask", path + ".nothing.moot"], ["whatif", rules, "own", "--without", hostile],
      ["ask", rules, "--limit", hostile], ["flip", rules, "own", "--vary", hostile], [hostile],
      ["run", rules, "--only", hostile],
      ["ask", rules, HostileTexts.quoted(hostile) + " owns Ring"],
      ["ask", rules, "--facts", hostile], ["help", hostile],
      ["whatif", rules, "--scenario", hostile],
      ["check", rules + ".missing"], ["ask", rules, "--" + hostile], ["ask", rules, "-o", rules],
      ["positions", rules, "--on-arguments-of", hostile],
    ] {
      let result = Repository.perform(words)
      try check(result.output, as: .text, "\(words)")
      try check(result.messages, as: .text, "messages of \(words)")
    }
    try write("fact \(name.replacing("\n", with: " ")) is broken\nfcat\n", to: rules)
    for format in [Format.text, .markdown, .json, .github] {
      let result = Repository.perform(["check", rules, "--format", format.rawValue])
      try check(result.output, as: format, "check as \(format) of \(hostile)")
    }
  }

  @Test(arguments: HostileTexts.inFiles + HostileTexts.withControls)
  func `a line of batch is one line of JSON`(hostile: String) throws {
    let line = String(
      decoding: try JSONSerialization.data(
        withJSONObject: ["id": hostile, "facts": ["heir": [[hostile]]]]), as: UTF8.self)
    let rules = FileManager.default.temporaryDirectory.path + "/moot-\(UUID().uuidString).moot"
    try write(HostileTexts.ruleFile(with: "Plain"), to: rules)
    defer { try? FileManager.default.removeItem(atPath: rules) }
    let result = Repository.perform(["batch", rules, "all"], typing: [line])
    #expect(result.output.utf8.count { $0 == 10 } == 1)
    try check(result.output, as: .json, "a case of \(hostile)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(answer["id"] as? String == hostile)
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func perform(_ words: [String], reading text: String) -> CommandResult {
    var surroundings = Surroundings()
    surroundings.standardInput = { () throws(FileFailure) in Array(text.utf8) }
    return Repository.perform(words, in: surroundings)
  }

  /// Looks for what no output of a kind may have.
  private func check(_ output: String, as format: Format, _ what: String) throws {
    for scalar in output.unicodeScalars where scalar != "\n" {
      if format == .csv, scalar == "\r" { continue }
      #expect(!scalar.isControl, "\(what) prints \(scalar.escaped(asASCII: true))")
    }
    switch format {
    case .text: break
    case .json: _ = try JSONSerialization.jsonObject(with: Data(output.utf8))
    case .csv: checkCells(of: output, what)
    case .markdown: checkMarkup(in: output, what)
    case .github:
      for line in output.split(separator: "\n") {
        #expect(line.hasPrefix("::error file=") || line.hasPrefix("::warning file="), "\(what)")
      }
    }
  }

  /// Every row has as many cells as the first, and none would be taken for a formula.
  private func checkCells(of output: String, _ what: String) {
    let rows = spreadsheetRows(in: output)
    #expect(rows.count > 1, "\(what)")
    for row in rows {
      #expect(row.count == rows[0].count, "\(what): \(row)")
      for cell in row {
        let first = cell.unicodeScalars.first ?? " "
        #expect(!"=+-@\t\r＝".unicodeScalars.contains(first), "\(what): \(cell)")
      }
    }
  }

  /// Outside of code blocks nothing of a text is markup once what a backslash takes away is gone.
  private func checkMarkup(in output: String, _ what: String) {
    var isCode = false
    for line in output.split(separator: "\n") {
      if line == "```" || line == "```text" {
        isCode.toggle()
        continue
      }
      guard !isCode else { continue }
      let escaped = /\\[!-\/:-@\[-`{-~]/.matchingSemantics(.unicodeScalar)
      let rest = Array(String(line).replacing(escaped, with: "").utf8)
      for markup in ["<", "](", "`", "://", "www.", "_", "~~", "&"] {
        #expect(rest.firstRange(of: Array(markup.utf8)) == nil, "\(what): \(markup) in \(line)")
      }
    }
    #expect(!isCode, "\(what)")
  }
}

/// The cells of a text in the notation of RFC 4180.
private func spreadsheetRows(in text: String) -> [[String]] {
  var rows: [[String]] = []
  var (row, cell, isQuoted) = ([String](), "", false)
  var rest = Substring.UnicodeScalarView(text.unicodeScalars)
  while let scalar = rest.popFirst() {
    switch (scalar, isQuoted) {
    case ("\"", true) where rest.first == "\"": cell.unicodeScalars.append(rest.removeFirst())
    case ("\"", _): isQuoted.toggle()
    case (",", false): (row, cell) = (row + [cell], "")
    case ("\r", false): break
    case ("\n", false):
      rows.append(row + [cell])
      (row, cell) = ([], "")
    default: cell.unicodeScalars.append(scalar)
    }
  }
  return rows
}
