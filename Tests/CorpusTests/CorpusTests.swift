import Testing

@testable import MootCommand

/// Every file of the corpus prints what stands beside it.
///
/// A file of facts in JSON is added to the `declarations.moot` beside it, and all that follows is printed.
/// The first line of other files may name the command, `-- moot: why operation` (`% moot: run` in `.dfl`); without it files
/// of `Corpus/language` are checked and all others asked. `-- moot: none` marks a file that others use.
/// Lines `-- > TEXT` are what is typed to a command that asks.
/// `MOOT_UPDATE=1` rewrites expectations; a missing one is written and fails.
struct CorpusTests {
  @Test(arguments: Repository.files(in: "Tests/Corpus", suffixes: [".moot", ".dfl", ".json"]))
  func `a case prints what is expected`(path: String) throws {
    guard let text = Repository.text(of: path), let command = command(of: path, text) else {
      return
    }
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    let typed = text.split(separator: "\n").filter { $0.hasPrefix("-- > ") }.map { $0.dropFirst(5) }
    let result = Repository.perform(command, typing: typed.map(String.init))
    let actual = transcript(of: result).replacing(folder, with: "")
    let expectedPath = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex) + ".expected"
    let expected = Repository.text(of: String(expectedPath))
    if expected == actual { return }
    if Repository.isUpdating || expected == nil {
      try Repository.write(actual, to: String(expectedPath))
    }
    if let expected {
      guard !Repository.isUpdating else { return }
      let difference = lineDifference(expected: expected, actual: actual)
      Issue.record("\(path) prints something else (MOOT_UPDATE=1 accepts it):\n\(difference)")
    } else {
      Issue.record("\(path) had no expectation; it is written now, read it:\n\(actual)")
    }
  }

  /// The words of the command that a case runs; `nil` for a file that is no case.
  private func command(of path: String, _ text: String) -> [String]? {
    if path.hasSuffix(".json") {
      let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
      return ["run", folder + "declarations.moot", "--facts", path]
    }
    let line = text.prefix { !$0.isNewline }
    let mark = path.hasSuffix(".dfl") ? "% moot:" : "-- moot:"
    let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
    guard line.hasPrefix(mark) else {
      return [path.hasPrefix("Tests/Corpus/language/") ? "check" : "ask", path]
    }
    let words = shellWords(String(line.dropFirst(mark.count)))
    guard let verb = words.first, verb != "none" else { return nil }
    let others = words.dropFirst().map { word in
      MootCommand.kind(ofPath: Repository.root + "/" + folder + word) == .nothing
        ? word : folder + word
    }
    return [verb, path] + others
  }

  /// All that a command prints, and how it ends where that is not with an answer.
  private func transcript(of result: CommandResult) -> String {
    var text = result.output
    if !result.messages.isEmpty { text += "--- messages\n" + result.messages }
    if result.exitCode != .answered { text += "--- exit code \(result.exitCode.rawValue)\n" }
    return text
  }
}

/// The words of a shell line, with single and double quotes.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word?.append(character) }
    } else if character == "\"" || character == "'" {
      quote = character
      word = word ?? ""
    } else if character == " " {
      if let finished = word { words.append(finished) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  return words + (word.map { [$0] } ?? [])
}
