import Testing

@testable import MootCommand

/// Every console block of the README, the examples and the documentation shows what the commands print.
///
/// A block holds lines `$ moot …`, run from the top of the repository, each with its output below; a line `…`
/// stands for any lines left out. `MOOT_UPDATE=1` rewrites the blocks, but what `…` leaves out stays so.
struct ConsoleTests {
  @Test(arguments: Repository.pages)
  func `a page shows what the commands print`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    var page = ConsolePage(text)
    let differences = page.compare()
    for refusal in page.refusals { Issue.record("\(path): \(refusal)") }
    if Repository.isUpdating, page.text != text { try Repository.write(page.text, to: path) }
    for difference in differences where !Repository.isUpdating {
      Issue.record("\(path): \(difference)")
    }
  }

  @Test func `lines left out match any number of lines`() {
    #expect(matches(["a", "…", "d"], ["a", "b", "c", "d"]))
    #expect(matches(["a", "…"], ["a"]))
    #expect(matches(["…", "b", "…"], ["a", "b", "b", "c"]))
    #expect(!matches(["a", "…", "d"], ["a", "b", "c"]))
    #expect(!matches(["a"], ["a", "b"]))
  }
}

/// A page of Markdown whose console blocks are compared with what commands print.
struct ConsolePage {
  /// The page; its blocks are brought up to date by a comparison.
  private(set) var text: String
  /// The commands that are no right usage, with what they print; their blocks stay as they are.
  private(set) var refusals: [String] = []

  /// Creates a page.
  init(_ text: String) { self.text = text }

  /// Runs the commands of all blocks; what differs, one entry a command.
  mutating func compare() -> [String] {
    var differences: [String] = []
    var lines: [String] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard line.trimmingPrefix(" ") == "```console" else { continue }
      while let inner = rest.popFirst() {
        lines.append(inner)
        if inner.trimmingPrefix(" ").hasPrefix("```") { break }
        guard inner.hasPrefix("$ ") else { continue }
        let shown = Array(rest.prefix { !$0.hasPrefix("$ ") && !$0.hasPrefix("```") })
        rest = rest.dropFirst(shown.count)
        let printed = printedLines(of: String(inner.dropFirst(2)))
        let content = shown.last == "" ? Array(shown.dropLast()) : shown
        guard let printed, !matches(content, printed) else {
          lines += shown
          continue
        }
        let (old, new) = (content.joined(separator: "\n"), printed.joined(separator: "\n"))
        differences.append("\(inner)\n" + lineDifference(expected: old, actual: new))
        lines += printed + (shown.last == "" ? [""] : [])
      }
    }
    text = lines.joined(separator: "\n")
    return differences
  }

  /// What a command prints; `nil` for a line that is no call of `moot`, or no right one.
  private mutating func printedLines(of line: String) -> [String]? {
    var words = shellWords(line)[...]
    if words.starts(with: ["swift", "run", "moot"]) { words = words.dropFirst(2) }
    guard words.first == "moot", !words.contains("|"), !words.contains("-o") else { return nil }
    let result = Repository.perform(Array(words.dropFirst()), typing: [])
    guard result.exitCode != .usage, result.exitCode != .bug else {
      refusals.append("$ \(line)\n\(result.messages)")
      return nil
    }
    let text = result.messages + result.output
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

/// Whether lines are those of a pattern, in which a line `…` stands for any number of lines.
func matches(_ pattern: [String], _ lines: [String]) -> Bool {
  guard let gap = pattern.firstIndex(of: "…") else { return pattern == lines }
  guard lines.starts(with: pattern[..<gap]) else { return false }
  let rest = Array(pattern[(gap + 1)...])
  return (gap...max(gap, lines.count)).contains { start in
    start <= lines.count && matches(rest, Array(lines[start...]))
  }
}
